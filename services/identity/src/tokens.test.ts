import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { createVerifier } from 'fast-jwt';
import { describe, expect, it } from 'vitest';
import { newShopper } from './domain.ts';
import { createAccessTokens, type SigningKey } from './tokens.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const ANN = newShopper({ userId: 'usr_ann', phone: '13812345678', name: '安', passwordHash: 'hash' }, NOON);

function aKey(kid: string): SigningKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** Verifies as a gateway does: by the published key that the token's header names. */
function verify(token: string, jwks: string): Record<string, unknown> {
  const { kid } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
  const jwk = JSON.parse(jwks).keys.find((key: { kid: string }) => key.kid === kid);
  const key = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
  return createVerifier({ key, algorithms: ['RS256'], clockTimestamp: NOON.getTime() })(token);
}

describe('an access token', () => {
  it('is good under the published keys before and after the signing key was replaced', () => {
    const [old, next] = [aKey('old'), aKey('next')];
    const before = createAccessTokens([old, next]);
    const after = createAccessTokens([next, old]);
    const [first, second] = [before.sign(ANN, NOON).token, after.sign(ANN, NOON).token];

    expect(verify(first, after.jwks)).toMatchObject({ sub: 'usr_ann' });
    expect(verify(second, before.jwks)).toMatchObject({ sub: 'usr_ann' });
  });

  it('says who, of which role and until when, and nothing else of the person', () => {
    const tokens = createAccessTokens([aKey('now')]);
    const { token, expiresAt } = tokens.sign({ ...ANN, role: 'merchant-staff', merchantId: 'mer_1' }, NOON);
    const iat = NOON.getTime() / 1000;

    expect(expiresAt).toEqual(new Date('2026-06-01T12:15:00Z'));
    expect(verify(token, tokens.jwks)).toEqual({
      sub: 'usr_ann',
      roles: ['merchant-staff'],
      mid: 'mer_1',
      iss: 'social',
      aud: 'social',
      jti: expect.any(String),
      iat,
      exp: iat + 900,
    });
  });

  it('is verified by public halves alone', () => {
    const { keys } = JSON.parse(createAccessTokens([aKey('now')]).jwks);
    expect(Object.keys(keys[0]).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });
});
