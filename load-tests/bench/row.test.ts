import { describe, expect, it } from 'vitest';
import { type Claim, rowOf } from './row.ts';

const faster: Claim = { name: 'page', unit: 'req/s', bar: 0.9, holds: 'at-least' };
const leaner: Claim = { name: 'memory', unit: 'MB', bar: 1, holds: 'at-most' };
const values = (...given: number[]) => given.map((value) => ({ value }));

describe('a row of the benchmark', () => {
  it('passes when the median of ours reaches the bar against the median of the limit', () => {
    const row = rowOf(faster, { ours: values(90, 95, 10), limit: values(100, 100, 900) });
    expect(row).toMatchObject({ ours: 90, limit: 100, ratio: 0.9, atLeast: true, pass: true });
  });

  it('fails below the bar', () => {
    expect(rowOf(faster, { ours: values(89), limit: values(100) }).pass).toBe(false);
  });

  it('fails above the bar where less is better', () => {
    const row = rowOf(leaner, { ours: values(101), limit: values(100) });
    expect(row).toMatchObject({ atLeast: false, pass: false });
  });

  it('says how much CPU each side took, or that nobody knows', () => {
    const row = rowOf(faster, { ours: [{ value: 1, cpuUs: 61.239 }], limit: values(1) });
    expect(row).toMatchObject({ cpuUsOurs: 61.24, cpuUsLimit: null });
  });
});
