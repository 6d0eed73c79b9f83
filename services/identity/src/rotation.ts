import type { FieldCipher } from '@social/runtime/field-cipher';
import type { Collection, Db, Filter } from 'mongodb';
import { addressMapping, openAddressCollection } from './address-store.ts';
import type { SealedCollection } from './sealing.ts';
import { openUserCollection, resealedUser } from './user-store.ts';

/** How far the rotation of one collection is, in documents. */
export type Progress = { collection: SealedCollection; done: number; total: number };

const BATCH = 200;

type Sealed = { _id: string; key_id: string; version: number };

/** One collection's documents, and how each is sealed anew; the change never touches what else is in it. */
type Rotation<D extends Sealed> = { collection: Collection<D>; name: SealedCollection; reseal: (doc: D) => Partial<D> };

/** Writes documents back under the new key, as they were read; answers how many nobody changed meanwhile. */
export async function resealBatch<D extends Sealed>(
  { collection, reseal }: Pick<Rotation<D>, 'collection' | 'reseal'>,
  docs: readonly D[],
): Promise<number> {
  const writes = docs.map((doc) => ({
    updateOne: {
      filter: { _id: doc._id, version: doc.version } as Filter<D>,
      update: { $set: { ...reseal(doc), version: doc.version + 1 } } as object,
    },
  }));
  const { modifiedCount } = await collection.bulkWrite(writes, { ordered: false });
  return modifiedCount;
}

/**
 * Seals every document anew that stands under an older key. A document tells its key, so a rotation that was cut off
 * goes on where it was, and one that is done does nothing. A document that was written meanwhile is left to the next
 * round; that write has sealed it already, unless by a process that does not know the new key yet.
 */
async function rotate<D extends Sealed>(
  rotation: Rotation<D>,
  keyId: string,
  report: (progress: Progress) => void,
): Promise<number> {
  const { collection, name } = rotation;
  const older = { key_id: { $ne: keyId } } as Filter<D>;
  const total = await collection.countDocuments(older);
  let done = 0;
  for (;;) {
    const docs = (await collection.find(older).limit(BATCH).toArray()) as D[];
    if (docs.length === 0) return done;

    done += await resealBatch(rotation, docs);
    report({ collection: name, done, total: Math.max(total, done) });
  }
}

/**
 * Brings all sealed fields under the first key of the ring, so that older keys can be dropped. Resumable.
 * Answers how many documents were sealed anew. Throws when a document's key is not in the ring.
 */
export async function rotateKeys(
  db: Db,
  cipher: FieldCipher,
  report: (progress: Progress) => void,
): Promise<Record<SealedCollection, number>> {
  const addresses = addressMapping(cipher);
  const keyId = cipher.currentKeyId;
  const users = { collection: await openUserCollection(db), name: 'users', reseal: resealedUser(cipher) } as const;
  const books = {
    collection: await openAddressCollection(db),
    name: 'address_books',
    reseal: (doc: Parameters<typeof addresses.fromDoc>[0]) => addresses.toDoc(addresses.fromDoc(doc)),
  } as const;
  return {
    users: await rotate(users, keyId, report),
    address_books: await rotate(books, keyId, report),
  };
}
