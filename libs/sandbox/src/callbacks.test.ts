import { describe, expect, it } from 'vitest';
import { CALLBACK_ATTEMPTS_MAX, callbacksFor, retryPause } from './callbacks.ts';

const NOON = new Date('2026-06-01T12:00:00Z');

describe('callbacks', () => {
  const well = { delaySeconds: 0, duplicates: 0, failFirst: 0, drop: false };
  let minted = 0;
  const mintId = () => `cbk_${++minted}`;

  it('are one a payment when nothing is to go wrong', () => {
    expect(callbacksFor(well, NOON, mintId)).toMatchObject([{ due_at: NOON, attempts: 0, fail_first: 0 }]);
  });

  it('are late, many or none on demand', () => {
    const late = callbacksFor({ ...well, delaySeconds: 1.5, duplicates: 2 }, NOON, mintId);
    expect(late.map(({ due_at }) => due_at?.getTime())).toEqual(Array(3).fill(NOON.getTime() + 1500));
    expect(new Set(late.map(({ id }) => id)).size).toBe(3);
    expect(callbacksFor({ ...well, drop: true }, NOON, mintId)).toEqual([]);
  });

  it('are tried again with growing pauses, the last of which repeats, until enough is enough', () => {
    const pauses = [1000, 2000, 5000];
    expect([1, 2, 3, 4, 39].map((attempts) => retryPause(attempts, pauses))).toEqual([1000, 2000, 5000, 5000, 5000]);
    expect(retryPause(CALLBACK_ATTEMPTS_MAX, pauses)).toBeUndefined();
  });
});
