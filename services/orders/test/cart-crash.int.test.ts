import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { openMongo } from '@social/runtime/mongo';
import { eventually } from '@social/testkit/eventually';
import { SERVERS } from '@social/testkit/servers';
import type { Collection, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Order } from '../src/domain.ts';
import { ordersOf } from '../src/store.ts';
import { aKey } from './requests.ts';
import { aWorld, type Shopper, type World } from './world.ts';

/** Each test starts the service several times. */
vi.setConfig({ testTimeout: 90_000 });

let world: World;
let sku: string;
let client: MongoClient;
let orders: Collection<Order>;
beforeAll(async () => {
  world = await aWorld();
  sku = await world.aSku(await world.aMerchant(), 990, 100);
  const mongo = await openMongo(SERVERS.mongoUrl, world.namespace, 'orders');
  client = mongo.client;
  orders = ordersOf(mongo.db);
});
afterAll(async () => {
  await client?.close();
  await world?.stop();
});

const cartClient = (address: string) => createRpcClient(services.cart(), address, { tokenKey: world.tokenKey });
type Cart = ReturnType<typeof cartClient>;

/** Starts orders, lets `work` use its carts, and ends it; with a crash point armed, waits for it to die of that. */
async function withCarts<T>(env: Record<string, string>, work: (cart: Cart) => Promise<T>): Promise<T> {
  const service = await world.startOrders({ SWEEP_EVERY_MS: '100', ...env });
  const cart = cartClient(service.grpc);
  try {
    const result = await work(cart);
    if (env.CRASH_AT) await eventually(() => expect(service.child.signalCode).toBe('SIGKILL'));
    return result;
  } finally {
    cart.close();
    // A clean end leaves the consumer group at once; the group waits ten seconds for a killed member.
    await service.end('SIGTERM');
  }
}

const put = (cart: Cart, ann: Shopper, quantity: number) =>
  cart.AddLine({ skuId: sku, quantity, request: aKey() }, ann);
const wanted = async (cart: Cart, ann: Shopper) =>
  (await cart.GetCart({}, ann)).merchants.flatMap(({ items }) => items.map(({ quantity }) => quantity));
const bought = (ann: Shopper) =>
  orders.countDocuments({ buyer_id: ann.caller.userId, state: { $nin: ['placing', 'abandoned'] } });

const POINTS = ['cart-noted', 'order-placing', 'stock-taken', 'written', 'cart-bought'];
/** At these the orders stand already. */
const isPlacedAt = (point: string) => ['written', 'cart-bought'].includes(point);

describe('killed while a cart is checked out', () => {
  it.each(POINTS)('at %s: the same request, sent again, buys once what it meant at first', async (point) => {
    const ann = await world.aShopper();
    const asked = { addressId: ann.addressId, request: aKey() };
    const before = (await world.stockOf(sku)) ?? 0;
    await withCarts({ CRASH_AT: point, SWEEP_EVERY_MS: '60000' }, async (cart) => {
      await put(cart, ann, 2);
      await cart.CheckOut(asked, ann).catch(() => undefined);
    });

    await withCarts({ SWEEP_EVERY_MS: '60000' }, async (cart) => {
      await put(cart, ann, 3);
      const { orders: placed } = await cart.CheckOut(asked, ann);
      expect(placed).toMatchObject([{ lines: [{ quantity: 2 }] }]);
      expect(await wanted(cart, ann)).toEqual([3]);
      expect(await cart.CheckOut(asked, ann)).toMatchObject({ orders: [{ orderId: placed[0]?.orderId }] });
      expect(await wanted(cart, ann)).toEqual([3]);
    });
    expect(await bought(ann)).toBe(1);
    expect(await world.stockOf(sku)).toBe(before - 2);
  });

  it.each(POINTS)('at %s: never sent again, it is bought and gone from the cart, or neither', async (point) => {
    const ann = await world.aShopper();
    const before = (await world.stockOf(sku)) ?? 0;
    const dying = { CRASH_AT: point, PLACING_TIMEOUT_MS: '500', SWEEP_EVERY_MS: '60000' };
    await withCarts(dying, async (cart) => {
      await put(cart, ann, 2);
      await cart.CheckOut({ addressId: ann.addressId, request: aKey() }, ann).catch(() => undefined);
    });

    const left = isPlacedAt(point) ? 0 : 2;
    await withCarts({ PLACING_TIMEOUT_MS: '500' }, async (cart) => {
      const carts = orders.db.collection('carts');
      await eventually(async () => expect(await carts.countDocuments({ purchase: { $exists: true } })).toBe(0));
      await eventually(async () => expect(await orders.countDocuments({ state: 'placing' })).toBe(0));
      expect(await wanted(cart, ann)).toEqual(left === 0 ? [] : [left]);
      expect(await bought(ann)).toBe(isPlacedAt(point) ? 1 : 0);
      await eventually(async () => expect(await world.stockOf(sku)).toBe(before - 2 + left));
    });
  });

  it('at cart-bought: another request, with a key of its own, does not buy the same again', async () => {
    const ann = await world.aShopper();
    const ask = (cart: Cart) => cart.CheckOut({ addressId: ann.addressId, request: aKey() }, ann);
    await withCarts({ CRASH_AT: 'cart-bought', SWEEP_EVERY_MS: '60000' }, async (cart) => {
      await put(cart, ann, 2);
      await ask(cart).catch(() => undefined);
    });

    await withCarts({ SWEEP_EVERY_MS: '60000' }, async (cart) => {
      await expect(ask(cart)).rejects.toThrow(expect.objectContaining({ code: 'selection-invalid' }));
      expect(await wanted(cart, ann)).toEqual([]);
    });
    expect(await bought(ann)).toBe(1);
  });
});
