import { DomainError } from '@social/contracts/errors';
import type { Key } from './request-key.ts';

export type InFlight = {
  /** Runs `work` unless the same request is being worked on here. Errors: request-in-progress, idempotency-key-reused. */
  once: <T>(key: Key, work: () => Promise<T>) => Promise<T>;
};

/**
 * One request of a key at a time, in this process and without a hop: for effects whose owner knows a repeat by itself and
 * gives the first answer again, at whichever gateway it comes.
 */
export function createInFlight(): InFlight {
  const bodies = new Map<string, string>();
  return {
    once: async ({ id, bodyHash }, work) => {
      const other = bodies.get(id);
      if (other === bodyHash) throw new DomainError('request-in-progress', undefined, { retryAfterMs: 1000 });
      if (other !== undefined) throw new DomainError('idempotency-key-reused');

      bodies.set(id, bodyHash);
      try {
        return await work();
      } finally {
        bodies.delete(id);
      }
    },
  };
}
