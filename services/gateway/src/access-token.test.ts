import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { turnableClock } from '@social/testkit/clock';
import { silentLog } from '@social/testkit/servers';
import { createSigner } from 'fast-jwt';
import { describe, expect, it } from 'vitest';
import { createAccessTokens } from './access-token.ts';

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const OURS = rsa();
const STRANGERS = rsa();
const jwk = (kid: string, key: KeyObject) => ({ kid, ...key.export({ format: 'jwk' }) });
const clock = turnableClock(new Date());
/** Issued by the clock that the verifier has, however long the test takes to get there. */
const iat = Math.floor(clock.now().getTime() / 1000);
const CLAIMS = { sub: 'usr_ann', roles: ['shopper'], iss: 'social', aud: 'social', iat };

const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const aToken = (claims: object = {}, kid = 'k1', key = OURS.privateKey) =>
  createSigner({ key: pemOf(key), algorithm: 'RS256', kid, expiresIn: 900_000, clockTimestamp: clock.now().getTime() })(
    {
      ...CLAIMS,
      ...claims,
    },
  );

const segment = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A verifier that knows the keys of the list, with a count of how often it asked for them. */
async function aVerifier(keys = [jwk('k1', OURS.publicKey)]) {
  const world = { keys, asked: 0, isAway: false, clock: turnableClock(clock.now()) };
  const fetchJwks = async () => {
    world.asked++;
    if (world.isAway) throw new Error('identity is away');
    return JSON.stringify({ keys: world.keys });
  };
  const tokens = createAccessTokens({ fetchJwks, clock: world.clock, log: silentLog });
  await tokens.load();
  return { world, verify: async (token: string) => tokens.verify(`Bearer ${token}`), tokens };
}
const unauthenticated = expect.objectContaining({ code: 'unauthenticated' });

describe('an access token', () => {
  it('says who is asking, the first time and every time', async () => {
    const { verify } = await aVerifier();
    const token = aToken({ roles: ['merchant-staff'], mid: 'mer_1' });
    const caller = { userId: 'usr_ann', roles: ['merchant-staff'], merchantId: 'mer_1' };
    for (let time = 0; time < 3; time++) expect(await verify(token)).toMatchObject({ caller });
  });

  it('holds until it expires and not a moment longer, remembered or not', async () => {
    const { verify, world } = await aVerifier();
    const token = aToken();
    for (let time = 0; time < 3; time++) await verify(token);
    world.clock.turn(900_000);
    await expect(verify(token)).rejects.toEqual(unauthenticated);
  });

  it.each([
    ['signed by a stranger with our key id', () => aToken({}, 'k1', STRANGERS.privateKey)],
    ['for another audience', () => aToken({ aud: 'elsewhere' })],
    ['of another issuer', () => aToken({ iss: 'elsewhere' })],
    ['for nobody', () => aToken({ sub: '' })],
    ['with other claims under its signature', () => tamperedWith({ ...CLAIMS, sub: 'usr_bob', exp: 9_999_999_999 })],
    ['that claims to need no signature', () => `${segment({ alg: 'none', kid: 'k1' })}.${segment(CLAIMS)}.`],
    ['signed with our public key as a shared secret', confused],
    ['with a header that asks for more', () => `${segment({ alg: 'RS256', kid: 'k1', crit: ['b64'] })}.e30.e30`],
    ['that is no token', () => 'nonsense'],
    ['that is empty in all its parts', () => '..'],
  ])('%s is refused', async (_what, make) => {
    const { verify } = await aVerifier();
    await expect(verify(make())).rejects.toEqual(unauthenticated);
  });

  it.each([undefined, '', 'Bearer', 'Basic YW5u', 'Bearer a b'])('is not found in %j', async (header) => {
    const { tokens } = await aVerifier();
    expect(() => tokens.verify(header)).toThrow(unauthenticated);
  });
});

describe('a key that is new', () => {
  it('is fetched, at most once in five seconds however many tokens name it', async () => {
    const { verify, world } = await aVerifier();
    const next = rsa();
    world.keys = [...world.keys, jwk('k2', next.publicKey)];
    const token = aToken({}, 'k2', next.privateKey);
    await expect(verify(token)).rejects.toEqual(unauthenticated);
    expect(world.asked).toBe(1);

    world.clock.turn(5000);
    await Promise.all([verify(token), verify(token)]);
    expect(world.asked).toBe(2);
  });

  it('is asked about again soon where identity gave no answer, and nobody is sent to log in meanwhile', async () => {
    const { verify, world } = await aVerifier();
    const next = rsa();
    const token = aToken({}, 'k2', next.privateKey);
    world.clock.turn(5000);
    world.isAway = true;
    await expect(verify(token)).rejects.toMatchObject({ code: 'service-unavailable' });
    await expect(verify(token)).rejects.toMatchObject({ code: 'service-unavailable' });
    expect(world.asked).toBe(2);
    await expect(verify('e30.e30.e30')).rejects.toEqual(unauthenticated);
    await verify(aToken());

    world.isAway = false;
    world.keys = [...world.keys, jwk('k2', next.publicKey)];
    world.clock.turn(200);
    await verify(token);
    expect(world.asked).toBe(3);
  });

  it('that was withdrawn takes its remembered tokens along', async () => {
    const { verify, world, tokens } = await aVerifier();
    const token = aToken();
    for (let time = 0; time < 3; time++) await verify(token);
    world.keys = [jwk('k2', STRANGERS.publicKey)];
    await tokens.load();
    await expect(verify(token)).rejects.toEqual(unauthenticated);
  });
});

function tamperedWith(claims: object): string {
  const [header, , signature] = aToken().split('.');
  return [header, segment(claims), signature].join('.');
}

function confused(): string {
  const secret = OURS.publicKey.export({ type: 'spki', format: 'pem' });
  const signed = `${segment({ alg: 'HS256', kid: 'k1' })}.${segment({ ...CLAIMS, exp: 9_999_999_999 })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
