import { createPrivateKey, createPublicKey, randomUUID } from 'node:crypto';
import { createSigner } from 'fast-jwt';
import type { User } from './domain.ts';

/** How long an access token is good where nothing else is said. */
export const ACCESS_LIFE_MS = 15 * 60 * 1000;
const ISSUER = 'social';
const AUDIENCE = 'social';

/** A private key of RS256 in PEM, and the id by which verifiers find its public half. */
export type SigningKey = { kid: string; pem: string };

export type AccessTokens = {
  /** A JWT that says who the caller is for a while. */
  sign: (user: User, now: Date) => { token: string; expiresAt: Date };
  /** The public keys (RFC 7517), as JSON. */
  jwks: string;
};

const publicJwk = ({ kid, pem }: SigningKey) => ({
  ...createPublicKey(createPrivateKey(pem)).export({ format: 'jwk' }),
  kid,
  use: 'sig',
  alg: 'RS256',
});

/** Signing keys in their order; the first one signs. */
export type SigningKeys = [SigningKey, ...SigningKey[]];

/** Access tokens over rotating keys: the first one signs, every one is published until its last token has expired. */
export function createAccessTokens(keys: SigningKeys, lifeMs = ACCESS_LIFE_MS): AccessTokens {
  const [{ kid, pem }] = keys;
  const signer = createSigner({ key: pem, algorithm: 'RS256', kid, iss: ISSUER, aud: AUDIENCE });
  return {
    jwks: JSON.stringify({ keys: keys.map(publicJwk) }),
    sign: ({ userId, role, merchantId }, now) => {
      const iat = Math.floor(now.getTime() / 1000);
      const exp = iat + Math.ceil(lifeMs / 1000);
      const employer = merchantId === undefined ? {} : { mid: merchantId };
      const token = signer({ sub: userId, roles: [role], ...employer, jti: randomUUID(), iat, exp });
      return { token, expiresAt: new Date(exp * 1000) };
    },
  };
}
