import { lowestIdAt } from '@social/runtime/ids';
import type { Collection, Db } from 'mongodb';
import type { Order } from '../domain.ts';
import type { Content } from './file.ts';
import { type Archived, archivedAs, OVER } from './rules.ts';

/** A file of the archive and how far it is: its orders are removed only once it was read back. */
export type ArchiveFile = Content & {
  _id: string;
  state: 'writing' | 'verified' | 'done';
  begun_at: Date;
  done_at?: Date;
  /** Orders that changed after they were written into it: they stay here, and are archived another time. */
  stayed?: number;
};

export const archivedOf = (db: Db): Collection<Archived> => db.collection<Archived>('archived_orders');
export const filesOf = (db: Db): Collection<ArchiveFile> => db.collection<ArchiveFile>('archive_files');

/** Orders that may be old enough: ids tell when an order was made, so the oldest come first without an index. */
const oldOnes = (before: Date, after = '') => ({
  _id: { $gt: after, $lt: lowestIdAt('ord', before) },
  state: { $in: [...OVER] },
});

export const countOld = (orders: Collection<Order>, before: Date): Promise<number> =>
  orders.countDocuments(oldOnes(before));

export const findOld = (orders: Collection<Order>, before: Date, after: string, limit: number): Promise<Order[]> =>
  orders.find(oldOnes(before, after)).sort({ _id: 1 }).limit(limit).toArray();

/** Notes whose orders these were, and where they lie. */
export async function noteArchived(
  archived: Collection<Archived>,
  orders: Order[],
  file: string,
  now: Date,
): Promise<void> {
  const notes = orders.map((order) => {
    const { _id, ...rest } = archivedAs(order, file, now);
    return { replaceOne: { filter: { _id }, replacement: rest, upsert: true } };
  });
  await archived.bulkWrite(notes, { ordered: false });
}

/**
 * Removes orders that are still as they were written down. Those that changed meanwhile stay, and are noted as archived
 * no more; answers how many. Repeating it changes nothing.
 */
export async function removeUnchanged(
  orders: Collection<Order>,
  archived: Collection<Archived>,
  written: Order[],
): Promise<number> {
  const removals = written.map(({ _id, version }) => ({
    deleteOne: { filter: { _id, version, outbox: { $exists: false }, stock_to_return: { $exists: false } } },
  }));
  await orders.bulkWrite(removals, { ordered: false });
  const ids = written.map(({ _id }) => _id);
  const stayed = await orders.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray();
  if (stayed.length > 0) await archived.deleteMany({ _id: { $in: stayed.map(({ _id }) => _id) } });
  return stayed.length;
}
