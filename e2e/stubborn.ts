import { randomUUID } from 'node:crypto';
import type { ServiceName } from '@social/local/system';
import { eventually } from '@social/testkit/eventually';
import type { Platform } from './platform.ts';
import type { Shop } from './shop.ts';

/** A client that does not give up: the same request with the same key, until the platform is there again. */
export const stubborn =
  (shop: Shop) =>
  <T>(method: string, path: string, token: string, body?: unknown): Promise<T> => {
    const key = randomUUID();
    return eventually(async () => {
      const answer = await shop.send<T>(method, path, { token, body, key });
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    }, 45_000);
  };

/**
 * Arms a crash point in a service for one life of it, and starts it again when it has died there. It stops in order
 * before: events that were handled, but not told to Kafka, would come again at once and meet the point while it starts.
 */
export async function armed(
  platform: Platform,
  service: ServiceName,
  point: string,
): Promise<{ died: Promise<string | null> }> {
  await platform.stopOne(service);
  await platform.start(service, { CRASH_AT: point });
  const died = platform.ended(service).then(async (signal) => {
    await platform.start(service);
    return signal;
  });
  return { died };
}
