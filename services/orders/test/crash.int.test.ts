import { ORDERS_TOPIC, OrderPlaced, RefundRequested } from '@social/contracts/events/orders';
import { type Bus, ensureTopics, openBus } from '@social/messaging/bus';
import { consume, on } from '@social/messaging/consumer';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { openMongo } from '@social/runtime/mongo';
import { eventually } from '@social/testkit/eventually';
import { SERVERS, silentLog } from '@social/testkit/servers';
import type { Collection, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Order } from '../src/domain.ts';
import { ordersOf } from '../src/store.ts';
import { aKey, aSeatCall, aSeatRequest, captured, failed } from './requests.ts';
import { aWorld, GROUP_BUY, type Shopper, type World } from './world.ts';

/** Each test starts the service several times. */
vi.setConfig({ testTimeout: 90_000 });

let world: World;
let ann: Shopper;
let sku: string;
let bus: Bus;
let client: MongoClient;
let orders: Collection<Order>;
let stopListening: () => Promise<void>;
const placed: string[] = [];
const refunds: string[] = [];

beforeAll(async () => {
  world = await aWorld();
  ann = await world.aShopper();
  sku = await world.aSku(await world.aMerchant(), 990, 100);
  const { namespace } = world;
  bus = await openBus({ brokers: SERVERS.kafkaBrokers, namespace, service: 'listener', log: silentLog });
  await ensureTopics(bus, [ORDERS_TOPIC]);
  stopListening = await consume(bus, [
    on(OrderPlaced, async ({ orderId }) => void placed.push(orderId)),
    on(RefundRequested, async ({ refundId }) => void refunds.push(refundId)),
  ]);
  const mongo = await openMongo(SERVERS.mongoUrl, namespace, 'orders');
  client = mongo.client;
  orders = ordersOf(mongo.db);
});
afterAll(async () => {
  await stopListening?.();
  await bus?.close();
  await client?.close();
  await world?.stop();
});

/** Starts orders, lets `work` use it, and ends it; with a crash point armed, waits for it to die of that. */
async function withOrders<T>(env: Record<string, string>, work: (rpc: Rpc) => Promise<T>): Promise<T> {
  const service = await world.startOrders({ SWEEP_EVERY_MS: '100', ...env });
  const rpc = createRpcClient(services.orders(), service.grpc, { tokenKey: world.tokenKey });
  try {
    const result = await work(rpc);
    if (env.CRASH_AT) await eventually(() => expect(service.child.signalCode).toBe('SIGKILL'));
    return result;
  } finally {
    rpc.close();
    // A clean end leaves the consumer group at once; the group waits ten seconds for a killed member.
    await service.end('SIGTERM');
  }
}
type Rpc = ReturnType<typeof createRpcClient<ReturnType<typeof services.orders>>>;

const aCart = () => ({ lines: [{ skuId: sku, quantity: 2 }], addressId: ann.addressId, request: aKey() });

describe('killed while a cart is placed', () => {
  it.each(['order-placing', 'stock-taken', 'written', 'published'])(
    'at %s: the same request, sent again, places it once',
    async (point) => {
      const cart = aCart();
      const before = (await world.stockOf(sku)) ?? 0;
      await withOrders({ CRASH_AT: point }, (rpc) => rpc.PlaceOrders(cart, ann).catch(() => undefined));

      const again = await withOrders({}, async (rpc) => {
        const answer = await rpc.PlaceOrders(cart, ann);
        await eventually(() => expect(placed).toContain(answer.orders[0]?.orderId));
        return answer;
      });
      expect(again.orders).toHaveLength(1);
      expect(await orders.countDocuments({ 'request.id': cart.request.id })).toBe(1);
      expect(await world.stockOf(sku)).toBe(before - 2);
    },
  );

  it.each(['order-placing', 'stock-taken'])('at %s: never sent again, its stock comes back', async (point) => {
    const cart = aCart();
    const before = await world.stockOf(sku);
    const dying = { CRASH_AT: point, PLACING_TIMEOUT_MS: '500', SWEEP_EVERY_MS: '60000' };
    await withOrders(dying, (rpc) => rpc.PlaceOrders(cart, ann).catch(() => undefined));

    await withOrders({}, async (rpc) => {
      await eventually(async () => expect(await orders.countDocuments({ state: 'placing' })).toBe(0));
      await eventually(async () => expect(await world.stockOf(sku)).toBe(before));
      expect((await rpc.PlaceOrders(cart, ann)).orders).toHaveLength(1);
    });
  });
});

describe('killed while seats are placed', () => {
  it('after they are written: the same request, sent again, gives the same order', async () => {
    const seat = aSeatRequest(ann);
    const ask = (rpc: Rpc) => rpc.PlaceGroupOrders(aSeatCall([seat]), { caller: GROUP_BUY });
    await withOrders({ CRASH_AT: 'order-written' }, (rpc) => ask(rpc).catch(() => undefined));

    const { results } = await withOrders({}, ask);
    expect(results).toMatchObject([{ errorCode: '', earlier: { orderId: seat.orderId } }]);
    expect(await orders.countDocuments({ 'request.id': seat.request.id })).toBe(1);
  });
});

describe('killed between two members’ refunds', () => {
  it.each(['refund-requested', 'handled'])('at %s: everyone is refunded, once', async (point) => {
    const seats = [aSeatRequest(ann), aSeatRequest(ann), aSeatRequest(ann)];
    const ids = seats.map(({ orderId }) => orderId);
    await withOrders({}, async (rpc) => {
      await rpc.PlaceGroupOrders(aSeatCall(seats), { caller: GROUP_BUY });
      await bus.publish(ids.map((id) => captured(id, 990, new Date())));
      await eventually(async () =>
        expect(await orders.countDocuments({ _id: { $in: ids }, state: 'awaiting_group' })).toBe(3),
      );
    });
    await bus.publish([failed('grp_1', ids, new Date())]);
    await withOrders({ CRASH_AT: point }, async () => undefined);

    await withOrders({}, async () => {
      await eventually(() => expect(refunds).toEqual(expect.arrayContaining(ids.map((id) => `ref_${id}`))), 20_000);
      await eventually(async () => expect(await orders.countDocuments({ outbox: { $exists: true } })).toBe(0));
    });
    for (const order of await orders.find({ _id: { $in: ids } }).toArray()) expect(order.refunds).toHaveLength(1);
  });
});
