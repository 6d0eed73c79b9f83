import { randomUUID } from 'node:crypto';
import type { ServiceName } from '@social/local/system';
import { eventually } from '@social/testkit/eventually';
import { startRedis } from '@social/testkit/servers';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Books, openBooks } from '../books.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { openShop, type Person, type Seat, type Shop } from '../shop.ts';
import { armed, stubborn } from '../stubborn.ts';

const STOCK = 1000;
let redis: Awaited<ReturnType<typeof startRedis>>;
let platform: Platform;
let shop: Shop;
let books: Books;
let merchant: Awaited<ReturnType<Shop['aMerchant']>>;
let sku: Awaited<ReturnType<Shop['aSku']>>;
const activities: string[] = [];

beforeAll(async () => {
  redis = await startRedis();
  platform = await startPlatform({ redisUrl: redis.url, callbackGraceMs: 1000 });
  shop = openShop(platform);
  books = await openBooks(platform);
  merchant = await shop.aMerchant();
  sku = await shop.aSku(merchant, STOCK);
});
afterAll(async () => {
  await books?.close();
  await platform?.stop();
  await redis?.kill();
});

const persist = <T>(method: string, path: string, token: string, body?: unknown) =>
  stubborn(shop)<T>(method, path, token, body);

const seatOf = (person: Person, path: string) =>
  persist<Seat>('POST', path, person.token, { quantity: 1, addressId: person.addressId });
const openGroup = (person: Person, activityId: string) => seatOf(person, `/v1/activities/${activityId}/groups`);
const joinGroup = (person: Person, groupId: string) => seatOf(person, `/v1/groups/${groupId}/members`);
async function pay(person: Person, { orderId }: Seat): Promise<void> {
  const body = { orderIds: [orderId], provider: 'sandbox' };
  await shop.payAt(await persist('POST', '/v1/payments', person.token, body));
}

async function anActivity(offer: Record<string, unknown>): Promise<string> {
  const key = randomUUID();
  const { activityId } = await eventually(() =>
    shop.anActivity(merchant, sku.skuId, { paySeconds: 20, stock: 12, ...offer }, key),
  );
  activities.push(activityId);
  return activityId;
}

/** A small sale: one group that fills, and one that does not. Everyone pays; everyone must end shipped to or refunded. */
async function aSale(meanwhile: () => Promise<void> = async () => {}): Promise<void> {
  const names = ['ann', 'bob', 'cat', 'dan', 'eve'];
  const [ann, bob, cat, dan, eve] = (await Promise.all(names.map(shop.aPerson))) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  // Longer than what was killed is away, or nobody could join and pay in time.
  const filling = await anActivity({ paySeconds: 30 });
  const expiring = await anActivity({ fillSeconds: 15, paySeconds: 30 });

  // Most are killed by the first who come: time runs for the others only then.
  const a = await openGroup(ann, filling);
  const b = await joinGroup(bob, a.groupId);
  const d = await openGroup(dan, expiring);
  await meanwhile();
  const [c, e] = await Promise.all([joinGroup(cat, a.groupId), joinGroup(eve, d.groupId)]);
  await Promise.all([pay(ann, a), pay(bob, b), pay(cat, c), pay(dan, d), pay(eve, e)]);

  const ends = async (person: Person, seat: Seat, states: string[]) =>
    eventually(async () => expect(states).toContain((await shop.order(person, seat.orderId)).state), 60_000);
  await Promise.all([
    ends(ann, a, ['pending_shipment']),
    ends(bob, b, ['pending_shipment']),
    ends(cat, c, ['pending_shipment']),
  ]);
  await Promise.all([ends(dan, d, ['closed']), ends(eve, e, ['closed'])]);
  await books.balanced();
}

const POINTS: [ServiceName, string, string][] = [
  ['group-buy', 'seat-held', 'after a seat is held'],
  ['group-buy', 'group-written', 'after a group is written, before its first order'],
  ['orders', 'order-written', 'after the orders are written, before they are answered'],
  ['orders', 'written', 'after an order is written, before it is published'],
  ['payments', 'written', 'after a capture is written, before it is published'],
  ['group-buy', 'MemberJoined', 'after a seat is given, before that is published'],
  ['group-buy', 'GroupFailed', 'after a group has failed, before that is published'],
  ['payments', 'published', 'after a capture is published, before the outbox is cleared'],
  ['orders', 'handled', 'after orders handled events, before their offsets are committed'],
  ['group-buy', 'handled', 'after group-buy handled events, before their offsets are committed'],
  ['orders', 'refund-requested', 'between two members’ refunds'],
  ['payments', 'refund-sent', 'after the provider gave the money back, before that is written'],
];

describe('killed at any point, nothing is lost and nothing is paid twice', () => {
  it.each(POINTS)('%s at %s: %s', async (service, point) => {
    const { died } = await armed(platform, service, point);
    await aSale();
    expect(await died, `${service} did not reach ${point}`).toBe('SIGKILL');
  });

  it('the gate is flushed in the middle of a sale', async () => {
    const client = await createClient({ url: redis.url }).connect();
    await aSale(async () => {
      await client.flushAll();
    });
    client.destroy();
  });

  it('the gate is killed and restarted in the middle of a sale', async () => {
    await aSale(async () => {
      await redis.kill();
      redis = await startRedis(redis.port);
    });
  });

  it('group-buy is killed inside a rebuild', async () => {
    const { died } = await armed(platform, 'group-buy', 'rebuilding');
    await aSale();
    expect(await died).toBe('SIGKILL');
  });

  it('in the end, stock adds up: what is not sold is on hand again', async () => {
    for (const activityId of activities) {
      await shop.must('POST', `/v1/activities/${activityId}/end`, { token: merchant.token });
    }
    type GroupDoc = { state: string; activity_id: string; members: { quantity: number }[] };
    const groups = await books.all<GroupDoc>('group_buy', 'groups');
    const sold = groups
      .filter(({ state, activity_id }) => state === 'succeeded' && activities.includes(activity_id))
      .flatMap(({ members }) => members.map(({ quantity }) => quantity))
      .reduce((sum, quantity) => sum + quantity, 0);
    expect(sold).toBe(3 * (POINTS.length + 3));
    await eventually(async () => expect(await shop.stockOf(sku.productId)).toBe(STOCK - sold), 60_000);
  });
});
