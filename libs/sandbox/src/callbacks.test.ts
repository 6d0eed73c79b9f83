import { describe, expect, it } from 'vitest';
import {
  ANSWER_TIMEOUT_MS,
  beginAttempt,
  CALLBACK_ATTEMPTS_MAX,
  callbacksFor,
  endAttempt,
  type Owing,
  retryPause,
} from './callbacks.ts';

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

describe('an attempt', () => {
  const PAUSES = [1000, 2000];
  const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds);
  const owing = (attempts = 0): Owing => ({
    version: 1,
    callbacks: [
      { id: 'cbk_1', due_at: NOON, attempts, fail_first: 0 },
      { id: 'cbk_2', due_at: after(1), attempts: 0, fail_first: 0 },
    ],
  });

  it('begins only when it is due, and leaves another one due should it never end', () => {
    expect(beginAttempt(owing(), 'cbk_2', PAUSES, NOON)).toBeUndefined();
    expect(beginAttempt(owing(), 'cbk_3', PAUSES, NOON)).toBeUndefined();
    const begun = beginAttempt(owing(), 'cbk_1', PAUSES, NOON);
    expect(begun?.version).toBe(2);
    expect(begun?.callbacks[0]).toMatchObject({ attempts: 1, due_at: after(ANSWER_TIMEOUT_MS + 1000) });
    expect(begun?.callbacks[1]).toEqual(owing().callbacks[1]);
  });

  it('settles the callback when it was heard', () => {
    const { callbacks } = endAttempt(owing(1), 'cbk_1', true, PAUSES, NOON);
    expect(callbacks[0]).toEqual({ id: 'cbk_1', attempts: 1, fail_first: 0, outcome: 'delivered' });
  });

  it('leaves it due after a pause when it was not, until enough is enough', () => {
    const again = endAttempt(owing(2), 'cbk_1', false, PAUSES, NOON);
    expect(again.callbacks[0]).toMatchObject({ due_at: after(2000) });
    const enough = endAttempt(owing(CALLBACK_ATTEMPTS_MAX), 'cbk_1', false, PAUSES, NOON);
    expect(enough.callbacks[0]).not.toHaveProperty('due_at');
    expect(enough.callbacks[0]?.outcome).toBe('given-up');
  });
});
