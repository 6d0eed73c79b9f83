import { randomInt } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import { newId } from '@social/runtime/ids';
import { newOwnedId } from '@social/runtime/owned-id';
import { emptyBook } from './address-book.ts';
import type { AddressDeps } from './addresses.ts';
import { newShopper } from './domain.ts';
import type { AccessTokens } from './tokens.ts';
import type { Users } from './user-store.ts';

export type DevShopperDeps = AddressDeps & { users: Users; tokens: AccessTokens };

/** Someone who can come at once: an account, where its parcels go, and its access token. */
export type ReadyShopper = { userId: string; addressId: string; accessToken: string; expiresAt: Date };

/** Most shoppers in one call. */
export const MOST_SHOPPERS = 1000;

const HOME = { recipient: '试购者', districtCode: '330106', detail: '文三路 100 号' };

/**
 * A crowd for load tests: accounts that nobody can log in to, as their phones are none (too long, and they begin with
 * 000), each with an address and a token. For development only (DEV_ENDPOINTS). Errors: request-invalid.
 */
export async function mintShoppers(
  { users, books, tokens, clock, tokenKey }: DevShopperDeps,
  count: number,
): Promise<ReadyShopper[]> {
  if (!Number.isInteger(count) || count < 1 || count > MOST_SHOPPERS) {
    throw new DomainError('request-invalid', `1 to ${MOST_SHOPPERS} shoppers at a time`);
  }

  const now = clock.now();
  const crowd = Array.from({ length: count }, () => {
    const phone = `000${String(randomInt(2 ** 47)).padStart(15, '0')}`;
    const user = newShopper({ userId: newId('usr'), phone, name: HOME.recipient, passwordHash: '' }, now);
    return { user, address: { ...HOME, phone, addressId: newOwnedId('adr', user.userId, tokenKey) } };
  });
  await books.insertNew(
    crowd.map(({ user: { userId }, address }) => ({
      ...emptyBook(userId),
      addresses: [address],
      defaultId: address.addressId,
    })),
  );
  await users.insertNew(crowd.map(({ user }) => user));
  return crowd.map(({ user, address: { addressId } }) => {
    const { token: accessToken, expiresAt } = tokens.sign(user, now);
    return { userId: user.userId, addressId, accessToken, expiresAt };
  });
}
