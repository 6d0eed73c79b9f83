import { createHmac, type KeyObject } from 'node:crypto';
import { type KeyRing, keyIdOf } from './key-ring.ts';

/** One fingerprint for each key, the first key's first. */
export type Fingerprints = readonly [string, ...string[]];

/** Keyed fingerprints by which a sealed value is looked up without being readable: HMAC-SHA256 in base64url. */
export type BlindIndex = {
  /**
   * What a value is stored and looked up under. Stored are all, so that two processes which share but one key still meet
   * in a unique index; looked up is any.
   */
  of: (value: string) => Fingerprints;
  /** Under the first key, for what is soon over. */
  first: (value: string) => string;
  /** Names the keys, whatever their order: `1a2b3c4d` or `1a2b3c4d+5e6f7081`. */
  keyIds: string;
};

/** A blind index over keys that change. */
export function blindIndex([key, ...older]: KeyRing): BlindIndex {
  const under = (value: string) => (by: KeyObject) => createHmac('sha256', by).update(value).digest('base64url');
  return {
    of: (value) => [under(value)(key), ...older.map(under(value))],
    first: (value) => under(value)(key),
    keyIds: [key, ...older].map(keyIdOf).sort().join('+'),
  };
}

/** Whether what stands under the keys of one name is found by those of another. */
export const areShared = (keyIds: string, others: string): boolean =>
  keyIds.split('+').some((id) => others.split('+').includes(id));
