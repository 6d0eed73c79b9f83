import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@social/local/ports';
import { generateSecrets } from '@social/local/secrets';
import {
  assignPorts,
  HOST,
  PORTS_NEEDED,
  SERVICE_NAMES,
  type ServiceName,
  type SystemInput,
  secretEnv,
  serviceEnv,
} from '@social/local/system';
import { KAFKA, MONGO, type Need, REDIS } from '@social/runtime/need';
import { eventually } from '@social/testkit/eventually';
import { aForwarder, type Forwarder } from '@social/testkit/forwarder';
import { aNamespace, dropNamespace, SERVERS } from '@social/testkit/servers';
import { Kafka, logLevel } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServiceProcess, startProgram } from '../service-process.ts';

/** What each cannot start without. The gateway serves without Kafka: its pages live out their seconds. */
const NEEDS: Record<ServiceName, readonly Need[]> = {
  gateway: [REDIS],
  identity: [MONGO, KAFKA],
  catalog: [MONGO, KAFKA],
  orders: [MONGO, KAFKA],
  payments: [MONGO, KAFKA],
  'group-buy': [MONGO, REDIS, KAFKA],
  media: [MONGO],
  'sandbox-pay': [MONGO],
  'sandbox-carrier': [MONGO],
};

const GRPC = ['HTTP_PORT', 'GRPC_PORT', 'MONGO_URL', 'INTERNAL_TOKEN_KEY'];
/** What each has to be told, and nobody else can know. */
const REQUIRED: Record<ServiceName, readonly string[]> = {
  gateway: [
    ...['HTTP_PORT', 'REDIS_URL', 'KAFKA_BROKERS', 'INTERNAL_TOKEN_KEY', 'IDENTITY_ADDR', 'CATALOG_ADDR'],
    ...['ORDERS_ADDR', 'PAYMENTS_ADDR', 'GROUP_BUY_ADDR', 'MEDIA_ADDR'],
  ],
  identity: [
    ...[...GRPC, 'KAFKA_BROKERS', 'IDENTITY_ENCRYPTION_KEYS', 'IDENTITY_BLIND_INDEX_KEY'],
    'IDENTITY_SIGNING_KEYS',
  ],
  catalog: [...GRPC, 'KAFKA_BROKERS', 'ORDERS_ADDR', 'GROUP_BUY_ADDR'],
  orders: [...GRPC, 'KAFKA_BROKERS', 'CATALOG_ADDR', 'IDENTITY_ADDR', 'ORDERS_ENCRYPTION_KEYS'],
  payments: [...GRPC, 'KAFKA_BROKERS', 'ORDERS_ADDR', 'PUBLIC_URL'],
  'group-buy': [...GRPC, 'KAFKA_BROKERS', 'REDIS_URL', 'CATALOG_ADDR', 'ORDERS_ADDR'],
  media: GRPC,
  'sandbox-pay': ['HTTP_PORT', 'MONGO_URL', 'SANDBOX_PAY_SECRET'],
  'sandbox-carrier': ['HTTP_PORT', 'MONGO_URL', 'SANDBOX_CARRIER_SECRET'],
};

/** Two of these are prepared at the same time. */
const TWICE = ['catalog', 'orders'] as const;

const namespace = aNamespace();
const secrets = generateSecrets();
const running = new Map<ServiceName, ServiceProcess>();
const doors = new Map<Need, Forwarder>();
let input: SystemInput;
let mediaDir: string;

/** A forwarder to the port of a server's address, closed at first. */
const doorTo = (address: string) => aForwarder([Number(/:(\d+)(?!.*:\d)/.exec(address)?.[1])]);

beforeAll(async () => {
  mediaDir = await mkdtemp(join(tmpdir(), 'e2e-media-'));
  for (const [need, address] of [
    [MONGO, SERVERS.mongoUrl],
    [KAFKA, SERVERS.kafkaBrokers],
    [REDIS, SERVERS.redisUrl],
  ] as const) {
    doors.set(need, await doorTo(address));
  }
  input = {
    mongoUrl: `mongodb://${HOST}:${doors.get(MONGO)?.port}/?directConnection=true`,
    kafkaBrokers: `${HOST}:${doors.get(KAFKA)?.port}`,
    redisUrl: `redis://${HOST}:${doors.get(REDIS)?.port}`,
    ports: assignPorts(await freePorts(PORTS_NEEDED)),
    ...{ secrets, namespace, mediaDir },
  };
});
afterAll(async () => {
  for (const { child } of running.values()) child.kill('SIGKILL');
  await Promise.all([...running.values()].map(({ ended }) => ended));
  await Promise.all([...doors.values()].map((door) => door.close()));
  await rm(mediaDir, { recursive: true, force: true });
  await dropNamespace(namespace);
});

