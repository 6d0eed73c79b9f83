import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

/** Where a sealed field lives; a ciphertext moved anywhere else does not open. */
export type FieldPlace = { collection: string; id: string; field: string };

/** Encrypts single fields at rest with AES-256-GCM, under keys that rotate. */
export type FieldCipher = {
  /** The ciphertext as text: `<key id>.<nonce>.<ciphertext and tag>`, the last two in base64url. */
  seal: (plain: string, place: FieldPlace) => string;
  /** The plain text. Throws when the text was changed, belongs elsewhere, or its key, which it names, is not in the ring. */
  open: (sealed: string, place: FieldPlace) => string;
  /** Whether a key other than the first one sealed it. */
  needsReseal: (sealed: string) => boolean;
  /** The id of the key that seals now. */
  currentKeyId: string;
  /** The ids of all keys that open. */
  keyIds: ReadonlySet<string>;
};

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function parseKey(entry: string): [keyId: string, key: KeyObject] {
  const colon = entry.indexOf(':');
  const keyId = entry.slice(0, colon).trim();
  const key = Buffer.from(entry.slice(colon + 1), 'base64');
  if (!/^[a-z0-9-]+$/i.test(keyId)) throw new Error('an encryption key needs an id of letters, digits and dashes');
  if (key.length !== KEY_BYTES) throw new Error(`encryption key ${keyId} is not ${KEY_BYTES} bytes in base64`);
  return [keyId, createSecretKey(key)];
}

/** The additional data that binds a ciphertext to its place. */
const boundTo = ({ collection, id, field }: FieldPlace): Buffer => Buffer.from(JSON.stringify([collection, id, field]));

/**
 * A cipher over rotating keys: the first one seals, every one opens.
 * @param keys `k2:<base64 of 32 bytes>,k1:<base64 of 32 bytes>`, newest first. Throws when they are malformed.
 */
export function fieldCipher(keys: string): FieldCipher {
  const ring = new Map<string, KeyObject>();
  for (const [keyId, key] of keys.split(',').map(parseKey)) {
    if (ring.has(keyId)) throw new Error(`encryption key ${keyId} is given twice`);
    ring.set(keyId, key);
  }
  const [current] = ring;
  if (!current) throw new Error('an encryption key is needed');
  const [currentKeyId, currentKey] = current;

  return {
    currentKeyId,
    keyIds: new Set(ring.keys()),
    seal: (plain, place) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, currentKey, nonce).setAAD(boundTo(place));
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${currentKeyId}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`;
    },
    open: (text, place) => {
      const [keyId = '', nonce = '', body = ''] = text.split('.');
      const key = ring.get(keyId);
      const sealed = Buffer.from(body, 'base64url');
      if (!key && /^[a-z0-9-]+$/i.test(keyId)) throw new Error(`sealed with key ${keyId}, which is unknown here`);
      if (!key || sealed.length < TAG_BYTES) throw new Error('a sealed field is malformed');

      const tagAt = sealed.length - TAG_BYTES;
      const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(nonce, 'base64url'), { authTagLength: TAG_BYTES })
        .setAAD(boundTo(place))
        .setAuthTag(sealed.subarray(tagAt));
      return Buffer.concat([decipher.update(sealed.subarray(0, tagAt)), decipher.final()]).toString('utf8');
    },
    needsReseal: (text) => !text.startsWith(`${currentKeyId}.`),
  };
}

/** A phone as others may see it: `13812345678` gives `138****5678`. */
export const maskPhone = (phone: string): string =>
  phone.length < 8 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** A name as others may see it: its first character and stars. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return rest.length === 0 ? '*'.repeat(first === '' ? 0 : 1) : `${first}${'*'.repeat(Math.min(rest.length, 3))}`;
}
