import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSecondSight } from './second-sight.ts';

const aToken = () => randomBytes(256).toString('base64url');

describe('second sight', () => {
  it('knows a token from the second time on', () => {
    const seenBefore = createSecondSight();
    const token = aToken();
    expect([seenBefore(token), seenBefore(token), seenBefore(token)]).toEqual([false, true, true]);
  });

  it('takes next to none of those who come once for one it knows', () => {
    const seenBefore = createSecondSight();
    const known = Array.from({ length: 10_000 }, aToken).filter(seenBefore);
    expect(known.length).toBeLessThan(5);
  });
});
