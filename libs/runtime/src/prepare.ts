import type { Db } from 'mongodb';
import { z } from 'zod';
import { baseConfig, mongoConfig } from './config.ts';
import { createLogger } from './log.ts';
import { openMongo } from './mongo.ts';
import { MONGO, reasonOf } from './need.ts';
import { whenReachable } from './when-reachable.ts';

/** What the preparation of a service's database needs to know: no secret of the service among it. */
export const documentsConfig = z.object({
  NAMESPACE: baseConfig.shape.NAMESPACE,
  LOG_LEVEL: baseConfig.shape.LOG_LEVEL,
  ...mongoConfig,
});

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** One step of a preparation; what fails is told in one line, and the process ends with 1 once all is closed. */
export async function orTell(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${what}: ${reasonOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** The names of the indexes of each collection that has any beside that of its ids. */
async function indexesOf(db: Db): Promise<Map<string, string[]>> {
  const collections = await db.listCollections({ type: 'collection' }).toArray();
  const found = await Promise.all(
    collections.map(async ({ name }): Promise<[string, string[]]> => {
      const indexes = await db.collection(name).indexes();
      return [name, indexes.flatMap((index) => index.name ?? []).filter((index) => index !== '_id_')];
    }),
  );
  return new Map(found.filter(([, names]) => names.length > 0).sort());
}

/**
 * Makes the indexes of a service's database that are missing, and says so, a line a collection. Changes nothing when it is
 * run again, and may be run by many at once.
 * @param database without the namespace
 * @param ensure the function that the service itself calls at its start
 */
export async function prepareDocuments(
  config: z.output<typeof documentsConfig>,
  database: string,
  ensure: (db: Db) => Promise<unknown>,
): Promise<void> {
  const log = createLogger(database, config.LOG_LEVEL);
  const { client, db } = await whenReachable(MONGO, log, () => openMongo(config.MONGO_URL, config.NAMESPACE, database));
  await orTell(`the indexes of ${db.databaseName} could not be made`, async () => {
    const before = await indexesOf(db);
    await ensure(db);
    for (const [collection, names] of await indexesOf(db)) {
      const made = names.filter((name) => !before.get(collection)?.includes(name));
      say(`${db.databaseName}.${collection}: ${names.length} indexes, made now: ${made.join(', ') || 'none'}`);
    }
  });
  await client.close();
}
