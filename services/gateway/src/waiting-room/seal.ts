import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { isMadeBy, type KeyRing } from '@social/runtime/key-ring';

export type Seal = {
  /** The claims, readable, with a signature: `<base64url of JSON>.<HMAC-SHA256>`. */
  sign: (claims: object) => string;
  /** The claims that we signed; undefined for anything else. */
  open: (text: string) => unknown;
};

/** Signs what people carry for us. Each purpose has a key of its own, so that nothing passes for something else. */
export function createSeal([first, ...older]: KeyRing, purpose: string): Seal {
  const derived = (key: KeyObject) => createSecretKey(Buffer.from(hkdfSync('sha256', key, '', purpose, 32)));
  const keys: KeyRing = [derived(first), ...older.map(derived)];
  const mac = (payload: string, key: KeyObject) => createHmac('sha256', key).update(payload).digest('base64url');

  return {
    sign: (claims) => {
      const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
      return `${payload}.${mac(payload, keys[0])}`;
    },
    open: (text) => {
      const [payload = '', signature = '', ...more] = text.split('.');
      const isOurs = isMadeBy(keys, Buffer.from(signature), (key) => Buffer.from(mac(payload, key)));
      if (more.length > 0 || !isOurs) return undefined;

      return JSON.parse(Buffer.from(payload, 'base64url').toString());
    },
  };
}
