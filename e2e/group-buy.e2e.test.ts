import { setTimeout as pause } from 'node:timers/promises';
import { openRedis } from '@social/runtime/redis';
import { eventually } from '@social/testkit/eventually';
import { SERVERS, silentLog } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Books, openBooks } from './books.ts';
import { type Platform, startPlatform } from './platform.ts';
import { openShop, type Person, type Seat, type Shop } from './shop.ts';

let platform: Platform;
let shop: Shop;
let books: Books;
let merchant: Awaited<ReturnType<Shop['aMerchant']>>;

beforeAll(async () => {
  platform = await startPlatform({ callbackGraceMs: 1000 });
  shop = openShop(platform);
  books = await openBooks(platform);
  merchant = await shop.aMerchant();
});
afterAll(async () => {
  await books?.close();
  await platform?.stop();
});

const people = (...names: string[]): Promise<Person[]> => Promise.all(names.map((name) => shop.aPerson(name)));
const aSale = async (offer: Record<string, unknown> = {}) => {
  const sku = await shop.aSku(merchant, 100);
  return { ...sku, ...(await shop.anActivity(merchant, sku.skuId, offer)) };
};
const stateOf = async (person: Person, { orderId }: Seat) => (await shop.order(person, orderId)).state;
const become = (person: Person, seat: Seat, state: string) =>
  eventually(async () => expect(await stateOf(person, seat)).toBe(state), 20_000);

