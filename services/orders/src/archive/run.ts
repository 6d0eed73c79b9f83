import type { Clock } from '@social/runtime/clock';
import { crashPoint } from '@social/runtime/crash-point';
import type { JobEnd } from '@social/runtime/job';
import type { Objects } from '@social/runtime/objects';
import { startPace } from '@social/runtime/pace';
import type { Progress } from '@social/runtime/progress';
import type { Db } from 'mongodb';
import { type Order, plus } from '../domain.ts';
import { ordersOf } from '../store.ts';
import { ARCHIVE_TYPE, keyOfFile, MAX_FILE_BYTES, packed, unpacked } from './file.ts';
import { isArchivable } from './rules.ts';
import { type ArchiveFile, archivedOf, countOld, filesOf, findOld, noteArchived, removeUnchanged } from './store.ts';

export type ArchiveDeps = { db: Db; place: Objects; clock: Clock };

/** How orders are archived: those that were over for `keptMs`, so many a second at most, until it is told to stop. */
export type ArchiveRun = {
  keptMs: number;
  perSecond: number;
  stop: AbortSignal;
  tell: (progress: Progress) => void;
};

/** Orders in one file. */
const FILE_OF = 500;

/** `count`: orders that this run archived. */
export type ArchiveOutcome = { end: JobEnd; count: number };

/** How many orders are old enough, some of which may have to stay. */
export const countArchivable = ({ db, clock }: Omit<ArchiveDeps, 'place'>, keptMs: number): Promise<number> =>
  countOld(ordersOf(db), plus(clock.now(), -keptMs));

/** Errors: one that names the file and what is wrong with it. */
async function readBack(place: Objects, file: ArchiveFile): Promise<Order[]> {
  try {
    return await unpacked(await place.get(file._id, MAX_FILE_BYTES), file);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Error(`the archive's ${file._id} cannot be read back: ${why}; what of it is still in the database stays`);
  }
}

/** Writes a file and reads it back: only then may its orders go. */
async function write({ db, place, clock }: ArchiveDeps, orders: Order[]): Promise<ArchiveFile> {
  const { bytes, ...content } = await packed(orders);
  const _id = keyOfFile(orders, content.sha256);
  const file: ArchiveFile = { _id, ...content, state: 'writing', begun_at: clock.now() };
  await filesOf(db).replaceOne({ _id }, file, { upsert: true });
  await place.put(_id, bytes, ARCHIVE_TYPE);
  crashPoint('archive-written');
  await readBack(place, file);
  await filesOf(db).updateOne({ _id }, { $set: { state: 'verified' } });
  crashPoint('archive-verified');
  return file;
}

/** Removes the orders of a file that was read back; answers how many went, now or before. */
async function settle({ db, place, clock }: ArchiveDeps, file: ArchiveFile): Promise<number> {
  const orders = await readBack(place, file);
  const archived = archivedOf(db);
  await noteArchived(archived, orders, file._id, clock.now());
  crashPoint('archive-noted');
  const stayed = await removeUnchanged(ordersOf(db), archived, orders);
  crashPoint('archive-removed');
  await filesOf(db).updateOne({ _id: file._id }, { $set: { state: 'done', done_at: clock.now(), stayed } });
  return orders.length - stayed;
}

/** Ends what a run before broke off: a file that was never read back goes, the orders of one that was are removed. */
async function settleOpen(deps: ArchiveDeps): Promise<number> {
  const files = filesOf(deps.db);
  let count = 0;
  for (const file of await files.find({ state: { $ne: 'done' } }).toArray()) {
    if (file.state === 'verified') {
      count += await settle(deps, file);
      continue;
    }
    await deps.place.delete(file._id);
    await files.deleteOne({ _id: file._id, state: 'writing' });
  }
  return count;
}

/**
 * Moves orders that were over long ago out of the database into the archive, the oldest first, a file at a time: written,
 * read back, and only then removed. May be killed anywhere and run again: an order is in the database or in a file that
 * was read back, at every moment. Errors: those of the archive's place; one of a file that cannot be read back.
 */
export async function archiveOrders(deps: ArchiveDeps, run: ArchiveRun): Promise<ArchiveOutcome> {
  const before = plus(deps.clock.now(), -run.keptMs);
  const orders = ordersOf(deps.db);
  const about = await countOld(orders, before);
  const pace = startPace(run.perSecond, run.stop);
  let count = await settleOpen(deps);
  for (let after = ''; !run.stop.aborted; ) {
    const page = await findOld(orders, before, after, FILE_OF);
    const last = page.at(-1);
    if (!last) return { end: 'done', count };

    after = last._id;
    const old = page.filter((order) => isArchivable(order, before));
    if (old.length > 0) count += await settle(deps, await write(deps, old));
    run.tell({ done: count, about });
    await pace.done(page.length);
  }
  return { end: 'stopped', count };
}
