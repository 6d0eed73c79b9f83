import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';

export type Seal = {
  /** The claims, readable, with a signature: `<base64url of JSON>.<HMAC-SHA256>`. */
  sign: (claims: object) => string;
  /** The claims that we signed; undefined for anything else. */
  open: (text: string) => unknown;
};

/** Signs what people carry for us. Each purpose has a key of its own, so that nothing passes for something else. */
export function createSeal(secret: KeyObject, purpose: string): Seal {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)));
  const mac = (payload: string) => createHmac('sha256', key).update(payload).digest('base64url');

  return {
    sign: (claims) => {
      const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
      return `${payload}.${mac(payload)}`;
    },
    open: (text) => {
      const [payload = '', signature = '', ...more] = text.split('.');
      const expected = Buffer.from(mac(payload));
      const given = Buffer.from(signature);
      if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;

      return JSON.parse(Buffer.from(payload, 'base64url').toString());
    },
  };
}
