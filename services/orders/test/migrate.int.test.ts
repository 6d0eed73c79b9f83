import { join } from 'node:path';
import { OrderCompleted } from '@social/contracts/events/orders';
import { type Envelope, envelope } from '@social/messaging/envelope';
import { newId } from '@social/runtime/ids';
import { openMongo } from '@social/runtime/mongo';
import { openVersioned } from '@social/runtime/versioned';
import { eventually } from '@social/testkit/eventually';
import { runJob, startJob } from '@social/testkit/job-process';
import { aNamespace, dropNamespace, SERVERS } from '@social/testkit/servers';
import type { Collection, Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Order } from '../src/domain.ts';
import { aShipped, NOON } from '../src/fixtures.ts';
import { parcelsOf } from '../src/parcels.ts';
import { ordersOf } from '../src/store.ts';

/** Each test starts the job several times. */
vi.setConfig({ testTimeout: 90_000 });

const SCRIPT = join(import.meta.dirname, '../src/migrate.ts');
const ID = '0001-shipment-to-parcel';
const OF_OLD = 2000;

const namespace = aNamespace();
const env = { MONGO_URL: SERVERS.mongoUrl, NAMESPACE: namespace, JOB_LEASE_MS: '1000' };
let client: MongoClient;
let db: Db;
let orders: Collection<Order>;

beforeAll(async () => {
  ({ client, db } = await openMongo(SERVERS.mongoUrl, namespace, 'orders'));
  orders = ordersOf(db);
});
beforeEach(async () => {
  await Promise.all([orders.deleteMany({}), db.collection('migrations').deleteMany({})]);
});
afterAll(async () => {
  await client.close();
  await dropNamespace(namespace);
});

const fact = (orderId: string): Envelope => {
  const data = { orderId, buyerId: 'usr_1', merchantId: 'mer_1', version: 9, completedAt: NOON.toISOString() };
  return envelope(OrderCompleted, orderId, data, NOON);
};

/** An order as it was written before parcels were told apart. */
function anOldOne(number: number): Order {
  const { parcels: _, ...rest } = aShipped();
  const shipment = { carrier: 'SF', tracking_number: `SF${number}`, shipped_at: NOON };
  return { ...rest, _id: newId('ord'), shipment };
}

/** Orders of old, and some that are of today already. Answers those of old. */
async function fill(count: number): Promise<Order[]> {
  const old = Array.from({ length: count }, (_, number) => anOldOne(number));
  const ofToday = Array.from({ length: 20 }, () => ({ ...aShipped(), _id: newId('ord') }));
  await orders.insertMany([...old, ...ofToday]);
  return old;
}

const isOfOld = { shipment: { $exists: true } };
const leftOf = () => orders.countDocuments(isOfOld);

/** Every order of old has its parcel, was written once, and reads as it did. */
async function expectAllMigrated(old: Order[]): Promise<void> {
  expect(await leftOf()).toBe(0);
  const found = await orders.find({ _id: { $in: old.map(({ _id }) => _id) } }).toArray();
  const byId = new Map(found.map((order) => [order._id, order]));
  for (const before of old) {
    const after = byId.get(before._id);
    expect(after && parcelsOf(after)).toEqual(parcelsOf(before));
    expect(after?.version).toBe(before.version + 1);
  }
}

