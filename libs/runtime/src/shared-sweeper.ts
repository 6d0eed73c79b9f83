import type { Db } from 'mongodb';
import { openLease } from './lease.ts';
import type { Logger } from './log.ts';
import { startSweeper } from './sweeper.ts';

/** How long a sweep stays with a replica that is not heard of any more: two turns, and room for a slow one. */
export const sweepLeaseMs = (everyMs: number): number => 2 * everyMs + 2000;

/** A sweeper that works at one replica of the service at a time, by a lease in the service's database. */
export function startSharedSweeper(
  db: Db,
  name: string,
  everyMs: number,
  log: Logger,
  work: () => Promise<unknown>,
): () => Promise<void> {
  const lease = openLease(db, name, sweepLeaseMs(everyMs));
  const stop = startSweeper(name, everyMs, log, () => lease.under(work));
  return async () => {
    await stop();
    await lease.release();
  };
}
