import { describe, expect, it } from 'vitest';
import { cellsOf, merged } from './report.ts';
import { rowOf } from './row.ts';

const aRow = (name: string, value: number) =>
  rowOf({ name, unit: 'MB', bar: 1, holds: 'at-most' }, { ours: [{ value }], limit: [{ value: 100 }] });

describe('the report', () => {
  it('puts a row that was measured again in its old place', () => {
    const rows = merged([aRow('a', 1), aRow('b', 2)], [aRow('a', 9)]);
    expect(rows.map(({ name, ours }) => [name, ours])).toEqual([
      ['a', 9],
      ['b', 2],
    ]);
  });

  it('adds a row that is new at the end', () => {
    expect(merged([aRow('a', 1)], [aRow('b', 2)]).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('shows ratio, bar and verdict', () => {
    expect(cellsOf(aRow('memory', 120))).toEqual(['memory', '120', '100', 'MB', '1.20', '≤ 1', '-', '-', 'FAIL']);
  });
});
