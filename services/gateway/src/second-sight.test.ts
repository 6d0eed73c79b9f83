import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSecondSight } from './second-sight.ts';

const aToken = () => randomBytes(256).toString('base64url');

describe('second sight', () => {
  it('knows a token from the second time on', () => {
    const sight = createSecondSight();
    const token = aToken();
    expect(sight.has(token)).toBe(false);
    sight.note(token);
    expect(sight.has(token)).toBe(true);
  });

  it('takes next to none of those who come once for one it knows', () => {
    const sight = createSecondSight();
    const known = Array.from({ length: 10_000 }, aToken).filter((token) => {
      const seen = sight.has(token);
      sight.note(token);
      return seen;
    });
    expect(known.length).toBeLessThan(5);
  });
});
