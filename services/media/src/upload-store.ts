import { isDuplicateKey } from '@social/runtime/mongo';
import type { Collection, Db } from 'mongodb';
import type { Upload } from './upload.ts';

export type Uploads = ReturnType<typeof uploadsIn>;

/** Most uploads that are cleared up in one turn. */
const BATCH = 100;

export const uploadsCollection = (db: Db): Collection<Upload> => db.collection<Upload>('uploads');

/** The indexes of the collection; safe to repeat. */
export async function ensureIndexes(db: Db): Promise<void> {
  const present = (field: string) => ({ [field]: { $exists: true } });
  await uploadsCollection(db).createIndexes([
    { key: { 'request.id': 1 }, name: 'request', unique: true, partialFilterExpression: present('request.id') },
    { key: { due_at: 1 }, name: 'due', partialFilterExpression: present('due_at') },
    { key: { user_id: 1 }, name: 'open', partialFilterExpression: { state: 'open' } },
    { key: { created_at: 1 }, name: 'unattached', partialFilterExpression: { attached: false } },
  ]);
}

/** Reads and writes uploads. An upload leaves `open` once, whoever is first. */
export function uploadsIn(db: Db) {
  const uploads = uploadsCollection(db);
  return {
    find: (id: string): Promise<Upload | null> => uploads.findOne({ _id: id }),
    findByRequest: (requestId: string): Promise<Upload | null> => uploads.findOne({ 'request.id': requestId }),
    countOpen: (userId: string, most: number): Promise<number> =>
      uploads.countDocuments({ user_id: userId, state: 'open' }, { limit: most }),
    /** Tells whether it was this call that added it: false when its request has one already. */
    add: async (upload: Upload): Promise<boolean> => {
      try {
        await uploads.insertOne(upload);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    /** Takes an upload out of `open`; it is answered as it is then, by this call or by another. */
    close: async (id: string, change: Partial<Upload>): Promise<Upload | null> => {
      await uploads.updateOne({ _id: id, state: 'open' }, { $set: change });
      return uploads.findOne({ _id: id });
    },
    due: (now: Date): Promise<Upload[]> =>
      uploads
        .find({ due_at: { $lte: now } })
        .sort({ due_at: 1 })
        .limit(BATCH)
        .toArray(),
    /** Pictures, brought between two times, of which it is not known that anything was shown with them; oldest first. */
    unattached: (from: Date, to: Date, limit: number): Promise<Upload[]> =>
      uploads
        .find({ attached: false, state: 'ready', created_at: { $gt: from, $lt: to } })
        .sort({ created_at: 1 })
        .limit(limit)
        .toArray(),
    countUnattached: (from: Date, to: Date): Promise<number> =>
      uploads.countDocuments({ attached: false, state: 'ready', created_at: { $gt: from, $lt: to } }),
    /** These pictures stay. */
    keep: (ids: string[]) => uploads.updateMany({ _id: { $in: ids } }, { $set: { attached: true } }),
    /** Nobody is given these pictures any more, and the sweep removes them. Answers how many were there still. */
    giveUp: async (ids: string[], now: Date): Promise<number> => {
      const unused = { _id: { $in: ids }, state: 'ready' as const, attached: false };
      const change = { $set: { state: 'expired' as const, due_at: now }, $unset: { sizes: '' as const } };
      return (await uploads.updateMany(unused, change)).modifiedCount;
    },
    /** Nothing is left to clear up of a picture. */
    settle: (id: string) => uploads.updateOne({ _id: id, state: 'ready' }, { $unset: { due_at: '' } }),
    /** Removes what has not become a picture. */
    remove: (id: string) => uploads.deleteOne({ _id: id, state: { $in: ['refused', 'expired'] } }),
  };
}
