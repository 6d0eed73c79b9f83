/**
 * The keys that documents cannot be read without. A backup never holds them, only what tells them from others: whoever
 * finds a backup must not find the addresses in it, and a file that is copied about is no place for keys.
 */
import { createHmac } from 'node:crypto';
import type { SystemSecrets } from '../local/system.ts';
import type { Header } from './header.ts';

type Fingerprint = Header['keys'][number];

/** Rings hold several keys, `id:key` each; so do lists, whose keys have no ids. */
const DATA_KEYS = {
  identityEncryptionKeys: 'ring',
  ordersEncryptionKeys: 'ring',
  identityBlindIndexKey: 'list',
} as const satisfies Partial<Record<keyof SystemSecrets, 'ring' | 'list'>>;

export type DataKeys = Pick<SystemSecrets, keyof typeof DATA_KEYS>;

/** What a key is known by: nothing can be learned of it from this. */
const fingerprintOf = (key: string): string =>
  createHmac('sha256', Buffer.from(key, 'base64')).update('backup').digest('hex').slice(0, 16);

/** Each key, by its secret and its id there. */
export function fingerprints(keys: DataKeys): Fingerprint[] {
  return (Object.keys(DATA_KEYS) as (keyof DataKeys)[]).flatMap((secret) => {
    const named = DATA_KEYS[secret] === 'ring' ? '' : ':';
    return keys[secret].split(',').map((key) => {
      const entry = `${named}${key}`;
      const colon = entry.indexOf(':');
      return { secret, id: entry.slice(0, colon).trim(), fingerprint: fingerprintOf(entry.slice(colon + 1)) };
    });
  });
}

/** Names of the keys that a backup was made with and that these are not; more keys than it needs do no harm. */
export function missingKeys(needed: readonly Fingerprint[], keys: DataKeys): string[] {
  const have = new Set(fingerprints(keys).map(({ secret, id, fingerprint }) => `${secret} ${id} ${fingerprint}`));
  return needed
    .filter(({ secret, id, fingerprint }) => !have.has(`${secret} ${id} ${fingerprint}`))
    .map(({ secret, id, fingerprint }) => `${secret} ${id === '' ? fingerprint : id}`);
}
