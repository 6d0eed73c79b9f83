import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { freePorts } from '@social/local/ports';
import { quietKafkajsTimers } from '@social/messaging/kafkajs-timers';
import { createLogger, type Logger } from '@social/runtime/log';
import { Kafka, logLevel } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { createClient } from 'redis';

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

/** A Redis of the test's own, for flushing and killing; keeps nothing on disk, as in production. */
export async function startRedis(port?: number): Promise<{ url: string; port: number; kill: () => Promise<void> }> {
  const chosen = port ?? (await freePort());
  const args = ['--port', String(chosen), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
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
  return { url: `redis://127.0.0.1:${chosen}`, port: chosen, kill };
}
