import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORDERS_TOPIC, OrderCompleted } from '@social/contracts/events/orders';
import { eventually } from '@social/testkit/eventually';
import { aNamespace, silentLog } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePortPair } from '../../../deploy/local/ports.ts';
import { stopProcess } from '../../../deploy/local/processes.ts';
import { runDirOf, type ServerSet, startServer } from '../../../deploy/local/servers.ts';
import { type Bus, ensureTopics, openBus } from '../src/bus.ts';
import { consume, on } from '../src/consumer.ts';
import { completed } from './harness.ts';

let set: ServerSet;
let bus: Bus;

const start = () => startServer(set, 'kafka');
const kill = () => stopProcess(runDirOf(set), 'kafka', 0);

beforeAll(async () => {
  const kafka = await freePortPair();
  const root = join(import.meta.dirname, '../../..');
  set = { root, home: mkdtempSync(join(tmpdir(), 'kafka-')), ports: { mongo: 0, redis: 0, kafka } };
  await start();
  bus = await openBus({ brokers: `127.0.0.1:${kafka}`, namespace: aNamespace(), service: 'orders', log: silentLog });
  await ensureTopics(bus, [ORDERS_TOPIC]);
});

afterAll(async () => {
  await bus?.close();
  await kill();
  rmSync(set.home, { recursive: true, force: true });
});

describe('Kafka killed and started again', () => {
  it('finds producer and consumer as they were: what is published then is heard, in order', async () => {
    const heard: number[] = [];
    const stop = await consume(bus, [on(OrderCompleted, async ({ version }) => void heard.push(version))]);
    await bus.publish([completed('ord_1', 1)]);
    await eventually(() => expect(heard).toEqual([1]));

    await kill();
    // Each gives up after some ten seconds; by then the consumer has given up too, and must start anew.
    await expect(bus.publish([completed('ord_1', 2)])).rejects.toThrow();
    await expect(bus.publish([completed('ord_1', 2)])).rejects.toThrow();
    await start();
    await eventually(() => bus.publish([completed('ord_1', 2)]), 30_000);
    await bus.publish([completed('ord_1', 3)]);

    // An event whose offset was not committed in time is heard again.
    await eventually(() => expect([...new Set(heard)]).toEqual([1, 2, 3]), 30_000);
    await stop();
  }, 120_000);
});
