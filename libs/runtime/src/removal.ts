import type { Collection, Filter } from 'mongodb';
import type { JobEnd } from './job.ts';
import { batchAt, startPace } from './pace.ts';
import type { Progress } from './progress.ts';

/** How documents are removed: so many a second at most, until it is told to stop. */
export type RemovalRun = { perSecond: number; stop: AbortSignal; tell: (progress: Progress) => void };

/** Documents that are removed together. */
const BATCH = 500;

/**
 * Removes the documents of a filter, in the order of their ids. Each is removed only while the filter holds of it. May be
 * killed anywhere and run again. `count`: documents that this run removed.
 */
export async function removeAll<T extends { _id: string }>(
  collection: Collection<T>,
  filter: Record<string, unknown>,
  { perSecond, stop, tell }: RemovalRun,
): Promise<{ end: JobEnd; count: number }> {
  const all = filter as Filter<T>;
  const about = await collection.countDocuments(all);
  const pace = startPace(perSecond, stop);
  let count = 0;
  while (!stop.aborted) {
    const page = await collection
      .find<{ _id: string }>(all, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .limit(batchAt(perSecond, BATCH))
      .toArray();
    if (page.length === 0) return { end: 'done', count };

    const these = { $and: [filter, { _id: { $in: page.map(({ _id }) => _id) } }] } as Filter<T>;
    count += (await collection.deleteMany(these)).deletedCount;
    tell({ done: count, about });
    await pace.done(page.length);
  }
  return { end: 'stopped', count };
}
