import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DomainError } from '@social/contracts/errors';
import { ORDERS_TOPIC, OrderCompleted } from '@social/contracts/events/orders';
import { openMongo } from '@social/runtime/mongo';
import { eventually } from '@social/testkit/eventually';
import { SERVERS } from '@social/testkit/servers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bus, ensureTopics, PARTITIONS } from '../src/bus.ts';
import { consume, type Handler, on } from '../src/consumer.ts';
import { deadLetterTopic } from '../src/dead-letters.ts';
import { partitionOf } from '../src/partition.ts';
import { readVoids, writeVoids } from '../src/voids.ts';
import { aBench, type Bench, completed, headerOf, listen } from './harness.ts';

let bench: Bench;
let orders: Bus;
let stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  bench = aBench();
  orders = await bench.open('orders');
  await ensureTopics(orders, [ORDERS_TOPIC]);
});

afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()));
  stops = [];
  await bench.end();
});

const start = async (service: string, handlers: Handler[]) => {
  const stop = await consume(await bench.open(service), handlers);
  stops.push(stop);
  return stop;
};

const lettersOf = async (service: string) => {
  const letters = await listen(bench.namespace, deadLetterTopic(service, ORDERS_TOPIC));
  stops.push(letters.stop);
  return letters.heard;
};

