import { DomainError } from '@social/contracts/errors';

/** `rate` tokens come back a second, up to `burst`. */
export type BucketOptions = { rate: number; burst: number };

export type TokenBuckets = {
  /** Takes one token of a key at `now` (ms). Errors: rate-limited, with the time until the next token. */
  take: (key: string, now: number) => void;
  /** The same, with the refusal for an answer: under a rush throwing it is a tenth of what a refusal costs. */
  tryTake: (key: string, now: number) => DomainError | undefined;
  /** Refuses as `tryTake` would, and takes nothing. */
  refusal: (key: string, now: number) => DomainError | undefined;
  size: () => number;
};

/** Full buckets say nothing, so they are dropped when there are this many. */
const SWEEP_AT = 10_000;

/**
 * Token buckets of one process. Synchronous and without timers: this stands before every request, where a promise and a
 * timer a key would cost more than the rest of the limit.
 */
export function createTokenBuckets({ rate, burst }: BucketOptions): TokenBuckets {
  const perMs = rate / 1000;
  const buckets = new Map<string, { tokens: number; at: number }>();
  let sweepAt = SWEEP_AT;

  const sweep = (now: number) => {
    for (const [key, { tokens, at }] of buckets) if (tokens + (now - at) * perMs >= burst) buckets.delete(key);
    sweepAt = Math.max(SWEEP_AT, buckets.size * 2);
  };

  const tokensOf = (bucket: { tokens: number; at: number }, now: number): number =>
    Math.min(burst, bucket.tokens + Math.max(0, now - bucket.at) * perMs);
  const refusalOf = (tokens: number): DomainError | undefined =>
    tokens < 1 ? new DomainError('rate-limited', undefined, { retryAfterMs: (1 - tokens) / perMs }) : undefined;

  const tryTake = (key: string, now: number): DomainError | undefined => {
    const bucket = buckets.get(key);
    if (!bucket) {
      if (buckets.size >= sweepAt) sweep(now);
      buckets.set(key, { tokens: burst - 1, at: now });
      return undefined;
    }
    const tokens = tokensOf(bucket, now);
    const refused = refusalOf(tokens);
    if (refused) return refused;

    bucket.tokens = tokens - 1;
    bucket.at = now;
    return undefined;
  };

  return {
    size: () => buckets.size,
    tryTake,
    take: (key, now) => {
      const refused = tryTake(key, now);
      if (refused) throw refused;
    },
    refusal: (key, now) => {
      const bucket = buckets.get(key);
      return bucket && refusalOf(tokensOf(bucket, now));
    },
  };
}
