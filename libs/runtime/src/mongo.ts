import { type Db, MongoClient, type MongoServerError } from 'mongodb';

/**
 * Opens a service's own database. Reads and writes are `majority`: what was answered survives a failover.
 * @param database name without the namespace, e.g. `group_buy`
 */
export async function openMongo(
  url: string,
  namespace: string,
  database: string,
): Promise<{ client: MongoClient; db: Db }> {
  const client = new MongoClient(url, {
    appName: database,
    readConcern: { level: 'majority' },
    writeConcern: { w: 'majority', wtimeoutMS: 5000 },
    serverSelectionTimeoutMS: 5000,
    ignoreUndefined: true,
  });
  await client.connect();
  return { client, db: client.db(`${namespace}${database}`) };
}

/** Whether a write failed because its unique key is taken: for an idempotent effect, "it is done already". */
export const isDuplicateKey = (error: unknown): error is MongoServerError =>
  error instanceof Error && 'code' in error && error.code === 11000;
