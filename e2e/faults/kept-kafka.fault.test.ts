import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupAt } from '@social/backup/directory-store';
import type { Place } from '@social/backup/place';
import { takeBackup } from '@social/backup/take';
import { OrderPaid } from '@social/contracts/events/orders';
import { databaseOf, OUTSIDE, SERVICE_NAMES } from '@social/local/system';
import { type Bus, openBus } from '@social/messaging/bus';
import { consume, on } from '@social/messaging/consumer';
import { type Recorded, readHistory, topicsOf } from '@social/messaging/history';
import { eventually } from '@social/testkit/eventually';
import { silentLog } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Books, openBooks } from '../books.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { recount } from '../recount.ts';
import { type Order, openShop, type Person, type Seat, type Shop } from '../shop.ts';

const silent = { progress: () => {}, say: () => {} };

let folder: string;
let backup: string;
let platform: Platform;
let place: Place;
let shop: Shop;
let books: Books;
let merchant: Awaited<ReturnType<Shop['aMerchant']>>;
let skuId: string;
let productId: string;
let people: Person[];

type Placed = { orderId: string; person: Person };

async function place1(person: Person): Promise<Placed> {
  const body = { lines: [{ skuId, quantity: 1 }], addressId: person.addressId };
  const { orders } = await shop.must<{ orders: Order[] }>('POST', '/v1/orders', { token: person.token, body });
  return { orderId: orders[0]?.orderId ?? '', person };
}

async function buy(person: Person): Promise<Placed & { paymentId: string }> {
  const placed = await place1(person);
  const { paymentId } = await shop.pay(person, placed.orderId);
  return { ...placed, paymentId };
}

const paidSeat = async (person: Person, seat: Seat): Promise<Placed> => {
  await shop.pay(person, seat.orderId);
  return { orderId: seat.orderId, person };
};

const someone = (): Person => {
  const person = people.pop();
  if (!person) throw new Error('more people are needed');
  return person;
};

const stateOf = async ({ orderId, person }: Placed): Promise<string> => (await shop.order(person, orderId)).state;
const becomes = (placed: Placed, state: string) =>
  eventually(async () => expect(await stateOf(placed), placed.orderId).toBe(state), 45_000);
const isGone = async ({ orderId, person }: Placed) => {
  const { status } = await shop.send('GET', `/v1/orders/${orderId}`, { token: person.token });
  expect(status, orderId).toBe(404);
};

const stopServices = () => Promise.all(SERVICE_NAMES.map((name) => platform.stopOne(name)));

async function loseMongo(): Promise<void> {
  const ours = SERVICE_NAMES.filter((name) => !OUTSIDE.includes(name));
  for (const name of ours) await books.client.db(`${place.namespace}${databaseOf(name)}`).dropDatabase();
}

/** A backup's Job, as a cluster starts it: how it ended, and what it said. */
async function job(command: string, more: Record<string, string> = {}): Promise<{ end: string; said: string }> {
  const { secrets } = platform;
  const env = {
    PATH: process.env.PATH,
    NAMESPACE: place.namespace,
    MONGO_URL: place.mongoUrl,
    KAFKA_BROKERS: platform.kafkaBrokers,
    REDIS_URL: place.redisUrl,
    BACKUP_DIR: folder,
    IDENTITY_ENCRYPTION_KEYS: secrets.identityEncryptionKeys,
    IDENTITY_BLIND_INDEX_KEY: secrets.identityBlindIndexKey,
    ORDERS_ENCRYPTION_KEYS: secrets.ordersEncryptionKeys,
    ...more,
  };
  const child = spawn(process.execPath, ['deploy/backup/main.ts', command], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  const [code, signal] = await once(child, 'close');
  return { end: signal ?? `${code}`, said };
}

const restore = (more: Record<string, string> = {}) =>
  job('restore', { RESTORE_FROM: backup, RESTORE_KAFKA: 'keep', ...more });

const openReader = (service: string): Promise<Bus> => {
  const { kafkaBrokers: brokers, namespace } = platform;
  return openBus({ brokers, namespace, service, log: silentLog });
};

/** Every fact in Kafka, void ones too, as a reader outside sees them. */
async function everyFact(): Promise<Recorded[]> {
  const bus = await openReader('outside');
  const topics = (await topicsOf(bus, SERVICE_NAMES)).filter(({ name }) => !name.endsWith('.dlq'));
  const facts: Recorded[] = [];
  await readHistory(bus, topics, async (fact) => void facts.push(fact));
  await bus.close();
  return facts;
}

/** The newest version that was told of each aggregate. */
function versionsIn(facts: Recorded[]): Map<string, number> {
  const versions = new Map<string, number>();
  for (const { topic, key, value } of facts) {
    const { version } = JSON.parse(value?.toString() ?? '{}') as { version?: number };
    const aggregate = `${topic} ${key}`;
    if (version !== undefined) versions.set(aggregate, Math.max(version, versions.get(aggregate) ?? 0));
  }
  return versions;
}

type Charge = { out_trade_no: string; state: string; amount: number; refunded: number };
const charges = () => books.all<Charge>(databaseOf('sandbox-pay'), 'charges');

let sent: Placed;
let before: Placed[];
let open: Placed;
let openCashier: Awaited<ReturnType<Shop['intent']>>;
let unopened: Placed;
let waiting: Seat;
let dan: Placed;
let given: Seat;
let hal: Placed;
let givenActivity: string;
let gone: (Placed & { paymentId: string })[];
let joined: Placed;
let seen: Map<string, number>;
let sawFacts: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
  platform = await startPlatform({ env: { payments: { PROVIDER_QUERY_AFTER_MS: '2000' } } });
  const { namespace, mongoUrl, kafkaBrokers, redisUrl, mediaDir, secrets } = platform;
  place = { namespace, mongoUrl, kafkaBrokers, redisUrl, directories: { media: mediaDir }, keys: secrets };
  shop = openShop(platform);
  books = await openBooks(platform);
  merchant = await shop.aMerchant();
  ({ skuId, productId } = await shop.aSku(merchant, 10_000));
  people = await Promise.all(Array.from({ length: 30 }, (_, index) => shop.aPerson(`person ${index}`)));
});
afterAll(async () => {
  await books?.close();
  await platform?.stop();
  await rm(folder, { recursive: true });
});

