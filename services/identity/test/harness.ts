import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { IDENTITY_TOPIC } from '@social/contracts/events/identity';
import type { IdentityServiceDefinition } from '@social/contracts/generated/social/identity/v1/IdentityService';
import { ensureTopics, openBus } from '@social/messaging/bus';
import { startRelay } from '@social/messaging/outbox';
import { createRpcClient, type RpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { serveRpc, stopRpc } from '@social/rpc/server';
import { blindIndex } from '@social/runtime/blind-index';
import type { Caller } from '@social/runtime/caller';
import { fieldCipher } from '@social/runtime/field-cipher';
import type { KeyRing } from '@social/runtime/key-ring';
import { openMongo } from '@social/runtime/mongo';
import { turnableClock } from '@social/testkit/clock';
import { aNamespace, dropNamespace, freePort, SERVERS, silentLog } from '@social/testkit/servers';
import type { CodeMessage } from '../src/code-sender.ts';
import { handlers } from '../src/grpc.ts';
import { ACCESS_LIFE_MS, type SigningKey, type SigningKeys } from '../src/tokens.ts';
import { openUserCollection } from '../src/user-store.ts';
import { wire } from '../src/wiring.ts';

export const PASSWORD = '一张旧车票-1987';

/** A kid and a fresh RSA key of the size that production has. */
export function aSigningKey(kid: string): SigningKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

export const aKeyRing = (): KeyRing => [createSecretKey(randomBytes(32))];

export const anEncryptionKey = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;

let lastPhone = 13_800_000_000 + (randomBytes(3).readUIntBE(0, 3) % 9_000_000);
/** A phone that nobody in this test run has. */
export const aPhone = (): string => String(++lastPhone);

export const shopper = (userId: string): Caller => ({ userId, roles: ['shopper'] });
export const OPERATOR: Caller = { userId: 'usr_operator', roles: ['operator'] };

/** The service in this process, over gRPC, on the real servers, with a clock to turn and a phone to read codes from. */
export async function startIdentity({ DEV_ENDPOINTS = false }: { DEV_ENDPOINTS?: boolean } = {}) {
  const namespace = aNamespace();
  const tokenKey = aKeyRing();
  const clock = turnableClock(new Date());
  const inbox: CodeMessage[] = [];
  const signingKeys: SigningKeys = [aSigningKey('now'), aSigningKey('before')];
  const config = {
    IDENTITY_ENCRYPTION_KEYS: anEncryptionKey('k1'),
    IDENTITY_BLIND_INDEX_KEY: aKeyRing(),
    IDENTITY_SIGNING_KEYS: signingKeys,
    ACCESS_TOKEN_MS: ACCESS_LIFE_MS,
    DEV_ENDPOINTS,
  };
  const { client: mongo, db } = await openMongo(SERVERS.mongoUrl, namespace, 'identity');
  const users = await openUserCollection(db);
  const cipher = fieldCipher(config.IDENTITY_ENCRYPTION_KEYS);
  const index = blindIndex(config.IDENTITY_BLIND_INDEX_KEY);
  const bus = await openBus({ brokers: SERVERS.kafkaBrokers, namespace, service: 'identity', log: silentLog });
  await ensureTopics(bus, [IDENTITY_TOPIC], 1);
  const relay = startRelay(users, bus);
  const sender = { send: async (message: CodeMessage) => void inbox.push(message) };
  const deps = await wire({ ...{ db, users, clock, tokenKey, cipher, index }, sender, publish: relay.nudge, config });
  const address = `127.0.0.1:${await freePort()}`;
  const server = await serveRpc(services.identity(), handlers(deps), address, { tokenKey, log: silentLog });
  const client: RpcClient<IdentityServiceDefinition> = createRpcClient(services.identity(), address, { tokenKey });

  const stop = async () => {
    client.close();
    await stopRpc(server);
    await relay.stop();
    await bus.close();
    await mongo.close();
    await dropNamespace(namespace);
  };
  return { namespace, clock, tokenKey, inbox, config, db, bus, deps, client, stop };
}

export type Identity = Awaited<ReturnType<typeof startIdentity>>;

/** Asks for a code and reads it off the phone. */
export async function codeFor({ client, inbox }: Identity, phone: string, purpose: CodePurposeName): Promise<string> {
  await client.SendCode({ phone, purpose: `CODE_PURPOSE_${purpose}` });
  return inbox.findLast((message) => message.phone === phone)?.code ?? '';
}

type CodePurposeName = 'REGISTER' | 'LOG_IN' | 'RESET_PASSWORD' | 'CHANGE_PHONE';

/** Another code than the right one. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** A registered shopper with an open session. */
export async function aShopper(identity: Identity, phone = aPhone()) {
  const code = await codeFor(identity, phone, 'REGISTER');
  const session = await identity.client.Register({ phone, code, password: PASSWORD, name: '林小满' });
  const userId = session.user?.userId ?? '';
  return { phone, session, userId, caller: shopper(userId) };
}

/** Asserts on a refusal by its code: `await expect(call).rejects.toMatchObject(refusal('code-wrong'))`. */
export const refusal = (code: string) => ({ name: 'DomainError', code });
