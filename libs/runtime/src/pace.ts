import { setTimeout as pause } from 'node:timers/promises';

/** How long to rest after so much was done in so long, that no more than `perSecond` is done; in milliseconds. */
export const restMs = (done: number, perSecond: number, elapsedMs: number): number =>
  Math.max(0, Math.ceil((done / perSecond) * 1000 - elapsedMs));

/** How many are done together at most: not more at once than may be done in a second. */
export const batchAt = (perSecond: number, most: number): number => Math.max(1, Math.min(most, Math.floor(perSecond)));

export type Pace = {
  /** Notes that so many more are done, and rests as long as that is too fast; at once when it is told to stop. */
  done: (count: number) => Promise<void>;
};

/** Keeps work beside a service slow enough to leave the service its database. */
export function startPace(perSecond: number, stop: AbortSignal): Pace {
  const began = performance.now();
  let total = 0;
  return {
    done: async (count) => {
      total += count;
      const ms = restMs(total, perSecond, performance.now() - began);
      if (ms > 0) await pause(ms, undefined, { signal: stop }).catch(() => {});
    },
  };
}
