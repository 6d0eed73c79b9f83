import { type ChildProcess, spawn } from 'node:child_process';
import { createSecretKey, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { UserRegistered } from '@social/contracts/events/identity';
import { openBus } from '@social/messaging/bus';
import { consume, on } from '@social/messaging/consumer';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import type { KeyRing } from '@social/runtime/key-ring';
import { eventually } from '@social/testkit/eventually';
import { aNamespace, dropNamespace, freePort, SERVERS, silentLog } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEncryptionKey, aPhone, aSigningKey, PASSWORD } from './harness.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const OPERATOR_PHONE = aPhone();
const namespace = aNamespace();
const tokenKey: KeyRing = [createSecretKey(randomBytes(32))];
const running: ChildProcess[] = [];
let env: Record<string, string>;

beforeAll(async () => {
  env = {
    PATH: process.env.PATH ?? '',
    NAMESPACE: namespace,
    HOST: '127.0.0.1',
    HTTP_PORT: String(await freePort()),
    GRPC_PORT: String(await freePort()),
    MONGO_URL: SERVERS.mongoUrl,
    KAFKA_BROKERS: SERVERS.kafkaBrokers,
    INTERNAL_TOKEN_KEY: tokenKey[0].export().toString('base64'),
    IDENTITY_ENCRYPTION_KEYS: anEncryptionKey('k1'),
    IDENTITY_BLIND_INDEX_KEY: randomBytes(32).toString('base64'),
    IDENTITY_SIGNING_KEYS: JSON.stringify([aSigningKey('now')]),
    DEV_CONSOLE_OTP: 'true',
    BOOTSTRAP_OPERATOR_PHONE: OPERATOR_PHONE,
    BOOTSTRAP_OPERATOR_PASSWORD: PASSWORD,
  };
});
afterAll(async () => {
  for (const child of running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await dropNamespace(namespace);
});

/** Starts the service's process and waits until it is ready; `lines` is its log. */
async function start(extra: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN], { env: { ...env, ...extra }, stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  const lines: string[] = [];
  child.stdout.on('data', (chunk) => lines.push(...String(chunk).trim().split('\n')));
  await eventually(async () => {
    const { status } = await fetch(`http://127.0.0.1:${env.HTTP_PORT}/readyz`);
    expect(status).toBe(200);
  });
  const client = createRpcClient(services.identity(), `127.0.0.1:${env.GRPC_PORT}`, { tokenKey });
  return { child, lines, client };
}

describe('the process', () => {
  it('tells of a new user after it was killed between writing and publishing', async () => {
    const phone = aPhone();
    const first = await start();
    await first.client.SendCode({ phone, purpose: 'CODE_PURPOSE_REGISTER' });
    const sent = await eventually(() => {
      const line = first.lines.find((text) => text.includes('development one-time code'));
      return JSON.parse(line ?? 'not yet');
    });
    expect(sent).toMatchObject({ phone_masked: `${phone.slice(0, 3)}****${phone.slice(7)}`, service: 'identity' });
    expect(first.lines.join('\n')).not.toContain(phone);
    first.child.kill('SIGTERM');
    expect(await once(first.child, 'exit')).toEqual([0, null]);
    first.client.close();

    const doomed = await start({ CRASH_AT: 'written' });
    const lost = doomed.client.Register({ phone, code: sent.code, password: PASSWORD, name: '林小满' });
    await expect(lost).rejects.toMatchObject({ name: 'DomainError' });
    doomed.client.close();

    const heard: string[] = [];
    const { client, child } = await start();
    const bus = await openBus({ brokers: SERVERS.kafkaBrokers, namespace, service: 'listener', log: silentLog });
    const stop = await consume(bus, [on(UserRegistered, async ({ userId }) => void heard.push(userId))]);
    const { user } = await client.LogInWithPassword({ phone, password: PASSWORD });
    await eventually(() => expect(heard).toContain(user?.userId));
    await stop();
    await bus.close();

    const operator = await client.LogInWithPassword({ phone: OPERATOR_PHONE, password: PASSWORD });
    expect(operator.user?.roles).toEqual(['operator']);
    client.close();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('names every wrong variable on a line of its own and ends with 2', async () => {
    const child = spawn(process.execPath, [MAIN], {
      env: { ...env, IDENTITY_ENCRYPTION_KEYS: 'k1:short', IDENTITY_SIGNING_KEYS: '[]', MONGO_URL: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [exitCode] = await once(child, 'close');
    expect(exitCode).toBe(2);
    for (const name of ['IDENTITY_ENCRYPTION_KEYS', 'IDENTITY_SIGNING_KEYS', 'MONGO_URL']) {
      expect(said).toMatch(new RegExp(`^configuration: set ${name}.*$`, 'm'));
    }
  });
});
