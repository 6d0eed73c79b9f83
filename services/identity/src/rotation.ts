import type { BlindIndex } from '@social/runtime/blind-index';
import type { FieldCipher } from '@social/runtime/field-cipher';
import type { Collection, Db, Filter } from 'mongodb';
import { type AddressBookDoc, addressMapping, openAddressCollection } from './address-store.ts';
import type { SealedCollection } from './sealing.ts';
import { openUserCollection, resealedUser, type UserDoc } from './user-store.ts';

/** How far the rotation of one collection is, in documents. */
export type Progress = { collection: SealedCollection; done: number; total: number };

const BATCH = 200;

type Sealed = { _id: string; key_id: string; version: number };

/** One collection's documents, and how each is written under the keys of now; the change never touches what else is in it. */
type Rotation<D extends Sealed> = {
  collection: Collection<D>;
  name: SealedCollection;
  reseal: (doc: D) => Partial<D>;
  /** The documents that stand under other keys. */
  older: Filter<D>;
};

/** Writes documents back under the new keys, as they were read; answers how many nobody changed meanwhile. */
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
 * Writes every document anew that stands under older keys. A document tells its keys, so a rotation that was cut off
 * goes on where it was, and one that is done does nothing. A document that was written meanwhile is left to the next
 * round; that write has sealed it already, unless by a process that does not know the new key yet.
 */
async function rotate<D extends Sealed>(rotation: Rotation<D>, report: (progress: Progress) => void): Promise<number> {
  const { collection, name, older } = rotation;
  const total = await collection.countDocuments(older);
  let done = 0;
  for (;;) {
    const docs = (await collection.find(older).limit(BATCH).toArray()) as D[];
    if (docs.length === 0) return done;

    done += await resealBatch(rotation, docs);
    report({ collection: name, done, total: Math.max(total, done) });
  }
}

async function rotationsOf(db: Db, cipher: FieldCipher, index: BlindIndex) {
  const addresses = addressMapping(cipher);
  const sealedOlder = { key_id: { $ne: cipher.currentKeyId } };
  const users: Rotation<UserDoc> = {
    collection: await openUserCollection(db),
    name: 'users',
    reseal: resealedUser(cipher, index),
    older: { $or: [sealedOlder, { index_keys: { $ne: index.keyIds } }] },
  };
  const books: Rotation<AddressBookDoc> = {
    collection: await openAddressCollection(db),
    name: 'address_books',
    reseal: (doc) => addresses.toDoc(addresses.fromDoc(doc)),
    older: sealedOlder,
  };
  return { users, books };
}

/**
 * Brings all sealed fields under the first encryption key, and all phones under the keys of the blind index, so that
 * others can be dropped. Resumable. Answers how many documents were written. Throws when a document's key is not given.
 */
export async function rotateKeys(
  db: Db,
  cipher: FieldCipher,
  index: BlindIndex,
  report: (progress: Progress) => void,
): Promise<Record<SealedCollection, number>> {
  const { users, books } = await rotationsOf(db, cipher, index);
  return { users: await rotate(users, report), address_books: await rotate(books, report) };
}

/** How many documents stand under other keys. */
export async function leftUnderOlder(db: Db, cipher: FieldCipher, index: BlindIndex): Promise<number> {
  const { users, books } = await rotationsOf(db, cipher, index);
  const counts = await Promise.all([
    users.collection.countDocuments(users.older),
    books.collection.countDocuments(books.older),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}
