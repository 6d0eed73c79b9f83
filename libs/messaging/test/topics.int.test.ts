import { ORDERS_TOPIC } from '@social/contracts/events/orders';
import { aNamespace, SERVERS, silentLog } from '@social/testkit/servers';
import { afterAll, describe, expect, it } from 'vitest';
import { type Bus, ensureTopics, openBus, PARTITIONS } from '../src/bus.ts';

const open: Bus[] = [];

async function aBus(namespace: string, KAFKA_PARTITIONS?: number): Promise<Bus> {
  const told = KAFKA_PARTITIONS === undefined ? {} : { KAFKA_PARTITIONS };
  const brokers = { KAFKA_BROKERS: SERVERS.kafkaBrokers, ...told };
  const bus = await openBus({ brokers, namespace, service: 'orders', log: silentLog });
  open.push(bus);
  return bus;
}

async function partitionsOf({ kafka, namespace }: Bus): Promise<number | undefined> {
  const admin = kafka.admin();
  await admin.connect();
  const { topics } = await admin.fetchTopicMetadata({ topics: [`${namespace}${ORDERS_TOPIC}`] });
  await admin.disconnect();
  return topics[0]?.partitions.length;
}

afterAll(async () => {
  await Promise.all(open.map((bus) => bus.close()));
});

describe('topics', () => {
  it('are made with as many partitions as the service is told', async () => {
    const bus = await aBus(aNamespace(), 12);
    await ensureTopics(bus, [ORDERS_TOPIC]);
    expect(await partitionsOf(bus)).toBe(12);
  });

  it('keep the partitions they were made with, for a key must stay where it is', async () => {
    const namespace = aNamespace();
    await ensureTopics(await aBus(namespace), [ORDERS_TOPIC]);
    const bus = await aBus(namespace, 12);
    await ensureTopics(bus, [ORDERS_TOPIC]);
    expect(await partitionsOf(bus)).toBe(PARTITIONS);
  });
});
