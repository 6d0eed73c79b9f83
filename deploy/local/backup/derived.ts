/** What Redis has is derived from documents: after a restore, from documents that are no more. */
import { createClient } from 'redis';
import { Refusal } from '../steps.ts';
import { SERVICE_NAMES } from '../system.ts';
import type { Place } from './place.ts';

/** Names of a service's keys begin with its name in one word. */
const patternOf = (namespace: string, service: string): string => `${namespace}${service.replaceAll('-', '')}:*`;

/** Drops every key of the services. Errors: Refusal, when Redis does not answer. */
export async function forgetDerived({ redisUrl, namespace }: Place): Promise<void> {
  const redis = createClient({ url: redisUrl, socket: { reconnectStrategy: false, connectTimeout: 5000 } });
  redis.on('error', () => {});
  try {
    await redis.connect();
  } catch {
    throw new Refusal('Redis does not answer. make status tells whether it runs.');
  }
  try {
    for (const service of SERVICE_NAMES) {
      for await (const keys of redis.scanIterator({ MATCH: patternOf(namespace, service), COUNT: 1000 })) {
        if (keys.length > 0) await redis.unlink(keys);
      }
    }
  } finally {
    await redis.close();
  }
}
