import { type Bus, openBus } from '@social/messaging/bus';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { openMongo } from '@social/runtime/mongo';
import { eventually } from '@social/testkit/eventually';
import { SERVERS, silentLog } from '@social/testkit/servers';
import type { Collection, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Order } from '../src/domain.ts';
import { ordersOf } from '../src/store.ts';
import { aKey, captured } from './requests.ts';
import { aWorld, type Shopper, type World } from './world.ts';

/** Each test starts a service or two; a consumer group waits for a killed member. */
vi.setConfig({ testTimeout: 90_000 });

/** What a killed process has left open in MongoDB holds its documents for so long, and until somebody looks. */
const LAPSED_S = 5;

type StockDoc = { _id: string; stock: number; reserved: number; sold: number; moves: number };
type HolderDoc = {
  _id: string;
  state: string;
  lines: { sku_id: string; quantity: number }[];
  due_at?: Date;
  at?: Date;
};
type Rpc = ReturnType<typeof createRpcClient<ReturnType<typeof services.orders>>>;

let world: World;
let ann: Shopper;
let bus: Bus;
let client: MongoClient;
let orders: Collection<Order>;
let stock: Collection<StockDoc>;
let holders: Collection<HolderDoc>;
let merchant: string;

beforeAll(async () => {
  world = await aWorld();
  ann = await world.aShopper();
  merchant = await world.aMerchant();
  const { namespace } = world;
  bus = await openBus({ brokers: SERVERS.kafkaBrokers, namespace, service: 'payments', log: silentLog });
  const mongo = await openMongo(SERVERS.mongoUrl, namespace, 'orders');
  client = mongo.client;
  await client.db('admin').command({ setParameter: 1, transactionLifetimeLimitSeconds: LAPSED_S });
  orders = ordersOf(mongo.db);
  const catalog = client.db(`${namespace}catalog`);
  stock = catalog.collection('skus_stock');
  holders = catalog.collection('stock_holders');
});
afterAll(async () => {
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
    await service.end('SIGTERM');
  }
}

/** An order of two pieces of a SKU that has ten. */
async function anOrder(rpc: Rpc) {
  const skuId = await world.aSku(merchant, 990, 10);
  const cart = { lines: [{ skuId, quantity: 2 }], addressId: ann.addressId, request: aKey() };
  const placed = await rpc.PlaceOrders(cart, ann);
  return { skuId, orderId: placed.orders[0]?.orderId ?? '' };
}

const levelOf = async (skuId: string) => {
  const { _id, stock: left, reserved, sold } = (await stock.findOne({ _id: skuId })) ?? { _id: '', stock: 0 };
  return { left, reserved, sold };
};
const RESERVED = { left: 8, reserved: 2, sold: 0 };
const SOLD = { left: 8, reserved: 0, sold: 2 };
const FREE = { left: 10, reserved: 0, sold: 0 };
const soon = (skuId: string, level: typeof SOLD) =>
  eventually(async () => expect(await levelOf(skuId)).toEqual(level), 60_000);

const pay = (orderId: string) => bus.publish([captured(orderId, 1980, new Date())]);

describe.each(['stock-written', 'stock-changed'])('the catalog, killed at %s', (point) => {
  it('sells what a paid order reserved, once', async () => {
    await withOrders({}, async (rpc) => {
      const { skuId, orderId } = await anOrder(rpc);
      expect(await levelOf(skuId)).toEqual(RESERVED);
      const armed = await world.restartCatalog({ CRASH_AT: point });
      await pay(orderId);
      await eventually(() => expect(armed.child.signalCode).toBe('SIGKILL'), 30_000);

      await world.restartCatalog();
      await soon(skuId, SOLD);
    });
  });

  it('takes a cancelled order’s stock back, once', async () => {
    await withOrders({}, async (rpc) => {
      const { skuId, orderId } = await anOrder(rpc);
      const armed = await world.restartCatalog({ CRASH_AT: point });
      await rpc.CancelOrder({ orderId, request: aKey() }, ann);
      await eventually(() => expect(armed.child.signalCode).toBe('SIGKILL'), 30_000);

      await world.restartCatalog();
      await soon(skuId, FREE);
      await eventually(
        async () => expect((await orders.findOne({ _id: orderId }))?.stock_to_return).toBeUndefined(),
        20_000,
      );
    });
  });
});

describe('orders, killed when the catalog has taken stock back but nobody has noted it', () => {
  it('tells it again, which changes nothing', async () => {
    const { skuId, orderId } = await withOrders({}, anOrder);
    await withOrders({ CRASH_AT: 'stock-given-back' }, async (rpc) => {
      await rpc.CancelOrder({ orderId, request: aKey() }, ann).catch(() => undefined);
    });
    await soon(skuId, FREE);

    await withOrders({}, async () => {
      await eventually(async () => expect((await orders.findOne({ _id: orderId }))?.stock_to_return).toBeUndefined());
    });
    expect(await levelOf(skuId)).toEqual(FREE);
  });
});

describe('a reservation past its deadline, of which nothing was heard', () => {
  const overdue = (orderId: string) => holders.updateOne({ _id: orderId }, { $set: { due_at: new Date(0) } });

  it('has the deadline that its order gave it', async () => {
    await withOrders(
      { PAY_WINDOW_MS: '100000', CALLBACK_GRACE_MS: '5000', PLACING_TIMEOUT_MS: '7000' },
      async (rpc) => {
        const { orderId } = await anOrder(rpc);
        const [order, holder] = await Promise.all([
          orders.findOne({ _id: orderId }),
          holders.findOne({ _id: orderId }),
        ]);
        const latest = (order?.pay_by.getTime() ?? 0) + 5000;
        expect(holder?.due_at?.getTime()).toBeGreaterThan(latest);
        expect(holder?.due_at?.getTime()).toBeLessThan(latest + 120_000);
      },
    );
  });

  it('is sold when orders says that it is paid', async () => {
    await withOrders({}, async (rpc) => {
      const { skuId, orderId } = await anOrder(rpc);
      // As if the fact had never been told.
      await orders.updateOne({ _id: orderId }, { $set: { state: 'pending_shipment', paid_at: new Date() } });
      await overdue(orderId);
      await soon(skuId, SOLD);
    });
  });

  it('goes back when orders says that it has ended', async () => {
    await withOrders({}, async (rpc) => {
      const { skuId, orderId } = await anOrder(rpc);
      await orders.updateOne({ _id: orderId }, { $set: { state: 'cancelled' }, $unset: { due_at: '' } });
      await overdue(orderId);
      await soon(skuId, FREE);
    });
  });

  it('stays while its order may still be paid, and while orders does not know it', async () => {
    await withOrders({}, async (rpc) => {
      const { skuId, orderId } = await anOrder(rpc);
      const orphan = `ord_nobody_${skuId}`;
      await holders.insertOne({ _id: orphan, state: 'reserved', lines: [], due_at: new Date(0), at: new Date() });
      await overdue(orderId);

      for (const _id of [orderId, orphan]) {
        await eventually(async () => {
          const later = (await holders.findOne({ _id }))?.due_at?.getTime() ?? 0;
          expect(later).toBeGreaterThan(Date.now());
        }, 20_000);
      }
      expect(await levelOf(skuId)).toEqual(RESERVED);
    });
  });
});