describe('a shop that loses MongoDB but not Kafka', () => {
  it('has a backup, taken while people buy', async () => {
    const [{ activityId }, ended] = await Promise.all([
      shop.anActivity(merchant, skuId, { groupSize: 2, stock: 10 }),
      shop.anActivity(merchant, skuId, { groupSize: 2, stock: 10 }),
    ]);
    givenActivity = ended.activityId;
    [sent, ...before] = await Promise.all([buy(someone()), buy(someone()), buy(someone())]);
    open = await place1(someone());
    openCashier = await shop.intent(open.person, open.orderId);
    unopened = await place1(someone());
    const [danHimself, halHimself] = [someone(), someone()];
    waiting = await shop.open(danHimself, activityId);
    dan = await paidSeat(danHimself, waiting);
    given = await shop.open(halHimself, givenActivity);
    hal = await paidSeat(halHimself, given);
    for (const placed of [sent, ...before]) await becomes(placed, 'pending_shipment');
    for (const placed of [dan, hal]) await becomes(placed, 'awaiting_group');

    const during = [buy(someone()), buy(someone())];
    const taken = await job('take');
    expect(taken.end, taken.said).toBe('0');
    await Promise.all(during);
    [backup = ''] = await readdir(folder);
    expect((await job('verify')).said).toMatch(/whole: \d+ documents and \d+ facts/);
  });

  it('goes on for a while: people pay, buy, join, and get their money back', async () => {
    await shop.payAt(openCashier);
    await shop.pay(unopened.person, unopened.orderId);
    gone = await Promise.all([buy(someone()), buy(someone()), buy(someone())]);
    const fay = someone();
    joined = await paidSeat(fay, await shop.join(fay, waiting.groupId));
    await shop.must('POST', `/v1/activities/${givenActivity}/end`, { token: merchant.token });
    await becomes(hal, 'closed');
    for (const placed of [open, unopened, ...gone, dan, joined]) await becomes(placed, 'pending_shipment');
    await shop.ship(merchant, sent.orderId);
    await books.balanced();
    const facts = await everyFact();
    seen = versionsIn(facts);
    sawFacts = facts.length;
  });

  it('is not restored while a service runs, and says which', async () => {
    const { end, said } = await restore();
    expect(end).toBe('1');
    expect(said).toMatch(/Still running: catalog, gateway, group-buy, identity, media, orders, payments/);
  });

  it('gets its documents back beside the topics as they are, even if that is killed once', async () => {
    await stopServices();
    await loseMongo();
    expect((await restore({ CRASH_AT: 'half-restored' })).end).toBe('SIGKILL');
    const { end, said } = await restore();
    expect(end, said).toBe('0');
    expect(await everyFact()).toHaveLength(sawFacts);
    const told = (sentence: string) => Number(new RegExp(`(\\d+) ${sentence}`).exec(said)?.[1]);
    expect(told('payments among them are in the books again')).toBeGreaterThanOrEqual(6);
    expect(told('of their orders are no more')).toBeGreaterThanOrEqual(4);
    expect(said).toContain(
      `1 orders were sent since, and wait to be sent again. Tell their merchants:\n    ${sent.orderId}`,
    );
    // Of whom the facts tell, nobody has to be looked for at the provider.
    expect(said).not.toContain('Give them back');
  });

  it('comes up, and who had paid for an order that is there is served', async () => {
    await Promise.all(SERVICE_NAMES.map((name) => platform.start(name)));
    for (const placed of [sent, ...before, open, unopened]) await becomes(placed, 'pending_shipment');
    expect(await stateOf(dan)).toBe('awaiting_group');
  });

  it('gives the money back of orders that are no more, and sends nothing whose money went back', async () => {
    for (const placed of [...gone, joined]) await isGone(placed);
    await becomes(hal, 'closed');
    const lost = new Set(gone.map(({ paymentId }) => paymentId));
    await eventually(async () => {
      const ofLost = (await charges()).filter(({ out_trade_no }) => lost.has(out_trade_no));
      expect(ofLost).toHaveLength(lost.size);
      for (const { refunded, amount } of ofLost) expect(refunded).toBe(amount);
    }, 30_000);
  });

  it('sells on: seats that were given since are free again, and facts take effect everywhere', async () => {
    // The merchant ends again what it had ended.
    await shop.must('POST', `/v1/activities/${givenActivity}/end`, { token: merchant.token });
    const gus = someone();
    const seat = await eventually(() => shop.join(gus, waiting.groupId), 20_000);
    const guest = await paidSeat(gus, seat);
    const bought = await Promise.all([buy(someone()), buy(someone()), buy(someone())]);
    for (const placed of [dan, guest, ...bought]) await becomes(placed, 'pending_shipment');
    await eventually(async () => expect((await shop.group(waiting.groupId)).members).toHaveLength(2));
    expect((await shop.group(given.groupId)).state).toBe('failed');
  });

  it('has books that balance, with the provider’s too, and stock that a recount confirms', async () => {
    await books.balanced();
    const orders = await books.all<{ _id: string; state: string; total: number }>('orders', 'orders');
    const goods = orders
      .filter(({ state }) => ['awaiting_group', 'pending_shipment', 'shipped', 'completed'].includes(state))
      .reduce((sum, { total }) => sum + total, 0);
    const taken = (await charges()).filter(({ state }) => state === 'captured');
    expect(taken.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0)).toBe(goods);
    await eventually(async () => expect(await recount(platform, shop)).toEqual([]), 20_000);

    const sold = orders.filter(({ state }) => ['pending_shipment', 'shipped'].includes(state)).map(({ _id }) => _id);
    const sales = await books.all<{ _id: string }>('catalog', 'sales');
    const counted = new Set(sales.map(({ _id }) => _id));
    for (const id of sold) expect(counted, 'a sale is counted').toContain(`${id}:${productId}`);
    for (const { orderId } of [...gone, joined]) expect(counted).not.toContain(`${orderId}:${productId}`);
  });

  it('tells nothing with a version that was told before', async () => {
    const after = versionsIn(await everyFact());
    const documents = {
      'orders.order.v1': await books.all<{ _id: string; version: number }>('orders', 'orders'),
      'group-buy.group.v1': await books.all<{ _id: string; version: number }>('group_buy', 'groups'),
      'payments.intent.v1': await books.all<{ _id: string; version: number }>('payments', 'intents'),
    };
    for (const [topic, some] of Object.entries(documents)) {
      for (const { _id, version } of some) {
        expect(version, `${topic} ${_id}`).toBeGreaterThanOrEqual(after.get(`${topic} ${_id}`) ?? 0);
      }
    }
    for (const { orderId } of [dan, open, unopened]) {
      expect(after.get(`orders.order.v1 ${orderId}`)).toBeGreaterThan(seen.get(`orders.order.v1 ${orderId}`) ?? 0);
    }
  });

  it('tells a service that reads from the beginning what is true, and nothing else', async () => {
    const bus = await openReader('newcomer');
    const paid = new Set<string>();
    const stop = await consume(bus, [on(OrderPaid, async ({ orderId }) => void paid.add(orderId))]);
    const orders = await books.all<{ _id: string; paid_at?: Date }>('orders', 'orders');
    const real = orders.filter(({ paid_at }) => paid_at).map(({ _id }) => _id);
    await eventually(() => expect([...paid].sort()).toEqual(real.sort()), 20_000);
    await stop();
    await bus.close();
  });

  it('can be backed up again, without what is void', async () => {
    const again = join(folder, 'again.backup');
    const { facts } = await takeBackup(place, backupAt(again), silent, new Date());
    expect(facts).toBeLessThan((await everyFact()).length);
  });
});
