/**
 * What facts tell that came after a backup, once its documents are back: money that moved is moved in the books too, and
 * no aggregate has a version that somebody has seen of it already.
 */

import { CATALOG_TOPIC } from '@social/contracts/events/catalog';
import type { DataOf, EventType } from '@social/contracts/events/event';
import { ACTIVITY_TOPIC, GROUP_TOPIC } from '@social/contracts/events/group-buy';
import { IDENTITY_TOPIC } from '@social/contracts/events/identity';
import { ORDERS_TOPIC, ParcelShipped, RefundRequested } from '@social/contracts/events/orders';
import { PAYMENTS_TOPIC, PaymentCaptured, RefundSucceeded } from '@social/contracts/events/payments';
import { type Envelope, envelope } from '@social/messaging/envelope';
import type { Recorded } from '@social/messaging/history';
import type { Intent } from '@social/payments/domain';
import type { Collection, MongoClient } from 'mongodb';
import { databaseOf, type ServiceName } from '../local/system.ts';
import type { Servers } from './place.ts';
import { giveBack, type RefundWish, type Told, tellCaptured, tellRefunded } from './retold.ts';
import { readLater, type Survey } from './survey.ts';

/** What came after the backup and is void now, and what of it could not be undone. */
export interface Later {
  facts: number;
  /** Payments that the backup did not know as paid: they are in the books again. */
  payments: number;
  /** Of these, refunds for orders that are no more; payments makes them as soon as it runs. */
  refunds: number;
  /** Orders that were sent since and wait to be sent again: their merchants have to know. */
  sent: string[];
}

/** Where the aggregates live whose facts tell of a version. */
const AGGREGATES: Readonly<Record<string, { service: ServiceName; collection: string }>> = {
  [IDENTITY_TOPIC]: { service: 'identity', collection: 'users' },
  [CATALOG_TOPIC]: { service: 'catalog', collection: 'products' },
  [ORDERS_TOPIC]: { service: 'orders', collection: 'orders' },
  [GROUP_TOPIC]: { service: 'group-buy', collection: 'groups' },
  [ACTIVITY_TOPIC]: { service: 'group-buy', collection: 'activities' },
};

/** Facts that are settled together. */
const AT_ONCE = 500;

type Versioned = { _id: string; version: number };
type IntentDoc = Intent & { outbox?: Envelope[] };
type LaterFact = { topic: string; key: string; type: string; data: unknown };

const isLetter = (topic: string): boolean => topic.endsWith('.dlq');

const readFact = ({ topic, key, value, headers }: Recorded): LaterFact => ({
  ...{ topic, key: key?.toString() ?? '', type: headers.ce_type?.toString() ?? '' },
  data: JSON.parse(value?.toString() ?? 'null'),
});

/** Errors: ZodError, when the data is not of the event's form. */
const dataOf = <E extends EventType>(event: E, fact: LaterFact): DataOf<E> | undefined =>
  fact.type === event.type ? (event.data.parse(fact.data) as DataOf<E>) : undefined;

type Work = Servers & { namespace: string; survey: Survey; now: Date };

/** Settles what came after the backup. Done twice on the same documents it changes nothing more. */
export async function settleLater(work: Work): Promise<Later> {
  const others = await settleOthers(work);
  const money = await settlePayments(work, others.asked);
  return { facts: others.facts + money.facts, ...money.counts, sent: others.sent };
}

/** Hands over facts so many at a time, in their order. */
async function readTogether(
  { bus, survey }: Work,
  ofTopics: (topic: string) => boolean,
  settle: (facts: LaterFact[]) => Promise<void>,
): Promise<number> {
  let count = 0;
  let waiting: LaterFact[] = [];
  const flush = async () => {
    const facts = waiting;
    waiting = [];
    if (facts.length > 0) await settle(facts);
  };
  await readLater(bus, survey, ofTopics, async (fact) => {
    count += 1;
    waiting.push(readFact(fact));
    if (waiting.length === AT_ONCE) await flush();
  });
  await flush();
  return count;
}

const collectionIn = <T extends { _id: string }>(
  { client, namespace }: { client: MongoClient; namespace: string },
  service: ServiceName,
  name: string,
): Collection<T> => client.db(`${namespace}${databaseOf(service)}`).collection<T>(name);

/** Which of these orders there are, of those that match. */
async function ordersAmong(work: Work, ids: string[], condition: object = {}): Promise<Set<string>> {
  const orders = collectionIn(work, 'orders', 'orders');
  const found = await orders
    .find({ _id: { $in: [...new Set(ids)] }, ...condition }, { projection: { _id: 1 } })
    .toArray();
  return new Set(found.map(({ _id }) => _id));
}

