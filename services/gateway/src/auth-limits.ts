import { createHmac } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { KeyRing } from '@social/runtime/key-ring';
import type { Redis } from '@social/runtime/redis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

export type AuthLimits = {
  /** Counts one try to prove who one is. Errors: rate-limited. */
  count: (address: string, phone: string | undefined) => Promise<void>;
};

type Options = { redis: Redis; namespace: string; secret: KeyRing; perAddress: number; perPhone: number };

/**
 * Limits that all gateways share, by address and by phone; a phone stands in Redis only as its keyed hash, and is counted
 * anew where the key has changed. While Redis is away each gateway counts by itself.
 */
export function createAuthLimits({ redis, namespace, secret, perAddress, perPhone }: Options): AuthLimits {
  const limiter = (what: string, points: number) =>
    new RateLimiterRedis({
      storeClient: redis,
      useRedisPackage: true,
      rejectIfRedisNotReady: true,
      keyPrefix: `${namespace}gateway:auth-${what}`,
      points,
      duration: 60,
      insuranceLimiter: new RateLimiterMemory({ points, duration: 60 }),
    });
  const addresses = limiter('address', perAddress);
  const phones = limiter('phone', perPhone);
  const hashed = (phone: string) => createHmac('sha256', secret[0]).update(phone).digest('base64url');

  return {
    count: async (address, phone) => {
      try {
        await addresses.consume(address);
        if (phone !== undefined) await phones.consume(hashed(phone));
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw new DomainError('rate-limited', undefined, { retryAfterMs: error.msBeforeNext });
      }
    },
  };
}
