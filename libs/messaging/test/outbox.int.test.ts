import { ORDERS_TOPIC } from '@social/contracts/events/orders';
import { openLease } from '@social/runtime/lease';
import { openMongo } from '@social/runtime/mongo';
import { eventually } from '@social/testkit/eventually';
import { SERVERS } from '@social/testkit/servers';
import type { Collection, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bus, ensureTopics } from '../src/bus.ts';
import type { Envelope } from '../src/envelope.ts';
import { OUTBOX_CAP, OUTBOX_HAS_ROOM, OUTBOX_INDEX, type Relay, startRelay } from '../src/outbox.ts';
import { aBench, completed, dataOf, headerOf, listen } from './harness.ts';

type Thing = { _id: string; outbox?: Envelope[] };

const bench = aBench();
let client: MongoClient;
let bus: Bus;
let things: Collection<Thing>;
let topic: Awaited<ReturnType<typeof listen>>;
const relays: Relay[] = [];

/** A relay that sweeps only when told to. */
const relay = (over: Bus = bus): Relay => {
  const started = startRelay(things, over, 3_600_000);
  relays.push(started);
  return started;
};

/** The bus while `away` says that Kafka cannot be reached. */
const shaky = (away: () => boolean): Bus => ({
  ...bus,
  publish: (envelopes) => (away() ? Promise.reject(new Error('away')) : bus.publish(envelopes)),
});

const write = async (id: string, outbox: Envelope[]) => {
  await things.updateOne({ _id: id }, { $push: { outbox: { $each: outbox } } }, { upsert: true });
};

const heardOf = (key: string) => topic.heard.filter((message) => message.key?.toString() === key);
const versionsOf = (key: string) => heardOf(key).map((message) => dataOf(message).version);
const isClear = (id: string) => eventually(async () => expect(await things.findOne({ _id: id })).toEqual({ _id: id }));

beforeAll(async () => {
  bus = await bench.open('orders');
  await ensureTopics(bus, [ORDERS_TOPIC]);
  const mongo = await openMongo(SERVERS.mongoUrl, bench.namespace, 'messaging');
  client = mongo.client;
  things = mongo.db.collection<Thing>('things');
  await things.createIndexes([OUTBOX_INDEX]);
  topic = await listen(bench.namespace, ORDERS_TOPIC);
});

afterAll(async () => {
  await Promise.all(relays.map((started) => started.stop()));
  await topic?.stop();
  await client?.close();
  await bench.end();
});