describe('migrate', () => {
  it('brings orders of old into the form of today, tells how far it is, and has nothing to do then', async () => {
    const old = await fill(OF_OLD);
    const first = await runJob(SCRIPT, { ...env, MIGRATE_PER_SECOND: '800' });

    expect(first).toMatchObject({ code: 0 });
    expect(first.said).toContain(`orders ${ID}: done, ${OF_OLD} documents changed`);
    expect(first.said).toMatch(/0001-shipment-to-parcel: [\d,]+ of about 2,000, \d+\/s, \d s left/);
    await expectAllMigrated(old);

    expect(await runJob(SCRIPT, env)).toMatchObject({ code: 0, said: `orders ${ID}: was done before\n` });
    await expectAllMigrated(old);
  });

  it('runs again for what processes of old wrote after it', async () => {
    const before = await fill(3);
    await runJob(SCRIPT, env);
    const late = anOldOne(4);
    await orders.insertOne(late);

    expect((await runJob(SCRIPT, env)).said).toContain('done, 1 documents changed');
    await expectAllMigrated([...before, late]);
  });

  it('killed between documents and the note of them, loses nothing and goes on', async () => {
    const old = await fill(OF_OLD);
    for (let crash = 0; crash < 2; crash++) {
      const left = await leftOf();
      const killed = await runJob(SCRIPT, { ...env, CRASH_AT: 'migrated' });
      expect(killed.signal).toBe('SIGKILL');
      expect(await leftOf()).toBe(left - 500);
      // Both forms lie there now, and both are read.
      const both = await orders.find({ _id: { $in: old.map(({ _id }) => _id) } }).toArray();
      expect(both.every((order) => parcelsOf(order).length === 1)).toBe(true);
    }

    expect(await runJob(SCRIPT, env)).toMatchObject({ code: 0 });
    await expectAllMigrated(old);
  });

  it('never overwrites what happens meanwhile, facts that wait among it, wherever it is killed', async () => {
    const old = await fill(OF_OLD);
    const busy = old.filter((_, index) => index % 10 === 0).map(({ _id }) => _id);
    const documents = openVersioned(orders);
    let going = true;
    let written = 0;
    const live = async () => {
      while (going) {
        const id = busy[written % busy.length] ?? '';
        written += 1;
        const outbox = [fact(id)];
        await documents.update(id, (order) => ({
          next: { ...order, note: `${Number(order.note ?? 0) + 1}`, version: order.version + 1 },
          append: { outbox },
        }));
      }
    };
    const traffic = Promise.all(Array.from({ length: 8 }, live));
    for (let kill = 1; kill <= 2; kill++) {
      const job = startJob(SCRIPT, { ...env, MIGRATE_PER_SECOND: '2000' });
      await eventually(async () => expect(await leftOf()).toBeLessThanOrEqual(OF_OLD - kill * 500));
      job.kill('SIGKILL');
      await job.ended;
    }
    expect(await runJob(SCRIPT, env)).toMatchObject({ code: 0 });
    going = false;
    await traffic;

    expect(await leftOf()).toBe(0);
    const found = await orders.find({ _id: { $in: busy } }).toArray();
    const notes = found.reduce((sum, { note = '0' }) => sum + Number(note), 0);
    expect(notes).toBe(written);
    expect(found.reduce((sum, { outbox = [] }) => sum + outbox.length, 0)).toBe(written);
    const quiet = old.filter(({ _id }) => !busy.includes(_id));
    await expectAllMigrated(quiet);
  });

  it('stops in order when it is told to, and the next run goes on', async () => {
    const old = await fill(OF_OLD);
    const job = startJob(SCRIPT, { ...env, MIGRATE_PER_SECOND: '300' });
    await eventually(async () => expect(await leftOf()).toBeLessThan(OF_OLD));
    job.kill('SIGTERM');
    const stopped = await job.ended;

    expect(stopped).toMatchObject({ code: 1, signal: null });
    expect(stopped.said).toContain('the next run goes on from here');
    const left = await leftOf();
    expect(left).toBeGreaterThan(0);
    const again = await runJob(SCRIPT, env);
    expect(again.said).toContain(`done, ${OF_OLD} documents changed`);
    await expectAllMigrated(old);
  });

  it('waits for another run, and does nothing twice', async () => {
    const old = await fill(OF_OLD);
    // Slow enough that the second one comes while it is at work.
    const first = startJob(SCRIPT, { ...env, MIGRATE_PER_SECOND: `${OF_OLD / 8}` });
    await eventually(async () => expect(await leftOf()).toBeLessThan(OF_OLD));
    const second = startJob(SCRIPT, env);

    expect(await first.ended).toMatchObject({ code: 0 });
    const waited = await second.ended;
    expect(waited).toMatchObject({ code: 0 });
    expect(waited.said).toContain('another migrate is at work');
    expect(waited.said).toContain('was done before');
    await expectAllMigrated(old);
  });

  it('names the document that it cannot read, and leaves it', async () => {
    const broken = anOldOne(1);
    await orders.insertOne({ ...broken, lines: null as never });
    const ended = await runJob(SCRIPT, env);

    expect(ended.code).toBe(1);
    expect(ended.said).toContain(`${ID} cannot read ${broken._id} of orders`);
    expect(await leftOf()).toBe(1);
  });

  it('says in one line what is wrong with its environment', async () => {
    expect(await runJob(SCRIPT, { ...env, MONGO_URL: '' })).toMatchObject({ code: 2 });
    const nobody = 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=200';
    const away = await runJob(SCRIPT, { ...env, MONGO_URL: nobody });
    expect(away.code).toBe(1);
    expect(away.said.trim().split('\n')).toHaveLength(1);
  });
});
