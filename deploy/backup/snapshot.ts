/** All databases as they were at one of MongoDB's cluster times, whatever is written meanwhile. */
import { type Db, type MongoClient, MongoServerError, type Timestamp } from 'mongodb';
import { Refusal } from '../local/steps.ts';
import type { CollectionPart } from './header.ts';
import { hasMarker, MARKS } from './marker.ts';

/** How long MongoDB keeps what was overwritten, for whoever reads of an earlier time: as long as a backup may take. */
const HISTORY_SECONDS = 6 * 3600;

/** A collection was made or changed just before the time that was asked for. */
const SNAPSHOT_UNAVAILABLE = 246;
const SNAPSHOT_TOO_OLD = 239;

const isCode = (error: unknown, code: number): boolean => error instanceof MongoServerError && error.code === code;

const concern = (clusterTime?: Timestamp) => ({
  readConcern: { level: 'snapshot', ...(clusterTime ? { atClusterTime: clusterTime } : {}) },
});

/**
 * The newest time of which all may be read: what was answered as written by now is written in it.
 * @param collection one that exists, for of others MongoDB does not say
 */
export async function newestTime({ db, collection }: { db: Db; collection: string }): Promise<Timestamp> {
  const { cursor } = await db.command({ find: collection, limit: 1, ...concern() });
  return cursor.atClusterTime;
}

/** Whether a read failed because collections were made at that moment: another, later time will do. */
export const isTooEarly = (error: unknown): boolean => isCode(error, SNAPSHOT_UNAVAILABLE);

/**
 * What is in a database at a time: its collections, their indexes, how many documents each had.
 * Errors: Refusal, when it holds what a backup cannot carry, or is itself being restored.
 */
export async function collectionsAt(
  client: MongoClient,
  { namespace, database, clusterTime }: { namespace: string; database: string; clusterTime: Timestamp },
): Promise<CollectionPart[]> {
  const db = client.db(`${namespace}${database}`);
  if (await hasMarker(db)) {
    throw new Refusal(`The database ${db.databaseName} is half restored. Run make restore with its file again first.`);
  }
  const found = await db.listCollections({}, { nameOnly: false }).toArray();
  const other = found.find(({ type }) => type !== 'collection');
  if (other) throw new Refusal(`${db.databaseName}.${other.name} is a ${other.type}, which a backup cannot carry.`);

  const parts: CollectionPart[] = [];
  for (const { name, options = {} } of found.filter(({ name }) => name !== MARKS && !name.startsWith('system.'))) {
    const count = { aggregate: name, pipeline: [{ $count: 'documents' }], cursor: {}, ...concern(clusterTime) };
    const { cursor } = await db.command(count);
    const indexes = await db.collection(name).listIndexes().toArray();
    const documents = cursor.firstBatch[0]?.documents ?? 0;
    parts.push({ kind: 'collection', database, name, options: { ...options }, indexes, documents });
  }
  return parts.sort((a, b) => a.name.localeCompare(b.name));
}

/** A collection's documents of a time, as the bytes they are stored as. Errors: Refusal, when that time is too long ago. */
export async function* documentsAt(
  client: MongoClient,
  { namespace, part, clusterTime }: { namespace: string; part: CollectionPart; clusterTime: Timestamp },
): AsyncGenerator<Uint8Array> {
  const db = client.db(`${namespace}${part.database}`);
  const find = { find: part.name, batchSize: 1000, ...concern(clusterTime) };
  // The driver's types do not know of it, but it hands the option to the cursor.
  const options = { raw: true, batchSize: 1000 } as object;
  try {
    for await (const document of db.runCursorCommand(find, options)) yield document as Uint8Array;
  } catch (error) {
    if (!isCode(error, SNAPSHOT_TOO_OLD)) throw error;
    throw new Refusal(
      'The backup took longer than MongoDB keeps what is overwritten meanwhile. ' +
        `Raise its parameter minSnapshotHistoryWindowInSeconds, or give its user the right to (${HISTORY_SECONDS} s are asked for).`,
    );
  }
}

/**
 * Does work while MongoDB keeps the past for long enough; afterwards it keeps it as long as before.
 * @param warn hears the sentence for people when this user may not say how long, and it stays as it is
 */
export async function withLongHistory<T>(
  client: MongoClient,
  warn: (sentence: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const admin = client.db('admin');
  const set = (seconds: number) => admin.command({ setParameter: 1, minSnapshotHistoryWindowInSeconds: seconds });
  let before: number | undefined;
  try {
    const { was } = await set(HISTORY_SECONDS);
    before = was;
  } catch (error) {
    if (!(error instanceof MongoServerError)) throw error;
    warn(`  · MongoDB does not let this user set minSnapshotHistoryWindowInSeconds (${error.codeName}): by default a
    backup that takes longer than 300 s fails`);
  }
  try {
    return await work();
  } finally {
    if (before !== undefined && before !== HISTORY_SECONDS) await set(before);
  }
}
