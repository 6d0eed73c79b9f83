import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { newId } from '@social/runtime/ids';
import { keyRing } from '@social/runtime/key-ring';
import { aNamespace, dropNamespace, SERVERS } from '@social/testkit/servers';
import { createSigner } from 'fast-jwt';
import { type Running, startProcess } from './processes.ts';

export const OPERATOR = { phone: '13800000000', password: 'a-long-enough-word-71' };
const SERVICES = ['identity', 'catalog', 'orders', 'payments', 'group-buy', 'media', 'sandbox-pay'] as const;
type Service = (typeof SERVICES)[number];

const key = () => randomBytes(32).toString('base64');

export type Answer = {
  status: number;
  headers: Headers;
  // Tests look at answers field by field, and a wrong one fails them.
  body: Record<string, unknown> & { code?: string };
};

export type Ask = {
  method?: string;
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** The Idempotency-Key; a fresh one on every POST unless given, none for null. */
  key?: string | null;
};

/** Asks the API as a client would. */
export async function ask(
  base: string,
  path: string,
  { method, token, body, headers, key }: Ask = {},
): Promise<Answer> {
  const used = method ?? (body === undefined ? 'GET' : 'POST');
  const idempotency = key === undefined && used === 'POST' ? randomUUID() : key;
  const response = await fetch(`${base}${path}`, {
    method: used,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(idempotency ? { 'idempotency-key': idempotency } : {}),
      ...headers,
    },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : { text } };
}

function environment(namespace: string) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const env = {
    ...process.env,
    NAMESPACE: namespace,
    HOST: '127.0.0.1',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'info',
    MONGO_URL: SERVERS.mongoUrl,
    KAFKA_BROKERS: SERVERS.kafkaBrokers,
    REDIS_URL: SERVERS.redisUrl,
    INTERNAL_TOKEN_KEY: key(),
    IDENTITY_ENCRYPTION_KEYS: `k1:${key()}`,
    ORDERS_ENCRYPTION_KEYS: `k1:${key()}`,
    IDENTITY_BLIND_INDEX_KEY: key(),
    IDENTITY_SIGNING_KEYS: JSON.stringify([{ kid: 'test', pem }]),
    SANDBOX_PAY_SECRET: key(),
    DEV_CONSOLE_OTP: 'true',
    BOOTSTRAP_OPERATOR_PHONE: OPERATOR.phone,
    BOOTSTRAP_OPERATOR_PASSWORD: OPERATOR.password,
    // Nothing listens there: a service that a test does without is away.
    ...Object.fromEntries(SERVICES.map((name) => [addressOf(name), '127.0.0.1:9'])),
    SANDBOX_PAY_URL: 'http://127.0.0.1:9',
    PUBLIC_URL: 'http://shop.test',
  };
  return { env, pem };
}

const addressOf = (name: Service): string => `${name.toUpperCase().replace('-', '_')}_ADDR`;

type Claims = { sub: string; roles: string[]; mid?: string };

/** Signs access tokens as identity does, with the key that identity publishes. */
const tokensOf = (pem: string) => {
  const sign = (expiresIn: number, kid = 'test', aud = 'social') =>
    createSigner({ key: pem, algorithm: 'RS256', kid, iss: 'social', aud, expiresIn });
  return {
    of: (claims: Claims, expiresInMs = 900_000) => sign(expiresInMs)({ ...claims, jti: randomUUID() }),
    ofKey: (kid: string, claims: Claims) => sign(900_000, kid)(claims),
    ofAudience: (aud: string, claims: Claims) => sign(900_000, 'test', aud)(claims),
  };
};

export type World = Awaited<ReturnType<typeof aWorld>>;

/** The gateway and the real services that a test needs, with a namespace of their own. */
export async function aWorld(names: readonly Service[], extra: Record<string, string> = {}) {
  const namespace = aNamespace();
  const { env, pem } = environment(namespace);
  const running: Partial<Record<Service, Running>> = {};
  const stopServices = () => Promise.all(Object.values(running).map((service) => service.kill()));
  const startGateway = (more: Record<string, string> = {}) => startProcess('gateway', { ...env, ...extra, ...more });
  const startAll = async (): Promise<Running> => {
    for (const name of names) {
      const started = await startProcess(name, env);
      running[name] = started;
      Object.assign(env, { [addressOf(name)]: started.grpc });
      if (name === 'sandbox-pay') env.SANDBOX_PAY_URL = started.http;
    }
    return startGateway();
  };
  const gateway = await startAll().catch(async (error) => {
    await stopServices();
    throw error;
  });
  const tokens = tokensOf(pem);

  return {
    namespace,
    tokenKey: keyRing(env.INTERNAL_TOKEN_KEY),
    gateway,
    startGateway,
    tokens,
    running,
    ask: (path: string, options?: Ask) => ask(gateway.http, path, options),
    /** Somebody with a token; `roles` besides shopper make staff. */
    someone: (roles = ['shopper'], mid?: string) => {
      const userId = newId('usr');
      return { userId, token: tokens.of({ sub: userId, roles, ...(mid ? { mid } : {}) }) };
    },
    stop: async () => {
      await Promise.all([gateway.kill(), stopServices()]);
      await dropNamespace(namespace);
    },
  };
}
