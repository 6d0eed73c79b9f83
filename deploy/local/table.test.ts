import { describe, expect, it } from 'vitest';
import { memoryOf, table } from './table.ts';

describe('the status table', () => {
  it('makes its columns as wide as their widest cell', () => {
    expect(
      table(
        ['process', 'pid'],
        [
          ['orders', '4321'],
          ['group-buy', '7'],
        ],
      ),
    ).toEqual(['process    pid', 'orders     4321', 'group-buy  7']);
  });

  it('shows resident memory in megabytes, or nothing for a process that is gone', () => {
    expect(memoryOf('Name:\tnode\nVmRSS:\t  104448 kB\n')).toBe('102 MB');
    expect(memoryOf('')).toBe('-');
  });
});