describe('the outbox', () => {
  it('is published once after a nudge, with its CloudEvents headers, and taken out of the document', async () => {
    const event = completed('ord_once');
    const { nudge } = relay();

    await write('ord_once', [event]);
    nudge('ord_once', [event]);

    await isClear('ord_once');
    await eventually(() => expect(heardOf('ord_once')).toHaveLength(1));
    const [message] = heardOf('ord_once');
    expect(message && dataOf(message)).toEqual(event.data);
    expect(headerOf(message, 'ce_id')).toBe(event.id);
    expect(headerOf(message, 'ce_type')).toBe('orders.order.completed.v1');
    expect(headerOf(message, 'ce_source')).toBe('orders');
    expect(headerOf(message, 'ce_subject')).toBe('ord_once');
  });

  it('is taken out once for all that was published of a document meanwhile', async () => {
    let clearings = 0;
    const updateMany: typeof things.updateMany = (...update) => {
      clearings += 1;
      return things.updateMany(...update);
    };
    const started = startRelay<Thing>(Object.assign(Object.create(things), { updateMany }), bus, 3_600_000);
    relays.push(started);
    const events = Array.from({ length: 5 }, (_, index) => completed('ord_meanwhile', index + 1));

    for (const event of events) {
      await write('ord_meanwhile', [event]);
      started.nudge('ord_meanwhile', [event]);
    }

    await isClear('ord_meanwhile');
    expect(clearings).toBe(1);
    await eventually(() => expect(versionsOf('ord_meanwhile')).toEqual([1, 2, 3, 4, 5]));
  });

  it('takes out by id only what was published', async () => {
    const [first, second] = [completed('ord_two', 1), completed('ord_two', 2)];
    const { nudge, sweep } = relay();

    await write('ord_two', [first, second]);
    nudge('ord_two', [first]);

    await eventually(async () =>
      expect((await things.findOne({ _id: 'ord_two' }))?.outbox?.map(({ id }) => id)).toEqual([second.id]),
    );
    await sweep(0);
    await isClear('ord_two');
    await eventually(() => expect(versionsOf('ord_two')).toEqual([1, 2]));
  });

  it('is published by the first sweep of a process that starts after a crash', async () => {
    await write('ord_crash', [completed('ord_crash', 1), completed('ord_crash', 2)]);

    relay();

    await isClear('ord_crash');
    await eventually(() => expect(versionsOf('ord_crash')).toEqual([1, 2]));
  });

  it('stays in the document while Kafka is away, and goes with the sweep when it is back', async () => {
    let away = true;
    const event = completed('ord_away');
    const { nudge, sweep } = relay(shaky(() => away));

    await write('ord_away', [event]);
    nudge('ord_away', [event]);
    await expect(sweep(0)).rejects.toThrow('away');
    expect((await things.findOne({ _id: 'ord_away' }))?.outbox).toHaveLength(1);

    away = false;
    expect(await sweep(0)).toBe(1);
    await isClear('ord_away');
    await eventually(() => expect(heardOf('ord_away')).toHaveLength(1));
  });

  it('lets no later event of an aggregate pass an earlier one whose publishing failed', async () => {
    let away = true;
    const [first, second] = [completed('ord_order', 1), completed('ord_order', 2)];
    const { nudge, sweep } = relay(shaky(() => away));
    await write('ord_order', [first]);
    nudge('ord_order', [first]);
    await expect(sweep(0)).rejects.toThrow('away');

    away = false;
    await write('ord_order', [second]);
    nudge('ord_order', [second]);

    await isClear('ord_order');
    // The sweep of the start may meet the second one as well, and tell it twice.
    await eventually(() => expect([...new Set(versionsOf('ord_order'))]).toEqual([1, 2]));
  });

  it('keeps the order of an aggregate under many quick writes', async () => {
    const events = Array.from({ length: 60 }, (_, index) => completed('ord_many', index + 1));
    const { nudge } = relay();

    for (const event of events) {
      await write('ord_many', [event]);
      nudge('ord_many', [event]);
    }

    await isClear('ord_many');
    await eventually(() => expect(versionsOf('ord_many')).toEqual(events.map((_, index) => index + 1)));
  });

  it('is swept by one of two replicas, and by the other within seconds when that one is dead', async () => {
    await openLease(things.db, 'outbox things', 2500).under(async () => {});
    const died = performance.now();
    await Promise.all(relays.splice(0).map(({ stop }) => stop()));
    relays.push(startRelay(things, bus, 250), startRelay(things, bus, 250));
    await relays[0]?.sweep(0);

    const left = Array.from({ length: 20 }, (_, index) => completed(`ord_left_${index}`));
    const at = new Date(Date.now() - 60_000);
    for (const event of left) await write(event.key, [{ ...event, at }]);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await things.countDocuments({ outbox: { $exists: true } }), 'the lease is not over').toBe(20);

    await eventually(async () => expect(await things.countDocuments({ outbox: { $exists: true } })).toBe(0));
    expect(performance.now() - died).toBeLessThan(6000);
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const { key } of left) expect(heardOf(key), key).toHaveLength(1);
    await Promise.all(relays.splice(0).map(({ stop }) => stop()));
  });

  it('takes 64 events at most, and further writes are refused until some are published', async () => {
    const full = Array.from({ length: OUTBOX_CAP }, (_, index) => completed('ord_full', index));
    await write('ord_full', full.slice(1));

    const push = (event: Envelope) =>
      things.updateOne({ _id: 'ord_full', ...OUTBOX_HAS_ROOM }, { $push: { outbox: event } });
    expect((await push(completed('ord_full', 64))).modifiedCount).toBe(1);
    expect((await push(completed('ord_full', 65))).modifiedCount).toBe(0);

    await relay().sweep(0);
    await things.updateOne({ _id: 'ord_full' }, { $set: { outbox: [completed('ord_full', 66)] } });
    expect((await push(completed('ord_full', 67))).modifiedCount).toBe(1);
    await things.deleteOne({ _id: 'ord_full' });
  });

  it('publishes more than one request takes, in order', async () => {
    const note = 'x'.repeat(20_000);
    const large = Array.from({ length: 60 }, (_, index) => {
      const event = completed('ord_large', index);
      return { ...event, data: { ...(event.data as object), note } };
    });
    await write('ord_large', large);

    await relay().sweep(0);

    await isClear('ord_large');
    await eventually(() => expect(versionsOf('ord_large')).toEqual(large.map((_, index) => index)));
  });

  it('is found by its own index, which holds nothing of documents without events', async () => {
    const query = { outbox: { $exists: true }, 'outbox.at': { $lt: new Date() } };
    const plan = await things.find(query).sort({ 'outbox.at': 1 }).limit(200).explain('queryPlanner');

    expect(JSON.stringify(plan.queryPlanner.winningPlan)).toContain('"indexName":"outbox"');
    expect(JSON.stringify(plan.queryPlanner.winningPlan)).not.toContain('COLLSCAN');
  });
});
