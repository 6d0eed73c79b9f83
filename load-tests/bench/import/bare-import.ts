/**
 * The limit of an import: the same file through the same parser, and the documents that our import left behind, with
 * the same indexes, written by nothing but bulkWrite. Parsing goes on while a batch is written, as in ours.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { type Collections, collectionsOf, ensureIndexes } from '@social/catalog/documents';
import { MAX_ROW_BYTES } from '@social/catalog/import-file';
import { openMongo } from '@social/runtime/mongo';
import { parse } from 'csv-parse';
import { BSON, type Collection, type Document } from 'mongodb';
import type { BareImport } from './bare-settings.ts';

/** Rows between two writes. */
const BATCH_ROWS = 1000;

const settings: BareImport = JSON.parse(process.argv[2] ?? '');
const { client, db } = await openMongo(settings.mongoUrl, settings.namespace, 'bare_import');

type Kind = keyof Pick<Collections, 'products' | 'stock' | 'movements'>;
const KINDS: readonly Kind[] = ['products', 'stock', 'movements'];
const documents = new Map(KINDS.map((kind) => [kind, readDocuments(settings.files[kind])]));

/** Documents stand one after the other in a file, each with its length in front, as BSON has it. */
function readDocuments(file: string): Document[] {
  const bytes = readFileSync(file);
  const found: Document[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at)) {
    found.push(BSON.deserialize(bytes.subarray(at, at + bytes.readInt32LE(at))));
  }
  return found;
}

/** Writes the share of every kind's documents that belongs to these rows. */
async function write(collections: Collections, fromRow: number, toRow: number): Promise<void> {
  for (const kind of KINDS) {
    const all = documents.get(kind) ?? [];
    const placeOf = (row: number) => Math.round((all.length * row) / settings.rows);
    const share = all.slice(placeOf(fromRow), placeOf(toRow));
    const target = collections[kind] as unknown as Collection<Document>;
    const inserts = share.map((document) => ({ insertOne: { document } }));
    if (inserts.length > 0) await target.bulkWrite(inserts, { ordered: false });
  }
}

/** Parses the file and writes as it goes. @returns seconds */
async function run(collections: Collections): Promise<number> {
  const started = performance.now();
  const parser = parse({ bom: true, relax_column_count: true, max_record_size: MAX_ROW_BYTES });
  pipeline(createReadStream(settings.csv), parser, () => {});
  // The header counts as the first row.
  let row = -1;
  let written = 0;
  let writing = Promise.resolve();
  for await (const _cells of parser) {
    row += 1;
    if (row - written < BATCH_ROWS) continue;
    await writing;
    writing = write(collections, written, row);
    written = row;
  }
  await writing;
  await write(collections, written, row);
  return (performance.now() - started) / 1000;
}

process.on('disconnect', () => process.exit());
process.on('message', async () => {
  await db.dropDatabase();
  const collections = collectionsOf(client.db(db.databaseName));
  await ensureIndexes(collections);
  process.send?.(await run(collections));
});
process.send?.('ready');