describe('a consumer', () => {
  it('waits for nobody: its topics are made when it is the first to ask for them', async () => {
    const fresh = aBench();
    const bus = await fresh.open('early');
    const heard: string[] = [];
    const stop = await consume(bus, [on(OrderCompleted, async ({ orderId }) => void heard.push(orderId))]);

    await bus.publish([completed('ord_1')]);

    await eventually(() => expect(heard).toEqual(['ord_1']));
    await stop();
    await fresh.end();
  });

  it('hears every event of the past, those of one aggregate in their order', async () => {
    const heard = new Map<string, number[]>();
    const events = Array.from({ length: 200 }, (_, index) => completed(`ord_${index % 10}`, Math.floor(index / 10)));
    await orders.publish(events);

    await start('reader', [
      on(OrderCompleted, async ({ orderId, version }) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
        heard.set(orderId, [...(heard.get(orderId) ?? []), version]);
      }),
    ]);

    await eventually(() => expect([...heard.values()].flat()).toHaveLength(200));
    for (const versions of heard.values()) expect(versions).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('passes over what a restore has made void, and takes its place in no other way', async () => {
    await orders.publish(['ord_1', 'ord_2', 'ord_3'].map((id) => ({ ...completed(id), partitionKey: 'one' })));
    const partition = partitionOf('one', PARTITIONS);
    await writeVoids(orders, [{ topic: ORDERS_TOPIC, partition, from: 0, to: 9 }]);
    await writeVoids(orders, [{ topic: ORDERS_TOPIC, partition, from: 1, to: 2 }]);
    expect(await readVoids(orders)).toEqual([{ topic: ORDERS_TOPIC, partition, from: 1, to: 2 }]);

    const heard: string[] = [];
    const stop = await start('reader', [on(OrderCompleted, async ({ orderId }) => void heard.push(orderId))]);
    await eventually(() => expect(heard).toEqual(['ord_1', 'ord_3']));
    await stop();
    await orders.publish([{ ...completed('ord_4'), partitionKey: 'one' }]);
    await start('reader', [on(OrderCompleted, async ({ orderId }) => void heard.push(orderId))]);
    await eventually(() => expect(heard).toEqual(['ord_1', 'ord_3', 'ord_4']));
  });

  it('handles what shares a partition key one after another, in one partition, other lanes beside it', async () => {
    const heard = new Map<string, string[]>();
    const busy = new Map<string, number>();
    let together = 0;
    const events = Array.from({ length: 120 }, (_, index) => ({
      ...completed(`ord_${index}`),
      partitionKey: `grp_${index % 8}`,
    }));
    const laneOf = new Map(events.map(({ key, partitionKey }) => [key, partitionKey]));
    const topic = await listen(bench.namespace, ORDERS_TOPIC);
    stops.push(topic.stop);
    await orders.publish(events);

    await start('reader', [
      on(OrderCompleted, async ({ orderId }) => {
        const lane = laneOf.get(orderId) ?? '';
        busy.set(lane, (busy.get(lane) ?? 0) + 1);
        expect(busy.get(lane)).toBe(1);
        together = Math.max(together, [...busy.values()].filter((count) => count > 0).length);
        await new Promise((resolve) => setTimeout(resolve, 2));
        busy.set(lane, 0);
        heard.set(lane, [...(heard.get(lane) ?? []), orderId]);
      }),
    ]);

    await eventually(() => expect([...heard.values()].flat()).toHaveLength(120));
    for (const [lane, orderIds] of heard) {
      expect(orderIds).toEqual(events.filter(({ partitionKey }) => partitionKey === lane).map(({ key }) => key));
    }
    expect(together).toBeGreaterThan(1);
    await eventually(() => expect(topic.heard).toHaveLength(120));
    expect(new Set(topic.heard.map((message) => headerOf(message, 'ce_subject'))).size).toBe(120);
  });

  it('goes on where its group stopped', async () => {
    const heard: string[] = [];
    const handlers = [on(OrderCompleted, async ({ orderId }) => void heard.push(orderId))];
    const stop = await start('resumer', handlers);
    await orders.publish([completed('ord_1')]);
    await eventually(() => expect(heard).toEqual(['ord_1']));
    await stop();

    await orders.publish([completed('ord_2')]);
    await start('resumer', handlers);

    await eventually(() => expect(heard).toEqual(['ord_1', 'ord_2']));
  });

  it('puts a refused event aside with its reason, and goes on with the rest', async () => {
    const heard: string[] = [];
    await orders.publish([completed('ord_bad'), completed('ord_good'), completed('ord_bad', 2)]);

    await start('refuser', [
      on(OrderCompleted, async ({ orderId, version }) => {
        if (orderId === 'ord_bad' && version === 1) throw new DomainError('order-not-found');
        heard.push(`${orderId}:${version}`);
      }),
    ]);

    await eventually(() => expect(heard.sort()).toEqual(['ord_bad:2', 'ord_good:1']));
    const letters = await lettersOf('refuser');
    await eventually(() => expect(letters).toHaveLength(1));
    expect(letters[0]?.key?.toString()).toBe('ord_bad');
    expect(headerOf(letters[0], 'dlq_reason')).toBe('DomainError: The caller has no such order.');
    expect(headerOf(letters[0], 'dlq_group')).toBe('refuser');
    expect(headerOf(letters[0], 'dlq_topic')).toBe(ORDERS_TOPIC);
    expect(headerOf(letters[0], 'dlq_offset')).toMatch(/^\d+$/);
    expect(headerOf(letters[0], 'ce_type')).toBe('orders.order.completed.v1');
  });

  it('puts aside what is not JSON and what does not fit its schema', async () => {
    const heard: string[] = [];
    const misfit = { ...completed('ord_misfit'), data: { orderId: 7 } };
    const headers = { ce_type: OrderCompleted.type, ce_id: 'evt_1' };
    await orders.publish([misfit]);
    await orders.send([{ topic: ORDERS_TOPIC, message: { key: 'ord_torn', value: '{"orderId":', headers } }]);
    await orders.publish([completed('ord_good')]);

    await start('parser', [on(OrderCompleted, async ({ orderId }) => void heard.push(orderId))]);

    await eventually(() => expect(heard).toEqual(['ord_good']));
    const letters = await lettersOf('parser');
    await eventually(() => expect(letters).toHaveLength(2));
    const reasons = new Map(letters.map((letter) => [letter.key?.toString(), headerOf(letter, 'dlq_reason')]));
    expect(reasons.get('ord_torn')).toMatch(/^SyntaxError: /);
    expect(reasons.get('ord_misfit')).toMatch(/^ZodError: /);
    expect(letters.find((letter) => letter.key?.toString() === 'ord_torn')?.value?.toString()).toBe('{"orderId":');
  });

  it('tries again until the infrastructure is back, in order, and puts nothing aside', async () => {
    let attempts = 0;
    const heard: number[] = [];
    await orders.publish([completed('ord_1', 1), completed('ord_1', 2)]);

    await start('patient', [
      on(OrderCompleted, async ({ version }) => {
        if (version === 1 && ++attempts < 4) throw new DomainError('service-unavailable');
        heard.push(version);
      }),
    ]);

    await eventually(() => expect(heard).toEqual([1, 2]));
    expect(attempts).toBe(4);
    expect(await lettersOf('patient')).toEqual([]);
  });

  it('keeps its partitions while one event is tried for longer than a session lasts', async () => {
    const until = Date.now() + 8000;
    const heard: number[] = [];
    await orders.publish([completed('ord_1', 1), completed('ord_1', 2)]);

    await start('stubborn', [
      on(OrderCompleted, async ({ version }) => {
        if (Date.now() < until) throw new Error('still away');
        heard.push(version);
      }),
    ]);

    await eventually(() => expect(heard).toEqual([1, 2]), 25_000);
  });

  it('stops at once though an event is being tried, which is then delivered to the next', async () => {
    const began: number[] = [];
    const heard: number[] = [];
    await orders.publish([completed('ord_1')]);
    const stop = await start('stopper', [
      on(OrderCompleted, async () => {
        began.push(Date.now());
        throw new Error('away');
      }),
    ]);
    await eventually(() => expect(began.length).toBeGreaterThan(3));

    const asked = Date.now();
    await stop();
    expect(Date.now() - asked).toBeLessThan(1500);

    await start('stopper', [on(OrderCompleted, async ({ version }) => void heard.push(version))]);
    await eventually(() => expect(heard).toEqual([1]));
  });

  it('shares the partitions with a second process; nothing is lost while they are divided anew', async () => {
    const heard = new Set<string>();
    const note = [on(OrderCompleted, async ({ orderId }) => void heard.add(orderId))];
    const names = Array.from({ length: 120 }, (_, index) => `ord_${index}`);
    await start('pair', note);
    await orders.publish(names.slice(0, 60).map((name) => completed(name)));
    const second = await start('pair', note);
    await orders.publish(names.slice(60, 90).map((name) => completed(name)));
    await second();
    await orders.publish(names.slice(90).map((name) => completed(name)));

    await eventually(() => expect(heard.size).toBe(120));
  });
});

describe('a consumer that is killed after its effect and before its offset is committed', () => {
  const SCRIPT = fileURLToPath(new URL('./crashing-consumer.ts', import.meta.url));
  const run = (crashAt: string) =>
    spawn(process.execPath, [SCRIPT], {
      env: { ...process.env, NAMESPACE: bench.namespace, CRASH_AT: crashAt },
      stdio: 'inherit',
    });

  it('is given the event again, and its effect stands once', async () => {
    const mongo = await openMongo(SERVERS.mongoUrl, bench.namespace, 'effects');
    const count = (collection: string) => mongo.db.collection(collection).countDocuments();
    await orders.publish([completed('ord_1')]);

    const first = run('handled');
    const [, signal] = await once(first, 'exit');
    expect(signal).toBe('SIGKILL');
    expect(await count('effects')).toBe(1);

    const second = run('');
    await eventually(async () => expect(await count('deliveries')).toBe(2), 25_000);
    expect(await count('effects')).toBe(1);
    second.kill('SIGKILL');
    await once(second, 'exit');
    await mongo.client.close();
  });
});
