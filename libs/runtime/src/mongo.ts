import {
  type Collection,
  type Db,
  MongoBulkWriteError,
  MongoClient,
  type MongoServerError,
  type OptionalUnlessRequiredId,
} from 'mongodb';
import { ConfigurationFault } from './config.ts';
import { MONGO } from './need.ts';

/** The collection that a restore leaves in a database until all of it is back; whoever finds a document there waits. */
export const RESTORING = 'restoring';

/**
 * Opens a service's own database. Reads and writes are `majority`: what was answered survives a failover.
 * @param url of the driver's form, TLS and all: `mongodb://user:password@host/?replicaSet=rs0&authSource=admin&tls=true&
 *   tlsCAFile=/etc/mongo/ca.crt`; the files in it are read when it connects
 * @param database name without the namespace, e.g. `group_buy`
 * Errors: those of the driver; a ConfigurationFault when the URL cannot be read; one that says so while the database is
 * being restored. None holds the URL.
 */
export async function openMongo(
  url: string,
  namespace: string,
  database: string,
): Promise<{ client: MongoClient; db: Db }> {
  // A restore tells by the name who is still at work.
  const client = clientOf(url, `${namespace}${database}`);
  try {
    await client.connect();
  } catch (error) {
    await client.close();
    throw error;
  }
  const db = client.db(`${namespace}${database}`);
  if (await db.collection(RESTORING).findOne()) {
    await client.close();
    throw new Error(`the database ${db.databaseName} is half restored: end the restore, or begin it again`);
  }
  return { client, db };
}

function clientOf(url: string, appName: string): MongoClient {
  try {
    return new MongoClient(url, {
      appName,
      readConcern: { level: 'majority' },
      writeConcern: { w: 'majority', wtimeoutMS: 5000 },
      serverSelectionTimeoutMS: 5000,
      ignoreUndefined: true,
    });
  } catch {
    // What the driver says may hold a part of the URL, and so of the password.
    throw new ConfigurationFault(
      MONGO.variable,
      'the MongoDB URL cannot be read: mongodb://user:password@host:27017/?replicaSet=… ' +
        '(in user and password escape : / ? # [ ] @ as %XX; all options are those of the driver)',
    );
  }
}

const DUPLICATE_KEY = 11000;

/**
 * The places of an unordered bulk write's operations that failed, with MongoDB's code; the others are durable.
 * Errors: the error itself when it does not say that.
 */
export function failuresOf(error: unknown): Map<number, number> {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const failures = [error.writeErrors].flat();
  if (failures.length === 0 || error.result.getWriteConcernError()) throw error;
  return new Map(failures.map(({ index, code }) => [index, Number(code)]));
}

/** Whether a write failed because its unique key is taken: for an idempotent effect, "it is done already". */
export const isDuplicateKey = (error: unknown): error is MongoServerError =>
  error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY;

/**
 * Inserts documents in one go, each by itself: one whose unique key is taken is left as it is. Answers the places of
 * those that were taken; for an idempotent effect they are done already.
 */
export async function insertNew<T extends { _id: string }>(
  collection: Collection<T>,
  documents: OptionalUnlessRequiredId<T>[],
): Promise<Set<number>> {
  try {
    await collection.insertMany(documents, { ordered: false });
    return new Set();
  } catch (error) {
    const failures = failuresOf(error);
    if ([...failures.values()].some((code) => code !== DUPLICATE_KEY)) throw error;
    return new Set(failures.keys());
  }
}
