import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SERVICE_NAMES } from '../../deploy/local/system.ts';
import { PLATFORM, SERVICE } from './helm.ts';
import { mapTable, valuesTable, withTable } from './values-table.ts';

const read = (chart: string, file: string) => readFileSync(join(chart, file), 'utf8');

/** `vitest run --project charts -u` writes the tables anew. */
describe('the READMEs', () => {
  it('of the generic chart lists the values that there are', async () => {
    const text = withTable(read(SERVICE, 'README.md'), valuesTable(read(SERVICE, 'values.yaml')));
    await expect(text).toMatchFileSnapshot(join(SERVICE, 'README.md'));
  });

  it('of the platform shows the map', async () => {
    const map = mapTable(parse(read(PLATFORM, 'values.yaml')), SERVICE_NAMES);
    await expect(withTable(read(PLATFORM, 'README.md'), map)).toMatchFileSnapshot(join(PLATFORM, 'README.md'));
  });

  it('say of a key what stands above it', () => {
    const yaml = '# -- What it is.\na: 1\nb:\n  # -- Two\n  # lines.\n  c: [x]\n  d: {}\n';
    expect(valuesTable(yaml).split('\n').slice(2)).toEqual([
      '| `a` | `1` | What it is. |',
      '| `b.c` | `[x]` | Two lines. |',
      '| `b.d` | `{}` |  |',
    ]);
  });
});
