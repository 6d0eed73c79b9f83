/** Where a service reads the time; tests hand in one that they turn. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
