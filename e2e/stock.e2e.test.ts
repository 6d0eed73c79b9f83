/** Stock from reservation to sale, and the recount that compares the books of it. */
import { randomUUID } from 'node:crypto';
import { newId } from '@social/runtime/ids';
import { openMongo } from '@social/runtime/mongo';
import { eventually } from '@social/testkit/eventually';
import type { Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { recount } from './recount.ts';
import { openShop, type Person, type Shop } from './shop.ts';

type Level = { onHand: number; available: number; reserved: number; sold: number };
type Merchant = Awaited<ReturnType<Shop['aMerchant']>>;
type Holder = { _id: string; state: string; lines: { sku_id: string; quantity: number }[]; at: Date };
type Movement = { _id: string; sku_id: string; holder_id: string; quantity: number; reason: string; n?: number };

let platform: Platform;
let shop: Shop;
let merchant: Merchant;
let ann: Person;
let client: MongoClient;
let catalog: Db;

beforeAll(async () => {
  const env = { PAY_WINDOW_MS: '8000', SWEEP_EVERY_MS: '200' };
  platform = await startPlatform({ env: { orders: env } });
  shop = openShop(platform);
  [merchant, ann] = await Promise.all([shop.aMerchant(), shop.aPerson('ann')]);
  ({ client, db: catalog } = await openMongo(platform.mongoUrl, platform.namespace, 'catalog'));
});
afterAll(async () => {
  await client?.close();
  await platform?.stop();
});

const levelOf = (skuId: string) =>
  shop.must<Level>('GET', `/v1/merchants/${merchant.merchantId}/skus/${skuId}/stock`, { token: merchant.token });
const soon = (skuId: string, level: Partial<Level>) =>
  eventually(async () => expect(await levelOf(skuId)).toMatchObject(level), 30_000);

async function anOrder(skuId: string, quantity: number, person = ann): Promise<string> {
  const body = { lines: [{ skuId, quantity }], addressId: person.addressId };
  const { orders } = await shop.must<{ orders: { orderId: string }[] }>('POST', '/v1/orders', {
    token: person.token,
    body,
  });
  return orders[0]?.orderId ?? '';
}

async function expectNothingDiffers(): Promise<void> {
  expect(await recount(platform, shop)).toEqual([]);
}

describe('an order’s stock', () => {
  it('is reserved when it is placed and sold when it is paid', async () => {
    const { skuId } = await shop.aSku(merchant, 10);
    const orderId = await anOrder(skuId, 3);
    expect(await levelOf(skuId)).toMatchObject({ onHand: 10, available: 7, reserved: 3, sold: 0 });

    await shop.pay(ann, orderId);
    await soon(skuId, { onHand: 7, available: 7, reserved: 0, sold: 3 });
  });

  it('goes back by the clock when nobody pays', async () => {
    const { skuId } = await shop.aSku(merchant, 10);
    const orderId = await anOrder(skuId, 3);
    expect(await levelOf(skuId)).toMatchObject({ available: 7, reserved: 3 });

    await soon(skuId, { onHand: 10, available: 10, reserved: 0, sold: 0 });
    expect((await shop.order(ann, orderId)).state).toBe('cancelled');
    type Moves = { items: { kind: string; holder?: string; available: number }[] };
    const path = `/v1/merchants/${merchant.merchantId}/skus/${skuId}/stock-history`;
    const { items } = await shop.must<Moves>('GET', path, { token: merchant.token });
    expect(items).toMatchObject([
      { kind: 'back', holder: orderId, available: 3 },
      { kind: 'take', holder: orderId, available: -3 },
      { kind: 'opening', available: 10 },
    ]);
  });
});

describe('a recount', () => {
  it('finds nothing while people buy, pay, cancel and forget, alone and in groups, and nothing afterwards', async () => {
    const { skuId } = await shop.aSku(merchant, 200);
    const people = await Promise.all(['bob', 'cai', 'dan'].map((name) => shop.aPerson(name)));
    const offer = { stock: 20, groupSize: 2, paySeconds: 8, fillSeconds: 60 };
    const { activityId } = await shop.anActivity(merchant, skuId, offer);
    const [head, friend, loner] = people;
    if (!head || !friend || !loner) throw new Error('three people are needed');

    const alone = async (person: Person, index: number) => {
      const orderId = await anOrder(skuId, 1 + (index % 3), person);
      if (index % 3 === 0) await shop.pay(person, orderId);
      if (index % 3 === 1) await shop.must('POST', `/v1/orders/${orderId}/cancel`, { token: person.token });
    };
    const together = async () => {
      const seat = await shop.open(head, activityId);
      await shop.pay(head, seat.orderId);
      const other = await shop.join(friend, seat.groupId);
      await shop.pay(friend, other.orderId);
      const lonely = await shop.open(loner, activityId);
      await shop.pay(loner, lonely.orderId);
    };
    const adjust = () =>
      shop.must('POST', `/v1/merchants/${merchant.merchantId}/skus/${skuId}/stock-adjustments`, {
        ...{ token: merchant.token, body: { by: -1, reason: 'broken' } },
      });
    const buyers = Array.from({ length: 18 }, (_, index) => alone(people[index % 3] ?? head, index));
    await Promise.all([...buyers, together(), adjust(), expectNothingDiffers(), expectNothingDiffers()]);

    await shop.must('POST', `/v1/activities/${activityId}/end`, { token: merchant.token });
    // Six paid orders of one piece each, and two seats; all others went back.
    await soon(skuId, { reserved: 0, sold: 8, available: 200 - 1 - 8 });
    await expectNothingDiffers();
  }, 120_000);

  it('is an operator’s', async () => {
    const { status } = await shop.send('GET', '/v1/stock/recount', { token: merchant.token });
    expect(status).toBe(403);
  });

  it('names a counter that is off by one, a lost release, an orphan holder, and a doubled movement', async () => {
    const stock = catalog.collection<{ _id: string }>('skus_stock');
    const holders = catalog.collection<Holder>('stock_holders');
    const movements = catalog.collection<Movement>('stock_movements');
    const skus = await Promise.all([1, 2, 3, 4].map(() => shop.aSku(merchant, 10)));
    const [offByOne = '', lost = '', orphaned = '', doubled = ''] = skus.map(({ skuId }) => skuId);

    await stock.updateOne({ _id: offByOne }, { $inc: { reserved: 1 } });

    const cancelled = await anOrder(lost, 2);
    await shop.must('POST', `/v1/orders/${cancelled}/cancel`, { token: ann.token });
    await soon(lost, { available: 10, reserved: 0 });
    // As if the catalog had never heard of it.
    await holders.updateOne({ _id: cancelled }, { $set: { state: 'reserved' } });
    await movements.deleteOne({ _id: `${cancelled}:${lost}:back` });
    await stock.updateOne({ _id: lost }, { $inc: { stock: -2, reserved: 2, moves: -1 } });

    const nobody = newId('ord');
    const lines = [{ sku_id: orphaned, quantity: 4 }];
    await holders.insertOne({ _id: nobody, state: 'reserved', lines, at: new Date() });

    const paid = await anOrder(doubled, 1);
    await shop.pay(ann, paid);
    await soon(doubled, { sold: 1 });
    const row = await movements.findOne({ _id: `${paid}:${doubled}` });
    if (!row) throw new Error('the order took nothing');
    await movements.insertOne({ ...row, _id: `${row._id}:${randomUUID()}` });

    const found = await recount(platform, shop);
    const kindsOf = (id: string) =>
      found.filter(({ skuId, holder }) => skuId === id || holder === id).map(({ kind }) => kind);
    expect(kindsOf(offByOne)).toEqual(['counter']);
    expect(kindsOf(lost)).toEqual([]);
    expect(kindsOf(cancelled)).toEqual(['fate']);
    expect(kindsOf(nobody)).toEqual(expect.arrayContaining(['rows', 'no-owner']));
    expect(kindsOf(doubled)).toEqual(expect.arrayContaining(['counter', 'numbering']));
    expect(kindsOf(paid)).toContain('rows');
    expect(found.find(({ holder }) => holder === cancelled)?.sides).toEqual([
      { name: 'holder', says: `reserved ${lost} × 2` },
      { name: 'orders', says: `released ${lost} × 2` },
    ]);
  }, 120_000);
});
