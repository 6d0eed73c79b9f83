import type { Collection, Filter, FindOptions, OptionalUnlessRequiredId } from 'mongodb';
import { groupCommit } from './batcher.ts';
import { insertNew } from './mongo.ts';

/** For work on documents: what is asked while a batch is on its way goes together in the next one. */
export const DOCUMENT_BATCH = { maxBatch: 100, maxQueue: 10_000 };

/**
 * Finds documents by a field that is unique to them, many in one query.
 * @param field its path; an index is on it
 * @param keysOf the values of the field that a document has
 */
export function batchedFind<T extends { _id: string }>(
  collection: Collection<T>,
  field: string,
  keysOf: (document: T) => (string | undefined)[],
  options: FindOptions = {},
): (key: string) => Promise<T | undefined> {
  const finds = groupCommit<string, T | undefined>(async (keys) => {
    const wanted = [...new Set(keys)];
    const found = await collection.find<T>({ [field]: { $in: wanted } } as Filter<T>, options).toArray();
    const byKey = new Map(found.flatMap((document) => keysOf(document).map((key) => [key, document] as const)));
    return keys.map((key) => byKey.get(key));
  }, DOCUMENT_BATCH);
  return finds.add;
}

/** Inserts documents, many in one go; false for one whose unique key is taken: it is left as it is. */
export function batchedInsert<T extends { _id: string }>(
  collection: Collection<T>,
): (document: OptionalUnlessRequiredId<T>) => Promise<boolean> {
  const inserts = groupCommit<OptionalUnlessRequiredId<T>, boolean>(async (documents) => {
    const taken = await insertNew(collection, documents);
    return documents.map((_, index) => !taken.has(index));
  }, DOCUMENT_BATCH);
  return inserts.add;
}
