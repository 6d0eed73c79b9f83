import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { writeCatalogue } from './catalogue.ts';

it('writes as many rows as it says, each as wide as the header', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  const file = join(folder, 'bikes.csv');
  const rows = await writeCatalogue(file, 8);
  const records: Record<string, string>[] = parse(readFileSync(file), { columns: true });
  rmSync(folder, { recursive: true });

  expect(rows).toBe(20);
  expect(records).toHaveLength(rows);
  expect(new Set(records.map(({ Handle }) => Handle)).size).toBe(8);
});
