import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type ReplicaName, SERVICE_NAMES } from '@social/local/system';
import { eventually } from '@social/testkit/eventually';
import { startRedis } from '@social/testkit/servers';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Books, openBooks } from './books.ts';
import { publishedFacts } from './facts.ts';
import { startRush } from './faults/rush.ts';
import { type Platform, startPlatform } from './platform.ts';
import { type Group, openShop, type Person, type Shop } from './shop.ts';

const PAGES_LIVE_MS = 60_000;
const WARM_EVERY_MS = 1000;
/** Fourteen processes on two cores that others use too. */
const TEST_WITHIN_MS = 400_000;
const BALANCED_WITHIN_MS = 150_000;

let redis: Awaited<ReturnType<typeof startRedis>>;
let platform: Platform;
/** The shop as it is reached at each of the two gateways. */
let east: Shop;
let west: Shop;
let books: Books;
let merchant: Awaited<ReturnType<Shop['aMerchant']>>;

beforeAll(async () => {
  redis = await startRedis();
  platform = await startPlatform({
    replicas: 2,
    redisUrl: redis.url,
    callbackGraceMs: 1000,
    env: {
      // Longer than a test waits: what changes on a page came by an event.
      gateway: { PAGE_TTL_MS: `${PAGES_LIVE_MS}` },
      // A provider whose notifications are lost with a gateway is asked soon.
      payments: { PROVIDER_QUERY_AFTER_MS: '3000' },
      'group-buy': { WARM_EVERY_MS: `${WARM_EVERY_MS}` },
    },
  });
  const [first = '', second = ''] = platform.urls;
  east = openShop({ ...platform, url: first });
  west = openShop({ ...platform, url: second });
  books = await openBooks(platform);
  merchant = await east.aMerchant();
}, 300_000);
afterAll(async () => {
  await books?.close();
  await platform?.stop();
  await redis?.kill();
});

async function aSale(offer: Record<string, unknown> = {}) {
  const sku = await eventually(() => east.aSku(merchant, 200), 60_000);
  const endsAt = new Date(Date.now() + 3_600_000).toISOString();
  const once = { limitPerPerson: 1, limitPerOrder: 1, endsAt };
  const key = randomUUID();
  const { activityId } = await eventually(
    () => east.anActivity(merchant, sku.skuId, { stock: 60, ...once, ...offer }, key),
    60_000,
  );
  return { ...sku, activityId };
}

/** Sends until it is accepted, as the same request: while one replica counts an activity's first seats, another says 503. */
async function accepted(request: (key: string) => ReturnType<Shop['tryOpen']>) {
  const key = randomUUID();
  return eventually(async () => {
    const { status, body } = await request(key);
    expect(status, JSON.stringify(body)).toBe(201);
    return body;
  }, 60_000);
}
const open = (gateway: Shop, person: Person, activityId: string) =>
  accepted((key) => gateway.tryOpen(person, activityId, key));
const join = (gateway: Shop, person: Person, groupId: string) =>
  accepted((key) => gateway.tryJoin(person, groupId, key));

const people = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, at) => eventually(() => east.aPerson(`p${at}`), 60_000)));

async function twoPeople(): Promise<[Person, Person]> {
  const [ann, bob] = await people(2);
  if (!ann || !bob) throw new Error('two people were asked for');
  return [ann, bob];
}

/** One shop of two gateways and two cashiers, as a load balancer before them would make of them. */
function bothGateways(): Shop {
  let turn = 0;
  const send: Shop['send'] = (...request) => (turn++ % 2 === 0 ? east : west).send(...request);
  const payAt: Shop['payAt'] = async (payment, misbehaviour) => {
    try {
      await east.payAt(payment, misbehaviour);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      const elsewhere = new URL(new URL(payment.cashierUrl).pathname, platform.cashierUrl);
      await east.payAt({ ...payment, cashierUrl: elsewhere.href }, misbehaviour);
    }
  };
  return { ...east, send, payAt };
}

/** Of an activity that was ended: every group is decided, and what was not sold is on hand again. */
async function addsUp(activityId: string, productId: string): Promise<void> {
  type GroupDoc = { activity_id: string; state: string; members: unknown[] };
  await eventually(async () => {
    const groups = await books.all<GroupDoc>('group_buy', 'groups');
    const own = groups.filter((group) => group.activity_id === activityId);
    expect(own.filter(({ state }) => state === 'forming')).toEqual([]);
    const sold = own.filter(({ state }) => state === 'succeeded').reduce((sum, { members }) => sum + members.length, 0);
    expect(await east.stockOf(productId)).toBe(200 - sold);
  }, BALANCED_WITHIN_MS);
  await eventually(books.balanced, BALANCED_WITHIN_MS);
}

