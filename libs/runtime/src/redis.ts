import { createHash } from 'node:crypto';
import {
  ClientClosedError,
  ClientOfflineError,
  ConnectionTimeoutError,
  createClient,
  createCluster,
  DisconnectsClientError,
  type RedisClientType,
  RootNodesUnavailableError,
  SocketClosedUnexpectedlyError,
  SocketTimeoutError,
  TimeoutError,
} from 'redis';
import type { Logger } from './log.ts';
import { REDIS, reasonOf } from './need.ts';
import { redisPlace } from './redis-url.ts';

export type Redis = RedisClientType;

/** Milliseconds until the next try. */
const RECONNECT = (retries: number): number => Math.min(50 * 2 ** retries, 1000);

const SOCKET = { reconnectStrategy: RECONNECT, connectTimeout: 3000, socketTimeout: 5000 };

/** What tells of Redis' being away: one line when it goes and one when it is back, however often it is tried meanwhile. */
function absence(log: Logger): { gone: (error: unknown) => void; back: () => void } {
  let isAway = false;
  return {
    gone: (error) => {
      if (!isAway) log.warn({ variable: REDIS.variable, reason: reasonOf(error) }, 'Redis is away; it is tried again');
      isAway = true;
    },
    back: () => {
      if (isAway) log.info('Redis is back');
      isAway = false;
    },
  };
}

/**
 * Opens Redis. Commands fail at once while it is away (no queue), so that nobody waits for a gate that is down. One that
 * is silent for five seconds counts as down; a timer for each command would cost more than the command.
 * @param url see redis-url.ts. Errors: those of it, and why the server cannot be reached. Once it was, a lost connection is
 *   opened again by itself.
 */
export async function openRedis(url: string, log: Logger): Promise<Redis> {
  const place = redisPlace(url);
  let wasReached = false;
  const reconnectStrategy = (retries: number, cause: Error) => (wasReached ? RECONNECT(retries) : cause);
  const client: Redis = createClient({
    url: place.url,
    disableOfflineQueue: true,
    commandOptions: { timeout: undefined },
    pingInterval: 2000,
    socket: { ...SOCKET, reconnectStrategy, ...place.tls },
  });
  const { gone, back } = absence(log);
  client.on('error', (error) => wasReached && gone(error));
  client.on('ready', back);
  await client.connect();
  wasReached = true;
  return client;
}

const AWAY = [
  ClientClosedError,
  ClientOfflineError,
  ConnectionTimeoutError,
  DisconnectsClientError,
  RootNodesUnavailableError,
  SocketClosedUnexpectedlyError,
  SocketTimeoutError,
  TimeoutError,
];
/** What a server says that cannot serve just now: it starts, its part of a cluster is down, or it has become a replica. */
const NOT_NOW = /^(LOADING|CLUSTERDOWN|TRYAGAIN|MASTERDOWN|READONLY)\b/;

/** Whether a command failed because its server is away; what it refuses, and our own mistakes, are faults. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;

  return AWAY.some((kind) => error instanceof kind) || NOT_NOW.test(error.message) || 'errno' in error;
}

/** What runs scripts: one server, or the masters of a cluster. */
export type ScriptRedis = {
  evalSha: (sha: string, call: ScriptCall) => Promise<unknown>;
  eval: (lua: string, call: ScriptCall) => Promise<unknown>;
};
type ScriptCall = { keys: string[]; arguments: (string | Buffer)[] };

/** Servers that scripts run on, whatever their number. */
export type RedisServers = ScriptRedis & {
  publish: (channel: string, message: string) => Promise<unknown>;
  isReady: () => boolean;
  /** Calls back when a connection is new: behind it may be another server than before. */
  onConnected: (heard: () => void) => void;
  ping: () => Promise<unknown>;
  close: () => Promise<unknown>;
};

/**
 * Opens one server by its URL, or a cluster by the URLs of some of its masters, comma-separated. All of a cluster's servers
 * are spoken to as the first URL says. Errors: those of `openRedis`.
 */
export async function openRedisServers(urls: string, log: Logger): Promise<RedisServers> {
  const list = urls.split(',');
  return list.length > 1 ? openCluster(list, log) : openServer(urls, log);
}

async function openServer(url: string, log: Logger): Promise<RedisServers> {
  const client = await openRedis(url, log);
  return {
    evalSha: (sha, call) => client.evalSha(sha, call),
    eval: (lua, call) => client.eval(lua, call),
    publish: (channel, message) => client.publish(channel, message),
    isReady: () => client.isReady,
    onConnected: (heard) => client.on('ready', heard),
    ping: () => client.ping(),
    close: () => client.close(),
  };
}

async function openCluster(urls: string[], log: Logger): Promise<RedisServers> {
  const places = urls.map(redisPlace);
  const { username, password, tls } = places[0] ?? {};
  const cluster = createCluster({
    rootNodes: places.map(({ url }) => ({ url })),
    defaults: {
      ...(username ? { username } : {}),
      ...(password ? { password } : {}),
      disableOfflineQueue: true,
      pingInterval: 2000,
      socket: { ...SOCKET, ...tls },
    },
    commandOptions: { timeout: undefined },
  });
  const { gone, back } = absence(log);
  cluster.on('error', gone);
  cluster.on('node-error', gone);
  cluster.on('node-ready', back);
  await cluster.connect();
  return {
    // Each goes to the master that has the first key's slot.
    evalSha: (sha, call) => cluster.evalSha(sha, call),
    eval: (lua, call) => cluster.eval(lua, call),
    publish: (channel, message) => cluster.publish(channel, message),
    isReady: () => cluster.isOpen,
    onConnected: (heard) => cluster.on('node-ready', heard),
    ping: () => Promise.all(cluster.masters.map(async (master) => (await cluster.nodeClient(master)).ping())),
    close: () => cluster.close(),
  };
}

/** A Lua script, sent whole only when the server does not know it yet (first use, or after a restart). */
export function redisScript(
  lua: string,
): (redis: ScriptRedis, keys: string[], args: (string | Buffer)[]) => Promise<unknown> {
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
