import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Keys of one purpose: the first one makes, every one is believed, so that a key changes while people use it. */
export type KeyRing = readonly [KeyObject, ...KeyObject[]];

const KEY_BYTES = 32;

function parseKey(text: string): KeyObject {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length < KEY_BYTES) throw new RangeError(`a key is under ${KEY_BYTES} bytes in base64`);
  return createSecretKey(key);
}

/**
 * The keys of a secret.
 * @param text `<base64 of 32 bytes>,<…>`, the one that makes first. Errors: RangeError for a key that is too short or twice.
 */
export function keyRing(text: string): KeyRing {
  const [first = '', ...older] = text.split(',');
  const ring: KeyRing = [parseKey(first), ...older.map(parseKey)];
  if (new Set(ring.map(keyIdOf)).size < ring.length) throw new RangeError('a key is given twice');
  return ring;
}

/** A secret that holds a ring of keys, as configuration reads it. */
export const keyRingSecret = z.string().transform((text, context): KeyRing => {
  try {
    return keyRing(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'malformed' });
    return z.NEVER;
  }
});

/** What a key without a name is known by; nothing can be learned of the key from it. */
export const keyIdOf = (key: KeyObject): string => createHmac('sha256', key).update('key id').digest('hex').slice(0, 8);

/** Whether one of the keys made this authentication code. */
export const isMadeBy = (ring: KeyRing, given: Buffer, mac: (key: KeyObject) => Buffer): boolean =>
  ring.some((key) => {
    const expected = mac(key);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