async function settleOthers(work: Work) {
  const asked: RefundWish[] = [];
  const sent = new Set<string>();
  const facts = await readTogether(
    work,
    (topic) => topic !== PAYMENTS_TOPIC && !isLetter(topic),
    async (some) => {
      await raiseVersions(work, some);
      asked.push(...some.flatMap((fact) => dataOf(RefundRequested, fact) ?? []));
      const parcels = some.flatMap((fact) => dataOf(ParcelShipped, fact)?.orderId ?? []);
      for (const id of await ordersAmong(work, parcels, { state: 'pending_shipment' })) sent.add(id);
    },
  );
  return { facts, sent: [...sent].sort(), asked: Map.groupBy(asked, ({ paymentId }) => paymentId) };
}

const versionOf = ({ data }: LaterFact): number | undefined => {
  const isTold = typeof data === 'object' && data !== null && 'version' in data && typeof data.version === 'number';
  return isTold ? Number(data.version) : undefined;
};

/** An aggregate goes on above every version that was told of it, or those who were told would take news for old. */
async function raiseVersions(work: Work, facts: LaterFact[]): Promise<void> {
  for (const [topic, some] of Map.groupBy(facts, (fact) => fact.topic)) {
    const home = AGGREGATES[topic];
    if (!home) continue;

    const operations = some.flatMap((fact) => {
      const version = versionOf(fact);
      if (version === undefined) return [];
      const filter = { _id: fact.key, version: { $lte: version } };
      return [{ updateOne: { filter, update: { $set: { version: version + 1 } } } }];
    });
    const aggregates = collectionIn<Versioned>(work, home.service, home.collection);
    if (operations.length > 0) await aggregates.bulkWrite(operations, { ordered: false, writeConcern: { w: 1 } });
  }
}

async function settlePayments(work: Work, asked: ReadonlyMap<string, RefundWish[]>) {
  const counts = { payments: 0, refunds: 0 };
  const facts = await readTogether(
    work,
    (topic) => topic === PAYMENTS_TOPIC,
    async (some) => {
      const { payments, refunds } = await settleSome(work, some, asked);
      counts.payments += payments;
      counts.refunds += refunds;
    },
  );
  return { facts, counts };
}

async function settleSome(work: Work, facts: LaterFact[], asked: ReadonlyMap<string, RefundWish[]>) {
  const intents = collectionIn<IntentDoc>(work, 'payments', 'intents');
  const found = await intents.find({ _id: { $in: [...new Set(facts.map(({ key }) => key))] } }).toArray();
  const documents = new Map(found.map((intent) => [intent._id, intent]));
  const changed = new Map<string, IntentDoc>();
  const counts = { payments: 0, refunds: 0 };
  const keep = (told: Told | undefined) => {
    if (!told) return;
    const { _id } = told.intent;
    const outbox = [...(documents.get(_id)?.outbox ?? []), ...envelopesOf(told, work.now)];
    const next = { ...told.intent, ...(outbox.length > 0 ? { outbox } : {}) };
    documents.set(_id, next);
    changed.set(_id, next);
  };

  const captured = facts.flatMap((fact) => dataOf(PaymentCaptured, fact) ?? []);
  const known = await ordersAmong(
    work,
    captured.flatMap(({ orders }) => orders.map(({ orderId }) => orderId)),
  );
  for (const fact of facts) {
    const payment = dataOf(PaymentCaptured, fact);
    const refund = dataOf(RefundSucceeded, fact);
    if (payment) {
      const told = tellCaptured(documents.get(fact.key), payment);
      const lost = payment.orders.filter(({ orderId }) => !known.has(orderId));
      const wishes = asked.get(payment.paymentId) ?? [];
      keep(told && lost.reduce((each, { orderId }) => giveBack(each, orderId, wishes, work.now), told));
      counts.payments += told ? 1 : 0;
      counts.refunds += told ? lost.length : 0;
    }
    if (refund) keep(tellRefunded(documents.get(fact.key), refund, work.now));
  }
  const operations = [...changed.values()].map((replacement) => ({
    replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
  }));
  if (operations.length > 0) await intents.bulkWrite(operations, { writeConcern: { w: 1 } });
  return counts;
}

const envelopesOf = ({ intent, facts }: Told, now: Date): Envelope[] =>
  facts.map(({ event, data }) => envelope(event, intent._id, data, now));