/** Indexes and topics of the namespace, as names. */
async function prepared(): Promise<string[]> {
  const client = await MongoClient.connect(SERVERS.mongoUrl);
  const admin = new Kafka({ brokers: [SERVERS.kafkaBrokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    const found = (await admin.listTopics()).filter((topic) => topic.startsWith(namespace));
    for (const { name } of databases.filter((database) => database.name.startsWith(namespace))) {
      for (const { name: collection } of await client.db(name).listCollections().toArray()) {
        const indexes = await client.db(name).collection(collection).indexes();
        found.push(...indexes.flatMap((index) => (index.name === '_id_' ? [] : `${name}.${collection} ${index.name}`)));
      }
    }
    return found.sort();
  } finally {
    await admin.disconnect();
    await client.close();
  }
}

async function probe(service: ServiceName, path: string): Promise<{ status: number; text: string }> {
  const { admin, http } = input.ports[service];
  const response = await fetch(`http://${HOST}:${admin ?? http}${path}`);
  return { status: response.status, text: await response.text() };
}

const readiness = async (service: ServiceName) => (await probe(service, '/readyz')).text.trim().split('\n');

/** The lines that tell of a need. */
const linesOf = (service: ServiceName, { name }: Need) =>
  running
    .get(service)
    ?.lines()
    .filter((line) => line.includes(`${name} is not reachable`)) ?? [];

const secretsOf = (service: ServiceName) => Object.values(secretEnv(service, secrets));

describe('a service that is wrongly configured', () => {
  const told = async (service: ServiceName, env: Record<string, string>) => {
    const { ended, lines } = startProgram(service, 'main', env);
    return { code: await ended, lines: lines() };
  };
  const variables = (lines: string[]) =>
    lines.map((line) => /^configuration: set (\w+)/.exec(line)?.[1] ?? line).sort();

  it.each(SERVICE_NAMES)(
    '%s names each variable that is missing or wrong in one line, and ends with 2',
    async (name) => {
      const wrong = Object.fromEntries(REQUIRED[name].map((variable) => [variable, 'hush! wrong']));
      const [without, malformed] = await Promise.all([told(name, {}), told(name, wrong)]);

      expect(without.code).toBe(2);
      expect(variables(without.lines)).toEqual([...REQUIRED[name]].sort());
      for (const line of without.lines) expect(line).toContain('it is missing');
      expect(malformed.code).toBe(2);
      expect(variables(malformed.lines)).toEqual([...REQUIRED[name]].sort());
      for (const line of malformed.lines) expect(line).not.toContain('hush');
    },
  );

  it('says what no waiting mends of an address, too', async () => {
    const mongoUrl = 'mongodb://shop:hush@127.0.0.1:9/?nonsense=1';
    const { code, lines } = await told('catalog', { ...serviceEnv('catalog', input), MONGO_URL: mongoUrl });
    expect(code).toBe(2);
    expect(lines.filter((line) => line.startsWith('configuration: set MONGO_URL (it is wrong: '))).toHaveLength(1);
    expect(lines.join('\n')).not.toContain('hush');
  });
});

describe('what a service needs by way of indexes and topics', () => {
  /** Nothing of these is a secret of the service's own. */
  const env = { NAMESPACE: namespace, MONGO_URL: SERVERS.mongoUrl, KAFKA_BROKERS: SERVERS.kafkaBrokers };

  it('is made by its prepare.ts, by two at once, and not made twice', async () => {
    const runs = [...SERVICE_NAMES, ...TWICE].map((name) => startProgram(name, 'prepare', env));
    expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual(runs.map(() => 0));
    const lines = runs.flatMap((run) => run.lines());
    expect(lines).toContainEqual(expect.stringMatching(/orders\.orders: \d+ indexes, made now: /));
    expect(lines).toContainEqual(expect.stringMatching(/orders\.order\.v1: 6 partitions, made now/));

    const first = await prepared();
    expect(first.length).toBeGreaterThan(60);
    const again = startProgram('orders', 'prepare', env);
    expect(await again.ended).toBe(0);
    for (const line of again.lines()) expect(line).toMatch(/made now: none$|there before$/);
    expect(await prepared()).toEqual(first);
  });
});

describe('services whose servers are away', () => {
  let made: string[];

  it('live, are not ready, and say why in one line each', async () => {
    made = await prepared();
    for (const name of SERVICE_NAMES) running.set(name, startProgram(name, 'main', serviceEnv(name, input)));
    for (const name of SERVICE_NAMES) {
      await eventually(async () => {
        expect((await probe(name, '/healthz')).status, name).toBe(200);
        for (const need of NEEDS[name]) expect(linesOf(name, need), name).toHaveLength(1);
      }, 60_000);
      expect((await probe(name, '/readyz')).status, name).toBe(503);
      const reasons = await readiness(name);
      for (const { name: need, variable } of NEEDS[name]) {
        expect(reasons, name).toContainEqual(expect.stringMatching(new RegExp(`^${need}: .*see ${variable}`)));
      }
    }
    for (const [name, { lines }] of running) {
      const all = lines().join('\n');
      expect(all, name).not.toMatch(/\\n +at |"stack"/);
      for (const secret of secretsOf(name)) expect(all.includes(secret), name).toBe(false);
    }
  }, 180_000);

  it('end at once when they are told to, for there is nothing to finish', async () => {
    const [HTTP_PORT] = await freePorts(1);
    const waiting = startProgram('sandbox-pay', 'main', {
      ...serviceEnv('sandbox-pay', input),
      HTTP_PORT: `${HTTP_PORT}`,
    });
    await eventually(async () => expect((await fetch(`http://${HOST}:${HTTP_PORT}/healthz`)).status).toBe(200));
    const began = performance.now();
    waiting.child.kill('SIGTERM');
    expect(await waiting.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('become ready by themselves as one after the other comes back', async () => {
    const back: Need[] = [];
    for (const need of [MONGO, KAFKA, REDIS]) {
      await doors.get(need)?.open();
      back.push(need);
      for (const name of SERVICE_NAMES) {
        const missing = NEEDS[name].filter((one) => !back.includes(one));
        const isReady = missing.length === 0 && name !== 'gateway';
        await eventually(async () => {
          const reasons = await readiness(name);
          if (isReady) expect(reasons, name).toEqual(['ready']);
          for (const { name: gone } of back) expect(reasons.join(), name).not.toContain(`${gone}:`);
          for (const { name: still } of missing) expect(reasons.join(), name).toContain(`${still}:`);
        }, 60_000);
      }
    }
    await eventually(async () => expect(await readiness('gateway')).toEqual(['ready']), 60_000);
    for (const { child } of running.values()) expect([child.exitCode, child.signalCode]).toEqual([null, null]);
  }, 180_000);

  it('find all indexes and topics made', async () => {
    await eventually(() => expect(running.get('gateway')?.lines().join()).toContain('following facts'), 60_000);
    expect(await prepared()).toEqual(made);
  }, 90_000);
});

describe('services that lose a server while they run', () => {
  it('stay ready without Redis: what needs it says 503, everything else goes on', async () => {
    await doors.get(REDIS)?.close();
    for (const name of ['gateway', 'group-buy'] as const) {
      await eventually(() => expect(running.get(name)?.lines().join()).toContain('Redis is away'));
      expect(await readiness(name), name).toEqual(['ready']);
    }
    await doors.get(REDIS)?.open();
    for (const name of ['gateway', 'group-buy'] as const) {
      await eventually(() => expect(running.get(name)?.lines().join()).toContain('Redis is back'));
    }
  });

  it('are not ready without MongoDB, live on, and are ready again with it', async () => {
    const kept = SERVICE_NAMES.filter((name) => NEEDS[name].includes(MONGO));
    await doors.get(MONGO)?.close();
    for (const name of kept) {
      await eventually(async () => expect((await readiness(name)).join(), name).toMatch(/^mongo: /), 30_000);
      expect((await probe(name, '/healthz')).status, name).toBe(200);
    }
    await doors.get(MONGO)?.open();
    for (const name of kept) {
      await eventually(async () => expect(await readiness(name), name).toEqual(['ready']), 30_000);
    }
  }, 120_000);

  it('say that they are not ready when they are told to stop, drain, and end with 0 in time', async () => {
    const ended = await Promise.all(
      [...running].map(async ([name, { child, ended: end }]) => {
        const began = performance.now();
        child.kill('SIGTERM');
        const code = await end;
        return { name, code, inTime: performance.now() - began < 10_000 };
      }),
    );
    expect(ended).toEqual(SERVICE_NAMES.map((name) => ({ name, code: 0, inTime: true })));
  }, 30_000);
});
