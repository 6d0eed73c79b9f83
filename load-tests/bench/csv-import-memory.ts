import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { writeCatalogue } from './import/catalogue.ts';
import { upload } from './import/upload.ts';
import { peakResidentMb } from './processes.ts';
import { openShop } from './shop.ts';
import { startServices } from './stage.ts';
import { WIDE_LIMITS } from './wide-limits.ts';

/** Of these a file has 200 MB. */
const PRODUCTS = 182_000;
const FILE_MB = 200;
const MOST_MB = 250;

/** The most memory that the catalog has taken since it started, after it imported a file of 200 MB. */
export const csvImportMemory: Bench = {
  claims: [{ name: 'csv-import-memory', unit: 'MB, a file of 200 MB', bar: 1, holds: 'at-most' }],
  measure: async (stage) => {
    const csv = join(stage.folder, 'many-bikes.csv');
    await stage.steps.step(`a CSV of ${PRODUCTS} products`, () => writeCatalogue(csv, PRODUCTS));
    const fileMb = statSync(csv).size / 1_000_000;
    if (fileMb < FILE_MB) throw new Error(`the file has ${fileMb.toFixed(0)} MB alone`);

    const platform = await startServices(stage, ['identity', 'catalog', 'gateway'], { gateway: WIDE_LIMITS });
    const merchant = await openShop(platform).aMerchant();
    const pid = platform.pids.get('catalog') ?? 0;
    const idle = peakResidentMb(pid);
    const title = `importing its ${fileMb.toFixed(0)} MB`;
    await stage.steps.step(title, () => upload(platform, merchant, { csv, products: PRODUCTS }));
    const peak = peakResidentMb(pid);
    stage.steps.say(`    the catalog took ${idle.toFixed(0)} MB before, ${peak.toFixed(0)} MB at the most`);
    return [{ ours: [{ value: peak }], limit: [{ value: MOST_MB }] }];
  },
};
