/** Drills of deploy/README.md, "Rotating keys": each key changes while people use the platform. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { generateSecrets } from '@social/local/secrets';
import {
  databaseOf,
  type ReplicaName,
  SERVICE_NAMES,
  type ServiceName,
  type SystemSecrets,
  secretEnv,
} from '@social/local/system';
import { eventually } from '@social/testkit/eventually';
import { startRedis } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Books, openBooks } from '../books.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { openShop } from '../shop.ts';
import { type People, startPeople } from './people.ts';

/** Short, so that the last one of a key has soon ended. */
const TOKEN_MS = 6000;

let redis: Awaited<ReturnType<typeof startRedis>>;
let platform: Platform;
let books: Books;
let skuId: string;
let people: People | undefined;
/** As they are in the cluster's Secrets at this moment. */
let secrets: SystemSecrets;
const fresh = generateSecrets();

beforeAll(async () => {
  redis = await startRedis();
  platform = await startPlatform({
    replicas: 2,
    redisUrl: redis.url,
    env: { identity: { ACCESS_TOKEN_MS: `${TOKEN_MS}` }, gateway: { AUTH_PHONE_PER_MINUTE: '6000' } },
  });
  secrets = platform.secrets;
  books = await openBooks(platform);
  const shop = openShop(platform);
  ({ skuId } = await shop.aSku(await shop.aMerchant(), 1_000_000));
}, 300_000);
afterAll(async () => {
  await people?.stop();
  await books?.close();
  await platform?.stop();
  await redis?.kill();
});

/** Replaces the first replica of each of the services, then the second: meanwhile the keys before and after are in use. */
async function rollOut(changed: Partial<SystemSecrets>, services: readonly ServiceName[]): Promise<void> {
  secrets = { ...secrets, ...changed };
  for (const number of ['', '-2'] as const) {
    for (const service of services) {
      const name = `${service}${number}` as ReplicaName;
      expect(await platform.stopOne(name), `${name} ends by itself`).toBe(0);
      await platform.start(name, secretEnv(service, secrets));
    }
  }
}

/** Runs the job that writes anew what stands under older keys; what it said. */
async function rotateKeys(service: 'identity' | 'orders'): Promise<string> {
  const { mongoUrl: MONGO_URL, namespace: NAMESPACE } = platform;
  const env = { PATH: process.env.PATH, MONGO_URL, NAMESPACE, ...secretEnv(service, secrets) };
  const job = spawn(process.execPath, [`services/${service}/src/rotate-keys.ts`], { env });
  let said = '';
  for (const stream of [job.stdout, job.stderr]) stream.on('data', (chunk) => (said += chunk));
  const [code] = await once(job, 'close');
  expect(code, said).toBe(0);
  return said;
}

/** People use the platform while `change` happens, and notice nothing. */
async function whilePeopleUseIt(change: (people: People) => Promise<void>): Promise<void> {
  const now = await startPeople(platform, skuId);
  people = now;
  try {
    await change(now);
  } finally {
    const { done, retried, failures } = await now.stop();
    people = undefined;
    process.stdout.write(`${JSON.stringify({ done, retried, failures: failures.length })}\n`);
  }
  // They may be many, all the same.
  expect(now.tally.failures.slice(0, 3)).toEqual([]);
  for (const [kind, times] of Object.entries(now.tally.done)) expect(times, kind).toBeGreaterThan(2);
  expect(Object.keys(now.tally.done)).toHaveLength(7);
}

const countIn = (service: ServiceName, collection: string, filter: object) =>
  books.client
    .db(`${platform.namespace}${databaseOf(service)}`)
    .collection(collection)
    .countDocuments(filter);

const kidOf = (token: string): string => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid;

describe('a key is changed while people log in, read and buy', { timeout: 600_000 }, () => {
  it('of access tokens: published before it signs, published until the last token has ended', async () => {
    const [old] = JSON.parse(secrets.identitySigningKeys);
    const [next] = JSON.parse(fresh.identitySigningKeys.replace('local-1', 'local-2'));
    await whilePeopleUseIt(async ({ logIn, phones }) => {
      const [phone = ''] = phones;
      await rollOut({ identitySigningKeys: JSON.stringify([old, next]) }, ['identity']);
      expect(kidOf((await logIn(phone)).accessToken)).toBe('local-1');
      await rollOut({ identitySigningKeys: JSON.stringify([next, old]) }, ['identity']);
      expect(kidOf((await logIn(phone)).accessToken)).toBe('local-2');
      await pause(TOKEN_MS);
      await rollOut({ identitySigningKeys: JSON.stringify([next]) }, ['identity']);
    });
  });

  it('of sealed data and of the blind index: nothing is left under the old ones, and every phone has one account', async () => {
    const renamed = (keys: string) => keys.replace('k1:', 'k2:');
    const before = secrets;
    const after = {
      identityEncryptionKeys: renamed(fresh.identityEncryptionKeys),
      ordersEncryptionKeys: renamed(fresh.ordersEncryptionKeys),
      identityBlindIndexKey: fresh.identityBlindIndexKey,
    };
    const names = Object.keys(after) as (keyof typeof after)[];
    const each = (rings: (name: keyof typeof after) => string) =>
      Object.fromEntries(names.map((name) => [name, rings(name)]));
    const phones: string[] = [];

    await whilePeopleUseIt(async (now) => {
      await rollOut(
        each((name) => `${before[name]},${after[name]}`),
        ['identity', 'orders'],
      );
      await rollOut(
        each((name) => `${after[name]},${before[name]}`),
        ['identity', 'orders'],
      );

      // Too early: the pod is not ready and says why, and goes on by itself when nothing is left.
      const early = { ...secrets, ...after };
      await platform.stopOne('identity-2');
      const waiting = platform.start('identity-2', secretEnv('identity', early));
      await eventually(() =>
        expect(platform.logs('identity-2')).toContain(
          'documents are sealed with key k1, which IDENTITY_ENCRYPTION_KEYS lacks',
        ),
      );
      expect((await platform.probe('identity-2', '/readyz')).status).toBe(503);
      expect(await rotateKeys('identity')).toMatch(/Everything stands under k2, .* left: 0/);
      expect(await rotateKeys('orders')).toMatch(/Everything stands under k2 .* left: 0/);
      await waiting;
      await rollOut(after, ['identity', 'orders']);
      phones.push(...now.phones);
    });
    await rotateKeys('identity');

    expect(await countIn('identity', 'users', { key_id: { $ne: 'k2' } })).toBe(0);
    expect(await countIn('identity', 'address_books', { key_id: { $ne: 'k2' } })).toBe(0);
    expect(await countIn('identity', 'users', { phone_index: { $type: 'array' } })).toBe(0);
    expect(await countIn('orders', 'orders', { 'address.recipient': /^k1\./ })).toBe(0);
    expect(await countIn('orders', 'orders', { 'address.recipient': /^k2\./ })).toBeGreaterThan(10);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('of what services sign for each other: callers, guests and repeated requests stay who they are', async () => {
    const inside = SERVICE_NAMES.filter((service) => 'INTERNAL_TOKEN_KEY' in secretEnv(service, secrets));
    expect(inside).toHaveLength(7);
    const [old, next] = [secrets.internalTokenKey, fresh.internalTokenKey];
    await whilePeopleUseIt(async () => {
      await rollOut({ internalTokenKey: `${old},${next}` }, inside);
      await rollOut({ internalTokenKey: `${next},${old}` }, inside);
    });
    // What guests carry about lives for thirty days, answers are kept for a day: these people came after that.
    await whilePeopleUseIt(() => rollOut({ internalTokenKey: next }, inside));
  });
});
