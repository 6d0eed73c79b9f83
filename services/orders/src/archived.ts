/** Prints an order from the archive: `node src/archived.ts ord_…`, with the environment of `retain.ts`. */
import { readConfig } from '@social/runtime/config';
import { openMongo } from '@social/runtime/mongo';
import { BSON } from 'mongodb';
import { MAX_FILE_BYTES, unpacked } from './archive/file.ts';
import { openArchive } from './archive/place.ts';
import { archivedOf, filesOf } from './archive/store.ts';
import { retainConfig } from './config.ts';

const [id = ''] = process.argv.slice(2);
const config = readConfig(retainConfig);
const { client, db } = await openMongo(config.MONGO_URL, config.NAMESPACE, 'orders');

/** The order as it was removed; its address is sealed. Errors: one that says why it cannot be found. */
async function find(): Promise<unknown> {
  const archived = await archivedOf(db).findOne({ _id: id });
  if (!archived) throw new Error(`${id || 'without an id'}: there is no such order in the archive`);
  const file = await filesOf(db).findOne({ _id: archived.file });
  if (!file) throw new Error(`nothing is known of the file ${archived.file}`);

  const place = await openArchive(config);
  const orders = await unpacked(await place.get(file._id, MAX_FILE_BYTES), file);
  return orders.find(({ _id }) => _id === id);
}

try {
  process.stdout.write(`${BSON.EJSON.stringify(await find(), undefined, 2, { relaxed: true })}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  await client.close();
}
