/** The machine's own secrets: made at the first `make up`, kept in a file only its owner reads. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { SystemSecrets } from './system.ts';

/** Env names in the file, in its order. */
const VARIABLES: Record<keyof SystemSecrets, string> = {
  internalTokenKey: 'INTERNAL_TOKEN_KEY',
  identityEncryptionKeys: 'IDENTITY_ENCRYPTION_KEYS',
  identityBlindIndexKey: 'IDENTITY_BLIND_INDEX_KEY',
  identitySigningKeys: 'IDENTITY_SIGNING_KEYS',
  ordersEncryptionKeys: 'ORDERS_ENCRYPTION_KEYS',
  sandboxPaySecret: 'SANDBOX_PAY_SECRET',
  sandboxCarrierSecret: 'SANDBOX_CARRIER_SECRET',
  operatorPassword: 'BOOTSTRAP_OPERATOR_PASSWORD',
};

/** Fresh secrets; tests make their own as well. */
export function generateSecrets(): SystemSecrets {
  const key = () => randomBytes(32).toString('base64');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  return {
    internalTokenKey: key(),
    identityEncryptionKeys: `k1:${key()}`,
    identityBlindIndexKey: key(),
    identitySigningKeys: JSON.stringify([{ kid: 'local-1', pem }]),
    ordersEncryptionKeys: `k1:${key()}`,
    sandboxPaySecret: key(),
    sandboxCarrierSecret: key(),
    operatorPassword: randomBytes(12).toString('base64url'),
  };
}

/** One `NAME=value` a line, value as it stands. */
export function formatSecrets(secrets: SystemSecrets): string {
  return `${secretNames()
    .map((name) => `${VARIABLES[name]}=${secrets[name]}`)
    .join('\n')}\n`;
}

/** Reads what `formatSecrets` wrote; an older file may lack some. */
export function parseSecrets(text: string): Partial<SystemSecrets> {
  const given = new Map(text.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line]));
  const found = secretNames().flatMap((name) => {
    const line = given.get(VARIABLES[name]);
    return line === undefined ? [] : [[name, line.slice(VARIABLES[name].length + 1)]];
  });
  return Object.fromEntries(found);
}

/** The file's secrets; makes the file, or adds to it what it lacks. */
export function loadSecrets(path: string): SystemSecrets {
  const known = existsSync(path) ? parseSecrets(readFileSync(path, 'utf8')) : {};
  if (isComplete(known)) return known;

  const secrets = { ...generateSecrets(), ...known };
  writeFileSync(path, formatSecrets(secrets), { mode: 0o600 });
  return secrets;
}

function isComplete(secrets: Partial<SystemSecrets>): secrets is SystemSecrets {
  return secretNames().every((name) => secrets[name]);
}

function secretNames(): (keyof SystemSecrets)[] {
  return Object.keys(VARIABLES) as (keyof SystemSecrets)[];
}
