import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, isFree, OUTGOING_PORTS_FROM } from '@social/local/ports';
import { quietKafkajsTimers } from '@social/messaging/kafkajs-timers';
import { createLogger, type Logger } from '@social/runtime/log';
import { Kafka, logLevel } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { createClient } from 'redis';
import { eventually } from './eventually.ts';

quietKafkajsTimers();

/** The real servers that tests run against; `make test` starts them and says where they are. */
export const SERVERS = {
  mongoUrl: process.env.TEST_MONGO_URL ?? 'mongodb://127.0.0.1:17017/?replicaSet=rs0',
  kafkaBrokers: process.env.TEST_KAFKA_BROKERS ?? '127.0.0.1:17092',
  redisUrl: process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:17079',
};

export const silentLog: Logger = createLogger('test', 'silent');

/** A prefix of its own for databases, topics, groups and Redis keys, so that tests do not meet. */
export const aNamespace = (): string => `t${randomBytes(4).toString('hex')}_`;

/** Drops the databases, topics and Redis keys of a namespace. */
export async function dropNamespace(namespace: string): Promise<void> {
  const mongo = await MongoClient.connect(SERVERS.mongoUrl);
  const { databases } = await mongo.db().admin().listDatabases({ nameOnly: true });
  for (const { name } of databases) if (name.startsWith(namespace)) await mongo.db(name).dropDatabase();
  await mongo.close();

  const redis = createClient({ url: SERVERS.redisUrl });
  await redis.connect();
  for await (const keys of redis.scanIterator({ MATCH: `${namespace}*`, COUNT: 500 })) {
    if (keys.length > 0) await redis.unlink(keys);
  }
  await redis.close();

  const admin = new Kafka({ brokers: [SERVERS.kafkaBrokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(namespace));
  if (topics.length > 0) await admin.deleteTopics({ topics });
  await admin.disconnect();
}

/** A port that is free now, and stays so while servers on it are killed and started again. */
export async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1);
  return port;
}

/** A server of the test's own, for flushing and killing. */
export type OwnRedis = { url: string; port: number; kill: () => Promise<void> };

async function spawnRedis(port: number, more: string[]): Promise<OwnRedis> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...more];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
    child.stdout.on('data', (lines) => String(lines).includes('Ready to accept connections') && resolve());
  });
  const kill = async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return { url: `redis://127.0.0.1:${port}`, port, kill };
}

/** A Redis of the test's own; keeps nothing on disk, as in production. */
export const startRedis = async (port?: number, more: string[] = []): Promise<OwnRedis> =>
  spawnRedis(port ?? (await freePort()), more);

/** Starts servers at once. When one does not start, the others are ended: a test's process would wait for them for ever. */
async function startAll(starts: Promise<OwnRedis>[]): Promise<OwnRedis[]> {
  const outcomes = await Promise.allSettled(starts);
  const started = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (!failed) return started;

  await Promise.all(started.map(({ kill }) => kill()));
  throw failed.reason;
}

const CLUSTER_SLOTS = 16_384;

/** A node of a cluster talks to the others on a port so far above its own. */
const BUS_ABOVE = 10_000;

/** A port whose bus port is free as well, and is none that the kernel gives to outgoing connections. */
async function freeNodePort(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (port + BUS_ABOVE < OUTGOING_PORTS_FROM && (await isFree(port + BUS_ABOVE))) return port;
  }
}

/** A cluster of masters without replicas. A master that is killed and started again has its slots, and nothing in them. */
export async function startRedisCluster(masters = 3) {
  const folder = await mkdtemp(join(tmpdir(), 'redis-cluster-'));
  const start = (port: number) =>
    spawnRedis(port, [
      ...['--cluster-enabled', 'yes', '--cluster-config-file', join(folder, `${port}.conf`)],
      ...['--cluster-node-timeout', '1000', '--cluster-require-full-coverage', 'no'],
    ]);
  const ports = await Promise.all(Array.from({ length: masters }, freeNodePort));
  const nodes = await startAll(ports.map(start));
  const tell = async (url: string, command: string[]) => {
    const client = createClient({ url });
    await client.connect();
    const answer = await client.sendCommand(command);
    await client.close();
    return String(answer);
  };
  for (const [index, { url }] of nodes.entries()) {
    const from = Math.ceil((index * CLUSTER_SLOTS) / masters);
    const until = Math.ceil(((index + 1) * CLUSTER_SLOTS) / masters);
    const slots = Array.from({ length: until - from }, (_, offset) => String(from + offset));
    await tell(url, ['CLUSTER', 'ADDSLOTS', ...slots]);
    for (const port of ports) await tell(url, ['CLUSTER', 'MEET', '127.0.0.1', String(port)]);
  }
  /** All agree that every slot is served. */
  const whole = () =>
    eventually(async () => {
      for (const { url } of nodes) {
        const info = await tell(url, ['CLUSTER', 'INFO']);
        if (!info.includes('cluster_state:ok') || !info.includes(`cluster_slots_ok:${CLUSTER_SLOTS}`))
          throw new Error(info);
      }
    }, 30_000);
  await whole();
  return {
    urls: nodes.map(({ url }) => url).join(','),
    /** Kills a master and starts it again, empty. */
    restart: async (index: number) => {
      const node = nodes[index];
      if (!node) throw new Error(`there is no master ${index}`);
      await node.kill();
      nodes[index] = await start(node.port);
      await whole();
    },
    stop: async () => {
      await Promise.all(nodes.map(({ kill }) => kill()));
      await rm(folder, { recursive: true });
    },
  };
}
