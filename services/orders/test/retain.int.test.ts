import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { lowestIdAt, newId } from '@social/runtime/ids';
import { openMongo } from '@social/runtime/mongo';
import { eventually } from '@social/testkit/eventually';
import { runJob, startJob } from '@social/testkit/job-process';
import { aNamespace, dropNamespace, SERVERS } from '@social/testkit/servers';
import { BSON, type Collection, type Db, type MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { archivedOf, filesOf } from '../src/archive/store.ts';
import { confirm, type Order, plus } from '../src/domain.ts';
import { ANN, anOrder, aShipped, NOON } from '../src/fixtures.ts';
import { ordersOf } from '../src/store.ts';

/** Each test starts the job several times. */
vi.setConfig({ testTimeout: 90_000 });

const RETAIN = join(import.meta.dirname, '../src/retain.ts');
const ARCHIVED = join(import.meta.dirname, '../src/archived.ts');
const DAY = 24 * 3_600_000;
const OLD = 600;

const namespace = aNamespace();
let client: MongoClient;
let db: Db;
let orders: Collection<Order>;
let directory: string;
let env: Record<string, string>;

beforeAll(async () => {
  ({ client, db } = await openMongo(SERVERS.mongoUrl, namespace, 'orders'));
  orders = ordersOf(db);
});
beforeEach(async () => {
  await Promise.all([orders, archivedOf(db), filesOf(db)].map((collection) => collection.deleteMany({})));
  directory = await mkdtemp(join(tmpdir(), 'archive-'));
  const own = { MONGO_URL: SERVERS.mongoUrl, NAMESPACE: namespace, JOB_LEASE_MS: '1000' };
  env = { ...own, ORDERS_ARCHIVE_DIR: directory, RETAIN_PER_SECOND: '5000' };
});
afterEach(() => rm(directory, { recursive: true }));
afterAll(async () => {
  await client.close();
  await dropNamespace(namespace);
});

/** An order that was over so many days ago. */
function overFor(days: number, number: number): Order {
  const ended = plus(new Date(), -days * DAY);
  const _id = `${lowestIdAt('ord', ended)}-7000-8000-${String(number).padStart(12, '0')}`;
  const order = confirm(aShipped(), ANN, NOON).order;
  const history = order.history.map((entry) => ({ ...entry, at: ended }));
  return { ...order, _id, created_at: ended, history };
}

/** Old orders, and some that have to stay: young ones, one that is open for ever, one with a refund on its way. */
async function fill(count: number): Promise<{ old: Order[]; staying: Order[] }> {
  const old = Array.from({ length: count }, (_, number) => overFor(1100 + (number % 50), number));
  const open = { ...anOrder(), _id: overFor(2000, 1)._id };
  const refund = { refund_id: 'r', payment_id: 'p', amount: 1, reason: 'x', requested_at: NOON };
  const owed = { ...overFor(2000, 2), refunds: [refund] };
  const young = Array.from({ length: 20 }, () => ({ ...confirm(aShipped(), ANN, NOON).order, _id: newId('ord') }));
  const staying = [open, owed, ...young];
  await orders.insertMany([...old, ...staying]);
  const stored = await orders.find({ _id: { $in: old.map(({ _id }) => _id) } }).toArray();
  return { old: stored, staying };
}

const idsOf = (of: Order[]): string[] => of.map(({ _id }) => _id).toSorted();
const idsIn = async (): Promise<string[]> =>
  (
    await orders
      .find({}, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .toArray()
  ).map(({ _id }) => _id);

/** Every order in the files of the archive, by the file. */
function inFiles(): Map<string, Order[]> {
  const files = readdirSync(join(directory, namespace), { recursive: true, encoding: 'utf8' });
  const entries = files
    .filter((file) => file.endsWith('.ndjson.gz'))
    .map((file): [string, Order[]] => {
      const lines = gunzipSync(readFileSync(join(directory, namespace, file)))
        .toString()
        .trim()
        .split('\n');
      return [file, lines.map((line) => BSON.EJSON.parse(line) as Order)];
    });
  return new Map(entries);
}

const textOf = (order: Order | undefined): string => BSON.EJSON.stringify(order, { relaxed: false });

/** Each old order lies in one file as it was, is noted, and is gone; all others are untouched. */
async function expectArchived(old: Order[], staying: Order[]): Promise<void> {
  expect(await idsIn()).toEqual(idsOf(staying));
  const files = inFiles();
  const byId = new Map([...files.values()].flat().map((order) => [order._id, order]));
  expect([...files.values()].flat()).toHaveLength(old.length);
  for (const order of old) expect(textOf(byId.get(order._id))).toBe(textOf(order));

  const notes = await archivedOf(db).find().toArray();
  expect(notes.map(({ _id }) => _id).toSorted()).toEqual(idsOf(old));
  for (const { _id, file } of notes) expect(files.get(file)?.some((order) => order._id === _id)).toBe(true);
  expect(await filesOf(db).countDocuments({ state: { $ne: 'done' } })).toBe(0);
  expect(await filesOf(db).countDocuments()).toBe(files.size);
}

/** Wherever an order is missing from the database, a file that was read back has it. */
async function expectNothingLost(old: Order[]): Promise<void> {
  const here = new Set(await idsIn());
  const files = inFiles();
  const verified = await filesOf(db)
    .find({ state: { $ne: 'writing' } })
    .toArray();
  const there = new Set(verified.flatMap(({ _id }) => (files.get(_id) ?? []).map((order) => order._id)));
  expect(idsOf(old).filter((id) => !here.has(id) && !there.has(id))).toEqual([]);
}

describe('retain', () => {
  it('says what it would do, and does nothing', async () => {
    const { old, staying } = await fill(30);
    const dry = await runJob(RETAIN, { ...env, DRY_RUN: 'true' });

    expect(dry).toMatchObject({ code: 0 });
    expect(dry.said).toBe('orders: would archive up to 31 that are over for 1095 days; nothing was changed\n');
    expect(await idsIn()).toEqual(idsOf([...old, ...staying]));
    expect(readdirSync(directory)).toEqual([]);
  });

  it('moves what was over long ago into the archive, as it was, and leaves all else', async () => {
    const { old, staying } = await fill(OLD);
    const first = await runJob(RETAIN, env);

    expect(first).toMatchObject({ code: 0 });
    expect(first.said).toContain(`orders: ${OLD} archived that were over for 1095 days`);
    await expectArchived(old, staying);

    expect((await runJob(RETAIN, env)).said).toContain('orders: 0 archived');
    await expectArchived(old, staying);
  });

  it.each(['archive-written', 'archive-verified', 'archive-noted', 'archive-removed'])(
    'killed at %s, loses nothing and goes on',
    async (place) => {
      const { old, staying } = await fill(OLD);
      const killed = await runJob(RETAIN, { ...env, CRASH_AT: place });
      expect(killed.signal).toBe('SIGKILL');
      await expectNothingLost(old);

      expect(await runJob(RETAIN, env)).toMatchObject({ code: 0 });
      await expectArchived(old, staying);
    },
  );

  it('removes nothing of a file that cannot be read back, and says which it is', async () => {
    const { old } = await fill(30);
    await runJob(RETAIN, { ...env, CRASH_AT: 'archive-verified' });
    const [file = ''] = inFiles().keys();
    writeFileSync(join(directory, namespace, file), 'spoilt');
    const refused = await runJob(RETAIN, env);

    expect(refused.code).toBe(1);
    expect(refused.said).toContain(`the archive's ${file} cannot be read back`);
    expect((await idsIn()).filter((id) => idsOf(old).includes(id))).toHaveLength(30);
  });

  it('leaves an order that changed after it was written down', async () => {
    const { old, staying } = await fill(30);
    await runJob(RETAIN, { ...env, CRASH_AT: 'archive-verified' });
    const [changed] = old;
    const note = 'looked at again';
    await orders.updateOne({ _id: changed?._id }, { $set: { note }, $inc: { version: 1 } });
    await runJob(RETAIN, { ...env, CRASH_AT: 'archive-removed' });

    expect(await idsIn()).toEqual(idsOf([...staying, ...old.slice(0, 1)]));
    expect(await archivedOf(db).findOne({ _id: changed?._id })).toBeNull();
    await runJob(RETAIN, env);
    expect(await idsIn()).toEqual(idsOf(staying));
    const again = await runJob(ARCHIVED, env, [changed?._id ?? '']);
    expect(JSON.parse(again.said)).toMatchObject({ _id: changed?._id, note });
  });

  it('stops in order when it is told to, and the next run goes on', async () => {
    const { old, staying } = await fill(OLD);
    const job = startJob(RETAIN, { ...env, RETAIN_PER_SECOND: '100' });
    await eventually(async () => expect(await archivedOf(db).countDocuments()).toBeGreaterThan(0));
    job.kill('SIGTERM');

    expect(await job.ended).toMatchObject({ code: 1, signal: null });
    await expectNothingLost(old);
    await runJob(RETAIN, env);
    await expectArchived(old, staying);
  });

  it('prints an order from the archive, its address sealed, and says so when there is none', async () => {
    const { old } = await fill(3);
    await runJob(RETAIN, env);
    const [order] = old;
    const found = await runJob(ARCHIVED, env, [order?._id ?? '']);

    expect(found).toMatchObject({ code: 0 });
    expect(JSON.parse(found.said)).toMatchObject({ _id: order?._id, address: { phone: order?.address?.phone } });
    const none = await runJob(ARCHIVED, env, ['ord_none']);
    expect(none).toMatchObject({ code: 1, said: 'ord_none: there is no such order in the archive\n' });
  });

  it('asks for a place in one line, before anything is touched', async () => {
    const nowhere = await runJob(RETAIN, { ...env, ORDERS_ARCHIVE_DIR: '' });
    expect(nowhere).toMatchObject({ code: 2 });
    expect(nowhere.said).toBe(
      'configuration: set ORDERS_ARCHIVE_DIR (it is missing: either it or ORDERS_ARCHIVE_S3_BUCKET_URL is needed)\n',
    );
  });
});
