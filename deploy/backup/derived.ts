/** What Redis has is derived from documents: after a restore, from documents that are no more. */
import { redisPlace } from '@social/runtime/redis-url';
import { createClient } from 'redis';
import { Refusal } from '../local/steps.ts';
import { SERVICE_NAMES } from '../local/system.ts';
import type { Place } from './place.ts';

/** Names of a service's keys begin with its name in one word. */
const patternOf = (namespace: string, service: string): string => `${namespace}${service.replaceAll('-', '')}:*`;

/** Drops every key of the services. Errors: Refusal, when Redis does not answer. */
export async function forgetDerived({ redisUrl, namespace }: Place): Promise<void> {
  for (const url of redisUrl.split(',')) await forgetOn(url, namespace);
}

/** One server, or one master of a cluster. */
async function forgetOn(redisUrl: string, namespace: string): Promise<void> {
  const { url, tls } = redisPlace(redisUrl);
  const redis = createClient({ url, socket: { reconnectStrategy: false, connectTimeout: 5000, ...tls } });
  redis.on('error', () => {});
  try {
    await redis.connect();
  } catch {
    throw new Refusal(
      'Redis does not answer. Look at REDIS_URL; on the local stack make status tells whether it runs.',
    );
  }
  try {
    for (const service of SERVICE_NAMES) {
      for await (const keys of redis.scanIterator({ MATCH: patternOf(namespace, service), COUNT: 1000 })) {
        // A cluster takes one slot's keys at a time.
        await Promise.all(keys.map((key) => redis.unlink(key)));
      }
    }
  } finally {
    await redis.close();
  }
}
