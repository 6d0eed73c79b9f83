import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Db } from 'mongodb';

/** `until` by MongoDB's clock, because replicas may disagree about the time. */
type LeaseDoc = { _id: string; holder: string; until: Date };

/**
 * Work that one replica of a service does for all. It saves the others the work and promises nothing: a holder that
 * stood still for too long works beside the next one, so what is done must change nothing when it is done twice.
 */
export type Lease = {
  /** Does the work when the lease is free or ours, and keeps it meanwhile; undefined when another replica has it. */
  under: <T>(work: () => Promise<T>) => Promise<T | undefined>;
  /** Gives it up, so that the next replica need not wait for its end. */
  release: () => Promise<void>;
};

/**
 * Opens a lease in a service's own database; it ends `forMs` after its holder was last heard of.
 * @param name of the work, unique in the service
 */
export function openLease(db: Db, name: string, forMs: number): Lease {
  const leases = db.collection<LeaseDoc>('leases');
  const me = `${hostname()}/${process.pid}/${randomUUID()}`;
  const isMineToTake = { $or: [{ $eq: ['$holder', me] }, { $lte: ['$until', '$$NOW'] }] };
  const takeIfFree = {
    holder: { $cond: [isMineToTake, me, '$holder'] },
    until: { $cond: [isMineToTake, { $add: ['$$NOW', forMs] }, '$until'] },
  };
  /** Until then, by this process's monotonic clock, it is ours for at least half its time: nothing need be asked. */
  let certainUntil = Number.NEGATIVE_INFINITY;

  const take = async (): Promise<boolean> => {
    const asked = performance.now();
    if (asked < certainUntil) return true;

    const options = { upsert: true, returnDocument: 'after' } as const;
    const lease = await leases.findOneAndUpdate({ _id: name }, [{ $set: takeIfFree }], options);
    if (lease?.holder !== me) return false;
    certainUntil = asked + forMs / 2;
    return true;
  };

  return {
    under: async (work) => {
      if (!(await take())) return undefined;

      const keeping = setInterval(() => take().catch(() => {}), forMs / 4);
      try {
        return await work();
      } finally {
        clearInterval(keeping);
      }
    },
    release: async () => {
      if (certainUntil === Number.NEGATIVE_INFINITY) return;
      certainUntil = Number.NEGATIVE_INFINITY;
      // Whoever cannot give it up lets it end.
      await leases.deleteOne({ _id: name, holder: me }).catch(() => {});
    },
  };
}
