/** Real servers, the real provider and the real service, for one file of tests. */
import type { DataOf, EventType } from '@social/contracts/events/event';
import { RefundRequested } from '@social/contracts/events/orders';
import { EntryRecorded, PaymentCaptured, RefundSucceeded } from '@social/contracts/events/payments';
import { openBus } from '@social/messaging/bus';
import { consume, on } from '@social/messaging/consumer';
import { envelope } from '@social/messaging/envelope';
import { startRelay } from '@social/messaging/outbox';
import { systemClock } from '@social/runtime/clock';
import { newId } from '@social/runtime/ids';
import { openMongo } from '@social/runtime/mongo';
import { aNamespace, dropNamespace, SERVERS, silentLog } from '@social/testkit/servers';
import { SECRET, startProvider } from '../../sandbox-pay/test/provider.ts';
import { type OpeningDeps, openPayment } from '../src/opening.ts';
import { sandboxProvider } from '../src/sandbox.ts';
import { intentsCollection, intentsIn } from '../src/store.ts';
import { aPlace, startPayments } from './processes.ts';

export type World = Awaited<ReturnType<typeof startWorld>>;

export async function startWorld() {
  const namespace = aNamespace();
  const provider = await startProvider(namespace);
  const { place, payments, close } = await aPlace(namespace, provider.url);
  let service = await startPayments(place);
  const { client, db } = await openMongo(SERVERS.mongoUrl, namespace, 'payments');
  const bus = await openBus({ brokers: SERVERS.kafkaBrokers, namespace, service: 'watcher', log: silentLog });
  const relay = startRelay(intentsCollection(db), bus, 3_600_000);
  const heard = await listen(bus);

  const intents = intentsIn(db, relay, systemClock);
  const sandbox = sandboxProvider({
    baseUrl: provider.url,
    secret: SECRET,
    notifyUrl: `${place.doorUrl}/v1/payments/callbacks/sandbox`,
    timeoutMs: 2000,
    clock: systemClock,
  });
  const opening: OpeningDeps = {
    intents,
    providers: new Map([[sandbox.name, sandbox]]),
    clock: systemClock,
    queryAfterMs: 1500,
  };
  return {
    provider,
    payments,
    bus,
    intents,
    opening,
    heard,
    documents: intentsCollection(db),
    health: service.health,
    restart: async (crashAt?: string) => {
      await service.stop();
      service = await startPayments(place, crashAt);
      return service;
    },
    close: async () => {
      await service.stop();
      await heard.stop();
      await relay.stop();
      await bus.close();
      await client.close();
      close();
      await provider.stop();
      await dropNamespace(namespace);
    },
  };
}

/** Keeps every fact that payments publishes; one that is delivered again is the same fact. */
async function listen(bus: Awaited<ReturnType<typeof openBus>>) {
  const facts = new Map<string, { event: EventType; key: string; data: unknown }>();
  const keep = <E extends EventType>(event: E) =>
    on(event, async (data, { id, key }) => {
      facts.set(id, { event, key, data });
    });
  const stop = await consume(bus, [keep(PaymentCaptured), keep(RefundSucceeded), keep(EntryRecorded)]);
  const of = <E extends EventType>(event: E, paymentId: string): DataOf<E>[] =>
    [...facts.values()]
      .filter((fact) => fact.event === event && fact.key === paymentId)
      .map(({ data }) => data as DataOf<E>);
  return { of, stop };
}

/** A payment of fresh orders, opened at the provider. The charge's id is the end of its cashier address. */
export async function aPayment(world: World, amounts = [1000], payBy = new Date(Date.now() + 60_000)) {
  const orderIds = amounts.map(() => newId('ord'));
  const intent = await openPayment(world.opening, {
    payerId: 'usr_ann',
    provider: 'sandbox',
    returnUrl: '',
    request: { id: newId('req'), body_hash: 'h1' },
    payables: amounts.map((amount, index) => ({
      orderId: orderIds[index] ?? '',
      amount,
      currency: 'CNY',
      payBy,
      title: '龙井茶',
    })),
  });
  const chargeId = intent.cashier_url?.split('/').at(-1) ?? '';
  return { id: intent._id, intent, chargeId, orderIds, orderId: orderIds[0] ?? '' };
}

export type Refundable = { id: string; orderId: string };

/** Says on the bus, as orders does, that money of an order is to go back. */
export async function requestRefund(world: World, payment: Refundable, changes: object = {}): Promise<void> {
  const data = {
    orderId: payment.orderId,
    buyerId: 'usr_ann',
    merchantId: 'mer_1',
    version: 3,
    refundId: `ref_${payment.orderId}`,
    paymentId: payment.id,
    amount: 1000,
    currency: 'CNY',
    reason: 'group-failed',
    ...changes,
  };
  await world.bus.publish([envelope(RefundRequested, payment.orderId, data, new Date())]);
}
