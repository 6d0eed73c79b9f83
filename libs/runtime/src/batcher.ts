import { DomainError } from '@social/contracts/errors';

type Waiting<In, Out> = { item: In; resolve: (out: Out) => void; reject: (reason: unknown) => void };

export type BatchOptions = {
  /** Most items in one batch. */
  maxBatch: number;
  /** Most items waiting; past it the caller hears `service-unavailable` at once. */
  maxQueue: number;
  /** Most batches in flight at once; default 1. More keep a pipeline of stages busy, in no certain order. */
  flights?: number;
};

export type GroupCommit<In, Out> = {
  /** Errors: service-unavailable when too many wait; those of the item's result, or of its batch. */
  add: (item: In) => Promise<Out>;
  /** The same refusal as of `add`, for who can tell beforehand; undefined while there is room. */
  refusal: () => DomainError | undefined;
  /** How many wait for a batch to go in. */
  waiting: () => number;
  /** Resolves when nothing is in flight. */
  idle: () => Promise<void>;
};

/** When to come back, in ms: spread over three seconds, so that those who are turned away do not come back as one. */
const later = (): number => 1000 + Math.floor(Math.random() * 3000);

/**
 * Group commit: an item goes at once when nothing is in flight; what arrives meanwhile gathers and goes together when
 * the batch before it returns. No timer, so a lone item pays no extra latency.
 * `run` answers one result an item, in order; an Error among them rejects that item alone.
 */
export function groupCommit<In, Out>(
  run: (items: In[]) => Promise<(Out | Error)[]>,
  { maxBatch, maxQueue, flights = 1 }: BatchOptions,
): GroupCommit<In, Out> {
  let queue: Waiting<In, Out>[] = [];
  const inFlight = new Set<Promise<void>>();

  const settle = (batch: Waiting<In, Out>[], results: (Out | Error)[]) => {
    if (results.length !== batch.length) throw new Error(`${batch.length} items got ${results.length} results`);
    batch.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (result instanceof Error) reject(result);
      else resolve(result as Out);
    });
  };
  // Counted where the queue is seen empty, so that nothing added after that is left behind.
  let active = 0;
  const fly = async () => {
    active++;
    while (queue.length > 0) {
      const batch = queue.slice(0, maxBatch);
      queue = queue.slice(maxBatch);
      try {
        settle(batch, await run(batch.map(({ item }) => item)));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    active--;
  };
  const takeOff = () => {
    if (active >= flights) return;
    const flight = fly();
    inFlight.add(flight);
    flight.finally(() => inFlight.delete(flight));
  };

  const refusal = () =>
    queue.length >= maxQueue
      ? new DomainError('service-unavailable', 'too much is waiting', { retryAfterMs: later() })
      : undefined;

  return {
    refusal,
    waiting: () => queue.length,
    add: (item) => {
      const refused = refusal();
      if (refused) return Promise.reject(refused);

      return new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        takeOff();
      });
    },
    idle: async () => {
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
  };
}