describe('a group-buy', () => {
  it('goes from an open group to completed orders', async () => {
    const { activityId, productId } = await aSale();
    const [ann, bob, cat] = (await people('ann', 'bob', 'cat')) as [Person, Person, Person];
    const a = await shop.open(ann, activityId);
    const b = await shop.join(bob, a.groupId);
    const c = await shop.join(cat, a.groupId);
    expect(a.total).toEqual({ amount: 700, currency: 'CNY' });
    for (const [person, seat] of [
      [ann, a],
      [bob, b],
      [cat, c],
    ] as const)
      await shop.pay(person, seat.orderId);

    await become(ann, a, 'pending_shipment');
    const succeeded = { state: 'succeeded', headId: ann.userId };
    await eventually(async () => expect(await shop.group(a.groupId)).toMatchObject(succeeded));
    for (const [person, seat] of [
      [ann, a],
      [bob, b],
      [cat, c],
    ] as const) {
      await become(person, seat, 'pending_shipment');
      await shop.ship(merchant, seat.orderId);
      await shop.must('POST', `/v1/orders/${seat.orderId}/confirm`, { token: person.token });
      expect(await stateOf(person, seat)).toBe('completed');
    }
    expect(await shop.stockOf(productId)).toBe(70);
    await books.balanced();
  });

  it('refunds everyone to the fen when a group expires half full', async () => {
    const { activityId } = await aSale({ fillSeconds: 5 });
    const [ann, bob] = (await people('ann', 'bob')) as [Person, Person];
    const a = await shop.open(ann, activityId);
    const b = await shop.join(bob, a.groupId);
    await shop.pay(ann, a.orderId);
    await shop.pay(bob, b.orderId);
    await become(ann, a, 'closed');
    await become(bob, b, 'closed');
    const expired = { state: 'failed', failReason: 'expired' };
    await eventually(async () => expect(await shop.group(a.groupId)).toMatchObject(expired));
    await books.balanced();
  });

  it('places money that comes after the last seat went in another open group, or gives it back', async () => {
    const { activityId } = await aSale({ groupSize: 2 });
    const [ann, bob, late, later, dan] = (await people('ann', 'bob', 'late', 'later', 'dan')) as [
      Person,
      Person,
      Person,
      Person,
      Person,
    ];
    const a = await shop.open(ann, activityId);
    await shop.pay(ann, a.orderId);
    const l = await shop.join(late, a.groupId);
    const lateMoney = await shop.intent(late, l.orderId);
    await shop.must('DELETE', `/v1/groups/${a.groupId}/members/me`, { token: late.token });
    const b = await shop.join(bob, a.groupId);
    await shop.pay(bob, b.orderId);
    await become(bob, b, 'pending_shipment');

    const d = await shop.open(dan, activityId);
    await shop.pay(dan, d.orderId);
    await become(dan, d, 'awaiting_group');
    await shop.payAt(lateMoney);
    await become(late, l, 'pending_shipment');
    await become(dan, d, 'pending_shipment');
    expect((await shop.order(late, l.orderId)).group?.groupId).toBe(d.groupId);

    const e = await shop.open(later, activityId);
    const laterMoney = await shop.intent(later, e.orderId);
    await shop.must('DELETE', `/v1/groups/${e.groupId}/members/me`, { token: later.token });
    await shop.payAt(laterMoney);
    await become(later, e, 'closed');
    await books.balanced();
  });

  it('passes headship on when the head leaves before paying', async () => {
    const { activityId } = await aSale();
    const [ann, bob] = (await people('ann', 'bob')) as [Person, Person];
    const a = await shop.open(ann, activityId);
    const b = await shop.join(bob, a.groupId);
    await shop.pay(bob, b.orderId);
    await become(bob, b, 'awaiting_group');
    await shop.must('DELETE', `/v1/groups/${a.groupId}/members/me`, { token: ann.token });
    await eventually(async () => expect((await shop.group(a.groupId)).headId).toBe(bob.userId));
    expect(await stateOf(ann, a)).toBe('cancelled');
  });

  it('refunds the open groups of an activity that is ended early, and gives its unsold stock back', async () => {
    const { activityId, productId } = await aSale({ paySeconds: 5, groupSize: 2 });
    const [ann, bob, cat] = (await people('ann', 'bob', 'cat')) as [Person, Person, Person];
    const a = await shop.open(ann, activityId);
    const b = await shop.join(bob, a.groupId);
    await shop.pay(ann, a.orderId);
    await shop.pay(bob, b.orderId);
    const c = await shop.open(cat, activityId);
    await shop.pay(cat, c.orderId);
    await become(cat, c, 'awaiting_group');
    await become(bob, b, 'pending_shipment');
    await shop.must('POST', `/v1/activities/${activityId}/end`, { token: merchant.token });
    await become(cat, c, 'closed');
    expect((await shop.tryOpen(bob, activityId)).body.code).toBe('activity-ended');
    await eventually(async () => expect(await shop.stockOf(productId)).toBe(98), 30_000);
    await books.balanced();
  });

  it('tells a full group, an expired one, one’s own and a finished one apart', async () => {
    const { activityId } = await aSale({ groupSize: 2, fillSeconds: 5, paySeconds: 5 });
    const [ann, bob, cat] = (await people('ann', 'bob', 'cat')) as [Person, Person, Person];
    const a = await shop.open(ann, activityId);
    const own = await shop.tryJoin(ann, a.groupId);
    expect([own.status, own.body.code]).toEqual([409, 'already-joined']);
    const b = await shop.join(bob, a.groupId);
    const full = await shop.tryJoin(cat, a.groupId);
    expect([full.status, full.body.code]).toEqual([409, 'group-full']);
    expect(Number(full.headers.get('retry-after'))).toBeGreaterThan(0);
    await shop.pay(ann, a.orderId);
    await shop.pay(bob, b.orderId);
    await become(bob, b, 'pending_shipment');
    await eventually(async () => expect((await shop.tryJoin(cat, a.groupId)).body.code).toBe('group-closed'));

    const c = await shop.open(cat, activityId);
    const { dueAt } = await shop.group(c.groupId);
    // Who asks earlier has a seat in it, and hears of that seat as long as its hold lasts.
    await pause(Date.parse(dueAt) + 20 - Date.now());
    expect((await shop.tryJoin(ann, c.groupId)).body.code).toBe('group-expired');
    expect((await shop.tryJoin(ann, 'grp_01980000-0000-7000-8000-000000000000')).body.code).toBe('group-not-found');
  });

  it('lets nobody in before its minute, and everybody from then on, by the clock of the server', async () => {
    const crowd = await people('ann', 'bob', 'cat', 'dan', 'eve');
    const { skuId } = await shop.aSku(merchant, 100);
    const startsAt = Date.now() + 5000;
    const { activityId } = await shop.anActivity(merchant, skuId, { startsAt: new Date(startsAt).toISOString() });
    const early = await Promise.all(crowd.map((person) => shop.tryOpen(person, activityId)));
    for (const { status, body, headers } of early) {
      expect([status, body.code]).toEqual([409, 'activity-not-open']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }

    const keepTrying = (person: Person) =>
      eventually(async () => {
        const { status, body } = await shop.tryOpen(person, activityId);
        expect(status, body.code).toBe(201);
        return Date.now();
      });
    const heldAt = await Promise.all(crowd.map(keepTrying));
    expect(Math.min(...heldAt)).toBeGreaterThanOrEqual(startsAt);
    expect(Math.max(...heldAt) - startsAt, 'ms after the minute').toBeLessThan(3000);
  });

  it('has counted the seats, and the page at hand, before its minute', async () => {
    const { skuId } = await shop.aSku(merchant, 100);
    const startsAt = new Date(Date.now() + 40_000).toISOString();
    const { activityId } = await shop.anActivity(merchant, skuId, { startsAt });
    const redis = await openRedis(SERVERS.redisUrl, silentLog);
    const gate = `${platform.namespace}groupbuy:{${activityId}/0}:epoch`;
    await eventually(async () => expect(await redis.exists(gate)).toBe(1));
    redis.destroy();
    const asked = 'name="GET /v1/activities/:activity/groups",outcome="ok"';
    await eventually(async () => expect((await platform.probe('gateway', '/metrics')).text).toContain(asked));
  });

  it('answers fifty clicks at once with one seat', async () => {
    const { activityId } = await aSale();
    const [ann, bob] = (await people('ann', 'bob')) as [Person, Person];
    const { groupId } = await shop.open(ann, activityId);
    const key = 'the-same-click';
    const answers = await Promise.all(Array.from({ length: 50 }, () => shop.tryJoin(bob, groupId, key)));
    const won = answers.filter(({ status }) => status === 201);
    expect(won.length).toBeGreaterThanOrEqual(1);
    expect(new Set(won.map(({ body }) => body.orderId)).size).toBe(1);
    const others = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect(others.every((code) => code === 'request-in-progress')).toBe(true);
    expect((await shop.tryJoin(bob, groupId, key)).body).toEqual(won[0]?.body);

    const cat = await shop.aPerson('cat');
    const separate = await Promise.all(Array.from({ length: 50 }, () => shop.tryJoin(cat, groupId)));
    expect(separate.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('gives a repeated request its first answer, and holds on to its seat when the key comes with another body', async () => {
    const { activityId } = await aSale({ groupSize: 2 });
    const [ann, bob, cat] = (await people('ann', 'bob', 'cat')) as [Person, Person, Person];
    const opened = await shop.tryOpen(ann, activityId, 'key-of-ann');
    const { groupId } = opened.body;
    const joined = await shop.tryJoin(bob, groupId, 'key-of-bob');
    expect([opened.status, joined.status]).toEqual([201, 201]);

    const other = { token: bob.token, key: 'key-of-bob', body: { quantity: 2, addressId: bob.addressId } };
    const reused = await shop.send('POST', `/v1/groups/${groupId}/members`, other);
    expect(reused).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect((await shop.tryJoin(cat, groupId)).body.code).toBe('group-full');

    await Promise.all([shop.pay(ann, opened.body.orderId), shop.pay(bob, joined.body.orderId)]);
    await become(bob, joined.body, 'pending_shipment');
    expect(await shop.tryOpen(ann, activityId, 'key-of-ann')).toMatchObject({ status: 201, body: opened.body });
    expect(await shop.tryJoin(bob, groupId, 'key-of-bob')).toMatchObject({ status: 201, body: joined.body });
  });

  it('offers a seat that was given up to those who were told to wait, and repeats a lost answer of a full group', async () => {
    const { activityId } = await aSale({ groupSize: 2 });
    const [ann, bob, cat, dan] = (await people('ann', 'bob', 'cat', 'dan')) as [Person, Person, Person, Person];
    const a = await shop.open(ann, activityId);
    const first = await shop.tryJoin(bob, a.groupId, 'bob-s-first-key');
    const told = await shop.tryJoin(cat, a.groupId);
    expect([told.status, told.body.code]).toEqual([409, 'group-full']);
    expect(Number(told.headers.get('retry-after'))).toBeLessThanOrEqual(2);
    for (let again = 0; again < 5; again++) expect((await shop.tryJoin(dan, a.groupId)).body.code).toBe('group-full');
    expect(await shop.tryJoin(bob, a.groupId, 'bob-s-first-key')).toMatchObject({ status: 201, body: first.body });
    expect((await shop.tryJoin(bob, a.groupId)).body.code).toBe('already-joined');

    await shop.must('DELETE', `/v1/groups/${a.groupId}/members/me`, { token: bob.token });
    const taken = await eventually(async () => {
      const retry = await shop.tryJoin(cat, a.groupId);
      expect(retry.status).toBe(201);
      return retry.body;
    });
    expect(taken.groupId).toBe(a.groupId);
  });

  it('sells what came back after all was sold, and repeats a lost answer meanwhile', async () => {
    const { activityId } = await aSale({ groupSize: 2, stock: 2 });
    const [ann, bob, cat] = (await people('ann', 'bob', 'cat')) as [Person, Person, Person];
    const first = await shop.tryOpen(ann, activityId, 'ann-s-first-key');
    for (let again = 0; again < 5; again++) expect((await shop.tryOpen(bob, activityId)).body.code).toBe('sold-out');
    expect((await shop.tryOpen(cat, activityId)).body.code).toBe('sold-out');
    expect(await shop.tryOpen(ann, activityId, 'ann-s-first-key')).toMatchObject({ status: 201, body: first.body });

    await shop.must('DELETE', `/v1/groups/${first.body.groupId}/members/me`, { token: ann.token });
    await eventually(async () => expect((await shop.tryOpen(bob, activityId)).status).toBe(201));
  });

  it('pays each order once, however often and however wrongly the provider calls', async () => {
    const { activityId } = await aSale();
    const ann = await shop.aPerson('ann');
    const seat = await shop.open(ann, activityId);
    await shop.pay(ann, seat.orderId, { duplicates: 9, failFirst: 1 });
    await become(ann, seat, 'awaiting_group');
    await books.balanced();
  });

  it('refunds a payment that was made after its plain order closed', async () => {
    const ann = await shop.aPerson('ann');
    const { skuId, productId } = await shop.aSku(merchant, 5);
    const body = { lines: [{ skuId, quantity: 2 }], addressId: ann.addressId };
    const placed = await shop.must<{ orders: { orderId: string }[] }>('POST', '/v1/orders', { token: ann.token, body });
    const orderId = placed.orders[0]?.orderId ?? '';
    expect(await shop.stockOf(productId)).toBe(3);
    const money = await shop.intent(ann, orderId);
    await shop.must('POST', `/v1/orders/${orderId}/cancel`, { token: ann.token });
    await eventually(async () => expect(await shop.stockOf(productId)).toBe(5));
    await shop.payAt(money);
    await eventually(async () => expect((await shop.order(ann, orderId)).state).toBe('closed'), 20_000);
    await books.balanced();
  });
});