/** What a replica has finished so far: requests, RPCs or events. */
async function served(name: ReplicaName, kind: 'http' | 'rpc' | 'event'): Promise<number> {
  const { text } = await platform.probe(name, '/metrics');
  const counts = text.matchAll(
    new RegExp(`^social_request_duration_seconds_count\\{kind="${kind}",.*\\} (\\d+)$`, 'gm'),
  );
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** A socket at a gateway, and the versions of the group that it has heard. */
async function watch(gateway: Shop, url: string, person: Person, groupId: string) {
  const { ticket } = await gateway.must<{ ticket: string }>('POST', '/v1/ws-tickets', { token: person.token });
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/ws?ticket=${ticket}`);
  const seen: Group[] = [];
  socket.addEventListener('message', ({ data }) => {
    const frame = JSON.parse(String(data)) as { type: string; group: Group };
    if (frame.type === 'group') seen.push(frame.group);
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'watch', groupId }));
  await eventually(() => expect(seen.length).toBeGreaterThan(0));
  return { seen, close: () => socket.close() };
}

describe('two replicas of every service behind two gateways', { timeout: TEST_WITHIN_MS }, () => {
  it('share a rush: both are asked, nobody is left out, and every fact is told once', async () => {
    const { activityId, productId } = await aSale({ groupSize: 2, stock: 24, fillSeconds: 60, paySeconds: 60 });
    const crowd = await people(26);
    const { accepted: seated, refused } = await startRush(bothGateways(), activityId, crowd).done;
    expect(seated + refused).toBe(26);

    await east.must('POST', `/v1/activities/${activityId}/end`, { token: merchant.token });
    await addsUp(activityId, productId);

    for (const service of ['identity', 'catalog', 'orders', 'payments', 'group-buy'] as const) {
      const [first, second] = [await served(service, 'rpc'), await served(`${service}-2`, 'rpc')];
      expect(Math.min(first, second) / (first + second), `${service}: ${first} and ${second} calls`).toBeGreaterThan(
        0.2,
      );
    }
    for (const name of ['gateway', 'gateway-2'] as const) expect(await served(name, 'http'), name).toBeGreaterThan(26);
    for (const name of ['group-buy', 'group-buy-2', 'orders', 'orders-2'] as const) {
      expect(await served(name, 'event'), `events at ${name}`).toBeGreaterThan(0);
    }

    const facts = await publishedFacts(platform);
    const ids = new Set(facts.map(({ id }) => id));
    expect(facts.filter(({ type }) => type === 'orders.order.paid.v1')).toHaveLength(seated);
    expect(ids.size, 'facts told once').toBe(facts.length);
    const places = Map.groupBy(
      facts.filter(({ group }) => group !== ''),
      ({ group }) => group,
    );
    const partitions = [...places.values()].map((told) => new Set(told.map(({ partition }) => partition)));
    expect(partitions.length).toBeGreaterThanOrEqual(8);
    for (const of of partitions) expect(of.size, 'a group’s orders lie in one partition').toBe(1);
    expect(new Set(partitions.flatMap((of) => [...of])).size, 'an activity’s in several').toBeGreaterThan(1);
  });

  it('sweep for each other: one of them tells the gateways of a sale that starts soon', async () => {
    const subscriber = createClient({ url: redis.url }).on('error', () => {});
    await subscriber.connect();
    const told: string[] = [];
    await subscriber.subscribe(`${platform.namespace}groupbuy:starting`, (id) => void told.push(id));
    const { activityId } = await aSale({ startsAt: new Date(Date.now() + 40_000).toISOString() });
    const began = performance.now();
    await eventually(() => expect(told).toContain(activityId));
    await pause(5 * WARM_EVERY_MS);
    const turns = Math.ceil((performance.now() - began) / WARM_EVERY_MS);
    expect(told.length, `in ${turns} turns`).toBeLessThanOrEqual(turns + 1);
    subscriber.destroy();

    const sweeps = {
      orders: 5,
      payments: 3,
      group_buy: 8,
      catalog: 5,
      identity: 1,
      media: 1,
      sandbox_pay: 1,
      sandbox_carrier: 2,
    };
    for (const [database, count] of Object.entries(sweeps)) {
      expect(await books.all(database, 'leases'), database).toHaveLength(count);
    }
  });

  it('show a change that was made at one gateway on the pages of the other', async () => {
    const { activityId } = await aSale();
    const page = `/v1/activities/${activityId}/groups`;
    const idsAt = async (gateway: Shop) => {
      const { items } = await gateway.must<{ items: { groupId: string }[] }>('GET', page);
      return items.map(({ groupId }) => groupId);
    };
    expect([await idsAt(east), await idsAt(west)]).toEqual([[], []]);
    const [ann, bob] = await twoPeople();
    const a = await open(east, ann, activityId);
    for (const gateway of [east, west]) await eventually(async () => expect(await idsAt(gateway)).toEqual([a.groupId]));
    const b = await open(west, bob, activityId);
    for (const gateway of [east, west]) {
      await eventually(async () =>
        expect((await idsAt(gateway)).toSorted()).toEqual([a.groupId, b.groupId].toSorted()),
      );
    }
  });

  it('forget at one gateway that a group is full when its seat is given up at the other', async () => {
    const { activityId } = await aSale({ groupSize: 2 });
    const [ann, bob, cat, dan] = (await people(4)) as [Person, Person, Person, Person];
    const { groupId } = await open(east, ann, activityId);
    await join(east, bob, groupId);
    for (let again = 0; again < 3; again++) {
      expect((await east.tryJoin(cat, groupId)).body.code).toBe('group-full');
      expect((await west.tryJoin(dan, groupId)).body.code).toBe('group-full');
    }
    await east.must('DELETE', `/v1/groups/${groupId}/members/me`, { token: bob.token });
    await eventually(async () => expect((await west.tryJoin(dan, groupId)).status).toBe(201));
    expect((await east.tryJoin(cat, groupId)).body.code).toBe('group-full');
  });

  it('give a request that is repeated at the other gateway the same order, also when both come at once', async () => {
    const { activityId } = await aSale();
    const [ann, bob] = await twoPeople();
    const key = randomUUID();
    const opened = await eventually(async () => {
      const answer = await east.tryOpen(ann, activityId, key);
      expect(answer.status).toBe(201);
      return answer;
    });
    expect(await west.tryOpen(ann, activityId, key)).toMatchObject({ status: 201, body: opened.body });
    expect(await west.tryOpen(bob, activityId, key), 'another person’s key').toMatchObject({ status: 201 });

    const { groupId } = opened.body;
    const [cat] = await people(1);
    if (!cat) throw new Error('a person was asked for');
    const joinKey = randomUUID();
    const joins = await Promise.all([east, west, east, west].map((gateway) => gateway.tryJoin(cat, groupId, joinKey)));
    const orders = new Set(joins.filter(({ status }) => status === 201).map(({ body }) => body.orderId));
    expect(orders.size).toBe(1);
    const others = joins.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    for (const code of others) expect(code).toBe('request-in-progress');
    const [orderId] = orders;
    expect(
      (
        await eventually(async () => {
          const repeated = await west.tryJoin(cat, groupId, joinKey);
          expect(repeated.status).toBe(201);
          return repeated.body;
        })
      ).orderId,
    ).toBe(orderId);
  });

  it('tell who watches at one gateway of a join at the other', async () => {
    const { activityId } = await aSale();
    const [ann, bob] = await twoPeople();
    const a = await open(east, ann, activityId);
    // The ticket is taken at one gateway and shown at the other.
    const watcher = await watch(east, platform.urls[1] ?? '', bob, a.groupId);
    await east.pay(ann, a.orderId);
    await eventually(() => expect(watcher.seen.at(-1)?.members.map(({ userId }) => userId)).toEqual([ann.userId]));
    const b = await join(east, bob, a.groupId);
    await east.pay(bob, b.orderId);
    await eventually(() => expect(watcher.seen.at(-1)?.members.map(({ userId }) => userId)).toContain(bob.userId));
    watcher.close();
  });

  it('count the seats again together when the gate has lost them', async () => {
    const { activityId } = await aSale({ groupSize: 2, stock: 8 });
    const crowd = await people(12);
    const [first, second, ...rest] = crowd;
    if (!first || !second) throw new Error('twelve people were asked for');
    await open(east, first, activityId);
    await open(west, second, activityId);

    const client = await createClient({ url: redis.url }).connect();
    await client.flushAll();
    client.destroy();
    const answers = await Promise.all(
      rest.map((person, at) =>
        eventually(async () => {
          const { status, body } = await (at % 2 === 0 ? east : west).tryOpen(person, activityId);
          expect([status, body.code]).toSatisfy(([code, why]) => code === 201 || why === 'sold-out');
          return status;
        }, 30_000),
      ),
    );
    // Four groups of two in all: two were open before.
    expect(answers.filter((status) => status === 201)).toHaveLength(2);
  });

  it('answer everybody when one replica of each is killed in the middle of a rush, and the books balance', async () => {
    const { activityId, productId } = await aSale({ groupSize: 4, stock: 28, fillSeconds: 60, paySeconds: 45 });
    const crowd = await people(36);
    const rush = startRush(bothGateways(), activityId, crowd);
    await eventually(() => expect(rush.progress().accepted).toBeGreaterThan(3), 60_000);
    const victims: ReplicaName[] = [
      'gateway-2',
      'identity',
      'catalog-2',
      'orders',
      'payments-2',
      'group-buy',
      'media-2',
      'sandbox-pay-2',
      'sandbox-carrier',
    ];
    expect(victims).toHaveLength(SERVICE_NAMES.length);
    await Promise.all(victims.map(platform.kill));

    const { accepted: seated, refused } = await rush.done;
    expect(seated + refused, 'everyone has an answer').toBe(36);
    await eventually(() => east.must('POST', `/v1/activities/${activityId}/end`, { token: merchant.token }));
    await addsUp(activityId, productId);

    await Promise.all(victims.map((name) => platform.start(name)));
    const ready = await Promise.all(victims.map((name) => platform.probe(name, '/readyz')));
    expect(ready.map(({ status }) => status)).toEqual(victims.map(() => 200));
    const { activityId: next } = await aSale();
    const [ann, bob] = await twoPeople();
    const { groupId } = await open(west, ann, next);
    await join(east, bob, groupId);
  });
});
