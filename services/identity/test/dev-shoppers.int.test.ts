import { createPublicKey } from 'node:crypto';
import { createVerifier } from 'fast-jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Identity, OPERATOR, refusal, shopper, startIdentity } from './harness.ts';

let development: Identity;
let production: Identity;
beforeAll(async () => {
  [development, production] = await Promise.all([startIdentity({ DEV_ENDPOINTS: true }), startIdentity()]);
});
afterAll(async () => {
  await Promise.all([development?.stop(), production?.stop()]);
});

describe('shoppers minted for a load test', () => {
  it('come a thousand at a time, each known, with an address and a token of their own', async () => {
    const { shoppers } = await development.client.MintShoppers({ count: 1000 }, { caller: OPERATOR });
    expect(new Set(shoppers.map(({ userId }) => userId)).size).toBe(1000);

    const [one] = shoppers;
    const caller = shopper(one?.userId ?? '');
    expect((await development.client.GetProfile({}, { caller })).userId).toBe(one?.userId);
    const addresses = await development.client.GetAddresses(
      { of: shoppers.map(({ userId, addressId }) => ({ userId, addressId })) },
      { caller: { userId: 'service:test', roles: ['service'] } },
    );
    expect(addresses.addresses.map(({ addressId }) => addressId)).toEqual(shoppers.map(({ addressId }) => addressId));
    const [{ pem: key }] = development.config.IDENTITY_SIGNING_KEYS;
    const verify = createVerifier({ key: createPublicKey(key).export({ format: 'pem', type: 'spki' }) });
    expect(verify(one?.accessToken ?? '')).toMatchObject({ sub: one?.userId, roles: ['shopper'] });
  });

  it.each([0, 1001])('are not %i', async (count) => {
    const minting = development.client.MintShoppers({ count }, { caller: OPERATOR });
    await expect(minting).rejects.toMatchObject(refusal('request-invalid'));
  });

  it('are for operators alone, and nobody mints them in production', async () => {
    const byShopper = development.client.MintShoppers({ count: 1 }, { caller: shopper('usr_1') });
    await expect(byShopper).rejects.toMatchObject(refusal('forbidden'));
    const inProduction = production.client.MintShoppers({ count: 1 }, { caller: OPERATOR });
    await expect(inProduction).rejects.toMatchObject(refusal('forbidden'));
  });
});
