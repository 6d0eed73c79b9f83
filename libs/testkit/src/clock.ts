import type { Clock } from '@social/runtime/clock';

/** A clock that stands still until a test turns it. */
export function turnableClock(start = new Date('2026-06-01T12:00:00Z')): Clock & { turn: (ms: number) => void } {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    turn: (ms) => {
      now += ms;
    },
  };
}
