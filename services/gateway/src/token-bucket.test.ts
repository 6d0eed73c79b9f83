import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenBuckets } from './token-bucket.ts';

const allowed = (buckets: ReturnType<typeof createTokenBuckets>, key: string, now: number): boolean => {
  try {
    buckets.take(key, now);
    return true;
  } catch {
    return false;
  }
};

describe('a token bucket', () => {
  it('lets a burst through and says when the next may come', () => {
    const buckets = createTokenBuckets({ rate: 2, burst: 3 });
    expect([1, 2, 3].map(() => allowed(buckets, 'ann', 0))).toEqual([true, true, true]);
    expect(() => buckets.take('ann', 0)).toThrow(expect.objectContaining({ details: { retryAfterMs: 500 } }));
    expect(allowed(buckets, 'ann', 500)).toBe(true);
  });

  it('counts everybody by themselves', () => {
    const buckets = createTokenBuckets({ rate: 1, burst: 1 });
    expect([allowed(buckets, 'ann', 0), allowed(buckets, 'bob', 0), allowed(buckets, 'ann', 0)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('never lets more through than the burst and what came back since', () => {
    const gaps = fc.array(fc.nat({ max: 2000 }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), gaps, (rate, burst, waits) => {
        const buckets = createTokenBuckets({ rate, burst });
        let now = 0;
        const passed = waits.filter((wait) => {
          now += wait;
          return allowed(buckets, 'ann', now);
        }).length;
        expect(passed).toBeLessThanOrEqual(burst + (now * rate) / 1000 + 1e-6);
      }),
    );
  });

  it('forgets those who have not come for long', () => {
    const buckets = createTokenBuckets({ rate: 1000, burst: 1 });
    for (let index = 0; index < 10_001; index++) buckets.take(`key ${index}`, index);
    expect(buckets.size()).toBeLessThan(10);
  });
});
