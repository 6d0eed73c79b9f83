import { ORDERS_TOPIC } from '@social/contracts/events/orders';
import { SERVERS, silentLog } from '@social/testkit/servers';
import kafkajs from 'kafkajs';
import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { ensureTopics, openBus } from '../src/bus.ts';
import { deadLetterTopic } from '../src/dead-letters.ts';
import { aBench } from './harness.ts';

const LETTERS = deadLetterTopic('stocker', ORDERS_TOPIC);

const bench = aBench();
afterAll(() => bench.end());

/** How long Kafka keeps what is in a topic, in milliseconds; -1 for ever. */
async function retentionOf(topic: string): Promise<string | undefined> {
  const { kafka, namespace } = await bench.open('looker');
  const admin = kafka.admin();
  await admin.connect();
  const name = `${namespace}${topic}`;
  const resource = { type: kafkajs.ConfigResourceTypes.TOPIC, name, configNames: ['retention.ms'] };
  const { resources } = await admin.describeConfigs({ resources: [resource], includeSynonyms: false });
  await admin.disconnect();
  return resources[0]?.configEntries[0]?.configValue;
}

describe('topics', () => {
  it('keep facts for ever, and dead letters for as long as the service says', async () => {
    const brokers = { KAFKA_BROKERS: SERVERS.kafkaBrokers, DEAD_LETTERS_KEPT_DAYS: 7 };
    const options = { brokers, namespace: bench.namespace, service: 'stocker' };
    const bus = await openBus({ ...options, log: silentLog });
    await ensureTopics(bus, [ORDERS_TOPIC, LETTERS], 1);
    await bus.close();

    expect(await retentionOf(ORDERS_TOPIC)).toBe('-1');
    expect(await retentionOf(LETTERS)).toBe(`${7 * 86_400_000}`);
  });

  it('that somebody else made are left as they are, and told of with what sets them right', async () => {
    const said: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void said.push(line) });
    const { brokers, namespace } = { brokers: SERVERS.kafkaBrokers, namespace: bench.namespace };
    const bus = await openBus({ brokers, namespace, service: 'stocker', log });
    const admin = bus.kafka.admin();
    await admin.connect();
    const topic = `${namespace}theirs.topic.v1`;
    const configEntries = [{ name: 'retention.ms', value: '604800000' }];
    await admin.createTopics({ topics: [{ topic, numPartitions: 1, configEntries }] });
    await admin.disconnect();

    await ensureTopics(bus, ['theirs.topic.v1', ORDERS_TOPIC], 1);
    await bus.close();

    expect(await retentionOf('theirs.topic.v1')).toBe('604800000');
    // kafkajs has words of its own about topics that are there already.
    const warnings = said.filter((line) => line.includes('does not keep what it should'));
    expect(warnings).toHaveLength(1);
    expect(JSON.parse(warnings[0] ?? '')).toMatchObject({ topic });
    expect(warnings[0]).toContain(`--entity-name ${topic} --add-config retention.ms=-1`);
  });
});
