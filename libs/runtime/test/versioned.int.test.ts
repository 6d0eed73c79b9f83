import { aNamespace, dropNamespace, SERVERS } from '@social/testkit/servers';
import type { Collection, Filter, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { batchedFind, batchedInsert } from '../src/batched.ts';
import { isDuplicateKey, openMongo } from '../src/mongo.ts';
import { openVersioned, type VersionedDocuments } from '../src/versioned.ts';

type Counter = {
  _id: string;
  version: number;
  count: number;
  note?: string;
  label?: string;
  heard: number[];
  names?: string[];
};

const namespace = aNamespace();
let client: MongoClient;
let collection: Collection<Counter>;
let counters: VersionedDocuments<Counter>;

beforeAll(async () => {
  const opened = await openMongo(SERVERS.mongoUrl, namespace, 'versioned');
  client = opened.client;
  collection = opened.db.collection<Counter>('counters');
  await collection.createIndex({ label: 1 }, { unique: true, sparse: true });
});
beforeEach(async () => {
  await collection.deleteMany({});
  const ids = Array.from({ length: 30 }, (_, index) => `c${index}`);
  await collection.insertMany(ids.map((_id) => ({ _id, version: 1, count: 0, note: 'fresh', heard: [] })));
  counters = openVersioned(collection);
});
afterAll(async () => {
  await client.close();
  await dropNamespace(namespace);
});

const plusOne = (counter: Counter) => ({
  next: { ...counter, count: counter.count + 1, version: counter.version + 1 },
  append: { heard: [counter.count + 1] },
});
const labelled = (label: string) => (counter: Counter) => ({
  next: { ...counter, label, version: counter.version + 1 },
});
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describe('documents under their version', () => {
  it('take every change once and in order, of whoever changes them at the same time', async () => {
    const replicas = [counters, openVersioned(collection), openVersioned(collection)];
    const decided = await times(300, async (index) => replicas[index % 3]?.update(`c${index % 5}`, plusOne));
    expect(decided.every((one) => one?.changed)).toBe(true);
    for (const { count, version, heard } of await collection.find({ _id: { $in: ['c0', 'c4'] } }).toArray()) {
      expect({ count, version }).toEqual({ count: 60, version: 61 });
      expect(heard).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    }
  });

  it('are answered each as its own decision left it', async () => {
    const decided = await times(10, () => counters.update('c0', plusOne));
    expect(decided.map((one) => one?.document.count)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('stay as they are where nothing is decided, and lose what a decision takes out', async () => {
    expect(await counters.update('c1', () => undefined)).toMatchObject({ changed: false, document: { version: 1 } });
    await counters.update('c1', ({ note: _, ...counter }) => ({ next: { ...counter, version: 2 } }));
    expect(await counters.find('c1')).toEqual({ _id: 'c1', version: 2, count: 0, heard: [] });
  });

  it('are refused, or left as they are, only as they are now, whatever is remembered of them', async () => {
    const other = openVersioned(collection);
    await counters.update('c7', plusOne);
    await other.update('c7', (counter) => ({ next: { ...counter, note: 'over', version: counter.version + 1 } }));
    const refuseOver = (counter: Counter) => {
      if (counter.note === 'over') throw new RangeError('over');
      return plusOne(counter);
    };
    await expect(counters.update('c7', refuseOver)).rejects.toThrow('over');

    await other.update('c7', plusOne);
    const seen: number[] = [];
    const look = ({ count }: Counter) => void seen.push(count);
    expect(await counters.update('c7', look)).toMatchObject({ changed: false, document: { count: 2 } });
    expect(seen.at(-1)).toBe(2);
  });

  it('are not read again before they are changed by who changed them last', async () => {
    let reads = 0;
    const find = (filter: Filter<Counter>) => {
      reads += 1;
      return collection.find(filter);
    };
    const counted = openVersioned<Counter>(Object.assign(Object.create(collection), { find }));
    await counted.update('c10', plusOne);
    await Promise.all([counted.update('c10', plusOne), counted.update('c10', plusOne)]);
    expect(reads).toBe(1);
    expect(await counters.find('c10')).toMatchObject({ count: 3, heard: [1, 2, 3] });
  });

  it('refuse one decision without the others’ losing theirs', async () => {
    const refuse = () => {
      throw new RangeError('not this one');
    };
    const results = await Promise.allSettled([
      counters.update('c2', plusOne),
      counters.update('c2', refuse),
      counters.update('c3', plusOne),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect([(await counters.find('c2'))?.count, (await counters.find('c3'))?.count]).toEqual([1, 1]);
  });

  it('tell a taken unique key to whoever wanted it, alone', async () => {
    await counters.update('c4', labelled('red'));
    const results = await Promise.allSettled([
      counters.update('c5', labelled('red')),
      counters.update('c5', plusOne),
      counters.update('c6', labelled('blue')),
    ]);
    const [taken, ...others] = results;
    expect(taken?.status === 'rejected' && isDuplicateKey(taken.reason)).toBe(true);
    expect(others.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await counters.find('c5')).toMatchObject({ count: 1, version: 2 });
    expect(await counters.find('c6')).toMatchObject({ label: 'blue' });
  });

  it('are not made by changing them', async () => {
    expect(await counters.update('none', plusOne)).toBeUndefined();
    expect(await collection.countDocuments()).toBe(30);
  });

  it('are not written where the condition does not hold', async () => {
    const conditional = openVersioned(collection, { note: 'fresh' });
    await conditional.update('c8', (counter) => ({ next: { ...counter, note: 'stale', version: 2 } }));
    await expect(conditional.update('c8', plusOne)).rejects.toMatchObject({ code: 'service-unavailable' });
    expect(await counters.find('c8')).toMatchObject({ count: 0, version: 2 });
    expect(await collection.countDocuments()).toBe(30);
  });
});

describe('batches of documents', () => {
  it('are found by any of their keys', async () => {
    const find = batchedFind(collection, 'names', ({ names = [] }) => names);
    const byId = batchedFind(collection, '_id', ({ _id }) => [_id]);
    await collection.updateOne({ _id: 'c3' }, { $set: { names: ['a', 'b'] } });
    const found = await Promise.all([find('a'), find('b'), find('c')]);
    expect(found.map((one) => one?._id)).toEqual(['c3', 'c3', undefined]);
    expect((await times(20, (index) => byId(`c${index * 2}`))).map((one) => one?._id)).toEqual([
      ...Array.from({ length: 15 }, (_, index) => `c${index * 2}`),
      ...Array.from({ length: 5 }, () => undefined),
    ]);
  });

  it('are inserted once', async () => {
    const insert = batchedInsert(collection);
    const fresh = (index: number) => ({ _id: `n${index % 20}`, version: 1, count: index, heard: [] });
    const inserted = await times(40, (index) => insert(fresh(index)));
    expect(inserted.filter(Boolean)).toHaveLength(20);
    expect(await collection.countDocuments({ _id: /^n/, count: { $lt: 20 } })).toBe(20);
  });
});
