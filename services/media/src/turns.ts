import { DomainError } from '@social/contracts/errors';

export type TurnLimits = {
  /** Works at once. */
  atOnce: number;
  /** Works that wait; whoever comes past them hears 503. */
  waiting: number;
};

/** Lets so much work be done at once, the rest in the order it came. */
export type Turns = {
  /** Errors: service-unavailable, when too many wait; the work's own. */
  take: <T>(work: () => Promise<T>) => Promise<T>;
};

const RETRY_AFTER_MS = 2000;

export function createTurns({ atOnce, waiting }: TurnLimits): Turns {
  const queue: (() => void)[] = [];
  let busy = 0;
  const myTurn = (): Promise<void> => {
    if (busy < atOnce) {
      busy++;
      return Promise.resolve();
    }
    if (queue.length >= waiting) {
      throw new DomainError('service-unavailable', 'too many pictures at once', { retryAfterMs: RETRY_AFTER_MS });
    }
    return new Promise((resolve) => queue.push(resolve));
  };
  // The place is handed on: whoever comes at this moment does not overtake.
  const handOn = () => {
    const next = queue.shift();
    if (next) next();
    else busy--;
  };
  return {
    take: async (work) => {
      await myTurn();
      try {
        return await work();
      } finally {
        handOn();
      }
    },
  };
}
