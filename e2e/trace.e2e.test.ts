import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createSpanStore, type Span } from '@social/local/spans';
import { answer } from '@social/local/traces';
import { eventually } from '@social/testkit/eventually';
import { freePort } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { openShop, type Person, type Seat, type Shop } from './shop.ts';

let receiver: Server;
let platform: Platform;
let shop: Shop;
const store = createSpanStore(100_000);

beforeAll(async () => {
  const port = await freePort();
  receiver = createServer((request, response) => void answer(store, request, response)).listen(port, '127.0.0.1');
  platform = await startPlatform({ otlpEndpoint: `http://127.0.0.1:${port}` });
  shop = openShop(platform);
});
afterAll(async () => {
  await platform?.stop();
  receiver.close();
});

const isUnder = (spans: Span[], span: Span, ancestor: Span): boolean => {
  const byId = new Map(spans.map((one) => [one.spanId, one]));
  for (let at: Span | undefined = span; at; at = byId.get(at.parentSpanId ?? '')) if (at === ancestor) return true;
  return false;
};

/** A join, in the order of its hops, each under the one before it. */
const JOINING = [
  ['gateway', 'POST /v1/groups/:group/members'],
  ['group-buy', 'hold seat'],
  ['orders', 'social.orders.v1.OrdersService/PlaceGroupOrders'],
] as const;

/** From paying for it to the order that may ship. */
const PAYING = [
  ['gateway', 'POST /v1/payments'],
  ['payments', 'social.payments.v1.PaymentsService/CreateIntent'],
  ['gateway', 'POST /v1/payments/callbacks/:provider'],
  ['payments', 'social.payments.v1.PaymentsService/HandleCallback'],
  ['orders', 'handle payments.intent.captured.v1'],
  ['group-buy', 'handle orders.order.paid.v1'],
  ['orders', 'handle group-buy.group.succeeded.v1'],
] as const;

function expectInTurn(spans: Span[], hops: readonly (readonly [service: string, name: string])[]): void {
  let above: Span | undefined;
  for (const [service, name] of hops) {
    const hop = spans.find((one) => one.service === service && one.name === name);
    expect(hop, `${service}: ${name}`).toBeDefined();
    if (hop && above) expect(isUnder(spans, hop, above), `${name} under ${above.name}`).toBe(true);
    above = hop;
  }
}

describe('one trace', () => {
  it('leads from the join and the click on pay, over gRPC, outbox and Kafka, to the order that may ship', async () => {
    const merchant = await shop.aMerchant();
    const { skuId } = await shop.aSku(merchant, 10);
    const { activityId } = await shop.anActivity(merchant, skuId, { groupSize: 2, stock: 4 });
    const [ann, bob] = (await Promise.all([shop.aPerson('ann'), shop.aPerson('bob')])) as [Person, Person];
    const a = await shop.open(ann, activityId);
    await shop.pay(ann, a.orderId);
    const traceId = randomBytes(16).toString('hex');
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    const seat = { quantity: 1, addressId: bob.addressId };
    const joining = { token: bob.token, body: seat, headers };
    const b = await shop.must<Seat>('POST', `/v1/groups/${a.groupId}/members`, joining);
    const { body } = await shop.send<{ cashierUrl: string; paymentId: string; state: string }>('POST', '/v1/payments', {
      token: bob.token,
      body: { orderIds: [b.orderId], provider: 'sandbox' },
      headers,
    });
    await shop.payAt(body);
    await eventually(async () => expect((await shop.order(bob, b.orderId)).state).toBe('pending_shipment'));

    await eventually(() => {
      const spans = store.trace(traceId);
      for (const hops of [JOINING, PAYING]) expectInTurn(spans, hops);
    });
  });
});
