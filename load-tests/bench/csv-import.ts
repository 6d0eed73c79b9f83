import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Collections, collectionsOf } from '@social/catalog/documents';
import { eventually } from '@social/testkit/eventually';
import { BSON, type Collection, type Document, MongoClient } from 'mongodb';
import type { Bench } from './bench.ts';
import type { BareImport } from './import/bare-settings.ts';
import { writeCatalogue } from './import/catalogue.ts';
import { upload } from './import/upload.ts';
import { withCpuOf } from './processes.ts';
import { interleaved, ROUNDS } from './rounds.ts';
import type { Sample } from './row.ts';
import { openShop } from './shop.ts';
import { type Platform, type Stage, startServices } from './stage.ts';
import { WIDE_LIMITS } from './wide-limits.ts';

const PRODUCTS = 20_000;

/** A big CSV through the API, against the same parser and bare writes of the same documents. */
export const csvImport: Bench = {
  claims: [{ name: 'csv-import', unit: 'rows/s', bar: 0.5, holds: 'at-least' }],
  measure: async (stage) => {
    const csv = join(stage.folder, 'bikes.csv');
    const rows = await stage.steps.step(`a CSV of ${PRODUCTS} products`, () => writeCatalogue(csv, PRODUCTS));
    const platform = await startServices(stage, ['identity', 'catalog', 'gateway'], { gateway: WIDE_LIMITS });
    const client = await MongoClient.connect(stage.urls.mongoUrl);
    const collections = collectionsOf(client.db(`${platform.namespace}catalog`));
    const ours = await ourImport(platform, collections, csv, rows);
    await ours();
    const bare = await startBareImport(stage, platform, collections, { csv, rows });
    try {
      return [await interleaved({ ours, limit: () => bareRound(bare, rows) }, ROUNDS, stage.steps.say)];
    } finally {
      bare.kill();
      await client.close();
    }
  },
};

const pidsOf = ({ pids }: Platform): number[] => [pids.get('gateway') ?? 0, pids.get('catalog') ?? 0];

/** Imports the file for a merchant who is new each time, and waits until the events are out of the way. */
async function ourImport(platform: Platform, { products }: Collections, csv: string, rows: number) {
  const shop = openShop(platform);
  return async (): Promise<Sample> => {
    const merchant = await shop.aMerchant();
    const started = performance.now();
    const [, cpuUs] = await withCpuOf(pidsOf(platform), () => upload(platform, merchant, { csv, products: PRODUCTS }));
    const seconds = (performance.now() - started) / 1000;
    await eventually(async () => {
      const waiting = await products.countDocuments({ outbox: { $exists: true } });
      if (waiting > 0) throw new Error(`${waiting} events wait`);
    }, 120_000);
    return { value: rows / seconds, cpuUs: cpuUs / rows };
  };
}

/** Starts the limit with the documents that the first import of ours left in the database. */
async function startBareImport(
  { folder, urls }: Stage,
  { namespace }: Platform,
  collections: Collections,
  file: { csv: string; rows: number },
): Promise<ChildProcess> {
  const save = (name: 'products' | 'stock' | 'movements') =>
    saveDocuments(collections[name] as unknown as Collection<Document>, join(folder, `${name}.bson`));
  const [products, stock, movements] = await Promise.all([save('products'), save('stock'), save('movements')]);
  const settings: BareImport = {
    ...{ mongoUrl: urls.mongoUrl, namespace: `${namespace}limit_`, ...file },
    files: { products, stock, movements },
  };
  const child = fork(join(import.meta.dirname, 'import/bare-import.ts'), [JSON.stringify(settings)]);
  await once(child, 'message');
  return child;
}

async function saveDocuments(collection: Collection<Document>, file: string): Promise<string> {
  const serialized = collection
    .find()
    .sort({ _id: 1 })
    .map((document) => BSON.serialize(document));
  await pipeline(serialized.stream(), createWriteStream(file));
  return file;
}

async function bareRound(child: ChildProcess, rows: number): Promise<Sample> {
  child.send('round');
  const [[seconds], cpuUs] = await withCpuOf([child.pid ?? 0], () => once(child, 'message'));
  return { value: rows / Number(seconds), cpuUs: cpuUs / rows };
}
