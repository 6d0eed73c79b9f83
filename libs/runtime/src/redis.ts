import { createHash } from 'node:crypto';
import { createClient, type RedisClientType } from 'redis';
import type { Logger } from './log.ts';

export type Redis = RedisClientType;

/**
 * Opens Redis. Commands fail at once while it is away (no queue), so that nobody waits for a gate that is down. One that
 * is silent for five seconds counts as down; a timer for each command would cost more than the command.
 */
export async function openRedis(url: string, log: Logger): Promise<Redis> {
  const client: Redis = createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: undefined },
    pingInterval: 2000,
    socket: {
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 1000),
      connectTimeout: 3000,
      socketTimeout: 5000,
    },
  });
  client.on('error', (error) => log.warn({ err: error.message }, 'redis'));
  await client.connect();
  return client;
}

/** A Lua script, sent whole only when the server does not know it yet (first use, or after a restart). */
export function redisScript(lua: string): (redis: Redis, keys: string[], args: string[]) => Promise<unknown> {
  const sha = createHash('sha1').update(lua).digest('hex');
  return async (redis, keys, args) => {
    const call = { keys, arguments: args };
    try {
      return await redis.evalSha(sha, call);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return await redis.eval(lua, call);
    }
  };
}
