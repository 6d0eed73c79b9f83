import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import type { Platform } from './platform.ts';

/** A fact as it lies in Kafka. */
export type PublishedFact = { topic: string; partition: number; id: string; type: string; key: string; group: string };

/** Every fact that the platform has published so far, dead letters not among them. */
export async function publishedFacts({ namespace, kafkaBrokers }: Platform): Promise<PublishedFact[]> {
  const kafka = new Kafka({ brokers: kafkaBrokers.split(','), logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((name) => name.startsWith(namespace) && !name.endsWith('.dlq'));
  const offsets = await Promise.all(
    topics.map(async (topic) => ({ topic, ends: await admin.fetchTopicOffsets(topic) })),
  );
  await admin.disconnect();
  let left = offsets.flatMap(({ ends }) => ends).reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  if (left === 0) return [];

  const facts: PublishedFact[] = [];
  const { promise: readAll, resolve } = Promise.withResolvers<void>();
  const consumer = kafka.consumer({ groupId: `${namespace}reader-${randomUUID()}`, maxWaitTimeInMs: 50 });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const header = (name: string) => message.headers?.[name]?.toString() ?? '';
      const [id, type, group] = [header('ce_id'), header('ce_type'), header('ce_partitionkey')];
      const key = message.key?.toString() ?? '';
      facts.push({ topic: topic.slice(namespace.length), partition, id, type, key, group });
      left -= 1;
      if (left === 0) resolve();
    },
  });
  await readAll;
  await consumer.disconnect();
  return facts;
}
