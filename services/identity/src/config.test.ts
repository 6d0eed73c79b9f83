import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { configSchema } from './config.ts';

const key = () => randomBytes(32).toString('base64');
const pem = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const GOOD = {
  HTTP_PORT: '7201',
  GRPC_PORT: '7101',
  INTERNAL_TOKEN_KEY: key(),
  MONGO_URL: 'mongodb://localhost',
  KAFKA_BROKERS: 'localhost:9092',
  IDENTITY_ENCRYPTION_KEYS: `k2:${key()},k1:${key()}`,
  IDENTITY_BLIND_INDEX_KEY: key(),
  IDENTITY_SIGNING_KEYS: JSON.stringify([
    { kid: 'new', pem: pem() },
    { kid: 'old', pem: pem() },
  ]),
  BOOTSTRAP_OPERATOR_PHONE: '',
};

describe('the configuration', () => {
  it('takes two keys of each kind, and shows no codes unless told to', () => {
    const config = configSchema.parse(GOOD);
    expect(config.IDENTITY_SIGNING_KEYS.map(({ kid }) => kid)).toEqual(['new', 'old']);
    expect(config).toMatchObject({ DEV_CONSOLE_OTP: false, BOOTSTRAP_OPERATOR_PHONE: undefined });
    expect(configSchema.parse({ ...GOOD, DEV_CONSOLE_OTP: 'true' }).DEV_CONSOLE_OTP).toBe(true);
  });

  it.each([
    ['IDENTITY_SIGNING_KEYS', 'not json'],
    ['IDENTITY_SIGNING_KEYS', '[]'],
    ['IDENTITY_SIGNING_KEYS', '[{"kid":"a","pem":"no key"}]'],
    ['IDENTITY_ENCRYPTION_KEYS', 'k1:c2hvcnQ='],
    ['IDENTITY_BLIND_INDEX_KEY', 'c2hvcnQ='],
    ['MONGO_URL', ''],
  ])('refuses %s=%s, and says which variable it is', (name, value) => {
    const parsed = configSchema.safeParse({ ...GOOD, [name]: value });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([name]);
  });
});
