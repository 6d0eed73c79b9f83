/** Two merchants' goods in one cart, paid together and sent, with a process killed between any two steps. */
import type { ServiceName } from '@social/local/system';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Books, openBooks } from '../books.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { type Order, openShop, type Payment, type Shop } from '../shop.ts';
import { armed, stubborn } from '../stubborn.ts';

const STOCK = 100;
type Merchant = Awaited<ReturnType<Shop['aMerchant']>>;
type Goods = { merchant: Merchant; productId: string; skuId: string };
type Told = Order & { merchantId: string; parcels: { deliveredAt?: string; trackingNumber?: string }[] };

let platform: Platform;
let shop: Shop;
let books: Books;
let goods: Goods[];
beforeAll(async () => {
  platform = await startPlatform({ callbackGraceMs: 1000, env: { 'sandbox-carrier': { CARRIER_STEP_MS: '200' } } });
  shop = openShop(platform);
  books = await openBooks(platform);
  goods = await Promise.all(
    [1, 2].map(async () => {
      const merchant = await shop.aMerchant();
      return { merchant, ...(await shop.aSku(merchant, STOCK)) };
    }),
  );
});
afterAll(async () => {
  await books?.close();
  await platform?.stop();
});

/** From the cart to the confirmed receipt; every request is repeated with its key until it is answered. */
async function aPurchase(): Promise<void> {
  const persist = stubborn(shop);
  const ann = await eventually(() => shop.aPerson('ann'), 30_000);
  const cart = { lines: goods.map(({ skuId }) => ({ skuId, quantity: 1 })), addressId: ann.addressId };
  const { orders } = await persist<{ orders: Told[] }>('POST', '/v1/orders', ann.token, cart);
  expect(orders).toHaveLength(2);

  const orderIds = orders.map(({ orderId }) => orderId);
  await shop.payAt(await persist<Payment>('POST', '/v1/payments', ann.token, { orderIds }));
  const told = async (id: string) => {
    const { status, body } = await shop.send<Told>('GET', `/v1/orders/${id}`, { token: ann.token });
    expect(status).toBe(200);
    return body;
  };
  for (const { orderId, merchantId } of orders) {
    await eventually(async () => expect((await told(orderId)).state).toBe('pending_shipment'), 60_000);
    const staff = goods.find(({ merchant }) => merchant.merchantId === merchantId)?.merchant.token ?? '';
    await persist('POST', `/v1/orders/${orderId}/ship`, staff, { carrier: 'sandbox' });
  }
  for (const id of orderIds) {
    await eventually(async () => {
      const { parcels } = await told(id);
      expect(parcels).toMatchObject([{ deliveredAt: expect.any(String) }]);
    }, 60_000);
    await persist('POST', `/v1/orders/${id}/confirm`, ann.token);
  }
  await books.balanced();
}

const POINTS: [ServiceName, string, string][] = [
  ['orders', 'order-placing', 'after the orders are written, before their stock is taken'],
  ['orders', 'stock-taken', 'after their stock is taken, before they are placed'],
  ['orders', 'orders-placed', 'after they are placed, before they are answered'],
  ['orders', 'published', 'after a fact is published, before the outbox is cleared'],
  ['payments', 'intent-written', 'after a payment is written, before the provider knows of it'],
  ['payments', 'charge-opened', 'after the provider knows of it, before the cashier is noted'],
  ['payments', 'written', 'after the capture is written, before it is published'],
  ['orders', 'handled', 'after orders heard that it is paid, before that is noted'],
  ['catalog', 'handled', 'after the catalog heard that it is paid, before that is noted'],
  ['orders', 'parcel-booked', 'after the carrier took a parcel, before its number is noted'],
];

describe('a purchase from two merchants, killed between any two steps', () => {
  it.each(POINTS)('%s at %s: %s', async (service, point) => {
    const { died } = await armed(platform, service, point);
    await aPurchase();
    expect(await died, `${service} did not reach ${point}`).toBe('SIGKILL');
  });

  it('in the end nothing is doubled, and nothing is held', async () => {
    type OrderDoc = { state: string; checkout_id: string; parcels?: { tracking_number: string }[] };
    const orders = await books.all<OrderDoc>('orders', 'orders');
    const kept = orders.filter(({ state }) => state !== 'abandoned');
    expect(kept.map(({ state }) => state)).toEqual(Array.from({ length: 2 * POINTS.length }, () => 'completed'));
    expect(new Set(kept.map(({ checkout_id }) => checkout_id)).size).toBe(POINTS.length);
    const numbers = kept.flatMap(({ parcels = [] }) => parcels.map(({ tracking_number }) => tracking_number));
    expect(new Set(numbers).size).toBe(2 * POINTS.length);
    const atCarrier = await books.all('sandbox_carrier', 'parcels');
    expect(atCarrier).toHaveLength(2 * POINTS.length);

    for (const { productId } of goods) {
      await eventually(async () => expect(await shop.stockOf(productId)).toBe(STOCK - POINTS.length), 60_000);
    }
  });
});
