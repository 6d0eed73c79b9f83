import { kafkaConfig } from '@social/runtime/config';
import { createLogger } from '@social/runtime/log';
import { KAFKA } from '@social/runtime/need';
import { documentsConfig, orTell, say } from '@social/runtime/prepare';
import { whenReachable } from '@social/runtime/when-reachable';
import type { z } from 'zod';
import { type Bus, ensureTopics, openBus } from './bus.ts';
import { ensureHeard } from './consumer.ts';
import { deadLetterTopic } from './dead-letters.ts';

/** What the preparation of a service's topics needs to know. */
export const topicsConfig = documentsConfig.omit({ MONGO_URL: true }).extend(kafkaConfig);

/** The same for a service that has a database as well. */
export const preparationConfig = documentsConfig.extend(kafkaConfig);

/** Topics of the namespace, and how many partitions each has. */
async function topicsOf({ kafka, namespace }: Bus): Promise<Map<string, number>> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata();
    const own = topics.filter(({ name }) => name.startsWith(namespace));
    return new Map(own.map(({ name, partitions }): [string, number] => [name, partitions.length]));
  } finally {
    await admin.disconnect();
  }
}

/**
 * Makes the topics that are missing of those a service publishes or listens to, its dead letters among them, and says so,
 * a line a topic. Changes nothing when it is run again, and may be run by many at once.
 */
export async function prepareTopics(
  config: z.output<typeof topicsConfig>,
  service: string,
  own: string[],
  heard: readonly string[],
): Promise<void> {
  const log = createLogger(service, config.LOG_LEVEL);
  const bus = await whenReachable(KAFKA, log, () =>
    openBus({ brokers: config, namespace: config.NAMESPACE, service, log }),
  );
  await orTell(`the topics of ${service} could not be made`, async () => {
    const before = await topicsOf(bus);
    await ensureTopics(bus, own);
    await ensureHeard(bus, heard);
    const letters = heard.map((topic) => deadLetterTopic(service, topic));
    const after = await topicsOf(bus);
    for (const topic of new Set([...own, ...heard, ...letters])) {
      const name = `${bus.namespace}${topic}`;
      say(`${name}: ${after.get(name)} partitions, ${before.has(name) ? 'there before' : 'made now'}`);
    }
  });
  await bus.close();
}
