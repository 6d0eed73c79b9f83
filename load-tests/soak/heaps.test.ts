import { describe, expect, it } from 'vitest';
import { type Heaps, heapLines, judged } from './heaps.ts';

/** So many minutes in which one service stays as it is and the other grows by a rate in per cent. */
const run = (minutes: number, rate: number): Heaps => {
  const moments = Array.from({ length: 60 }, (_, index) => (index * minutes) / 60);
  return new Map([
    ['gateway', moments.map((at) => ({ minutes: at, bytes: 50e6 }))],
    ['orders', moments.map((at) => ({ minutes: at, bytes: 40e6 * (1 + (rate / 100) * at) }))],
  ]);
};

describe('heaps over a long rush', () => {
  it('hold the claim while each grows by less than 1 % a minute', () => {
    expect(judged(run(15, 0.9)).verdict).toBe('holds');
    expect(judged(run(15, 1.1)).verdict).toBe('fails');
  });

  it('are told but not judged when the rush was short', () => {
    const short = judged(run(0.5, 30));
    expect(short.verdict).toBe('too short to judge');
    expect(short.growth.map(({ percentAMinute }) => Math.round(percentAMinute))).toEqual([0, 30]);
  });

  it('are shown one a line', () => {
    const lines = heapLines(judged(run(15, 2)));
    expect(lines.find((line) => line.includes('orders'))).toMatch(/60 +40\.0 +51\.8 +2\.00/);
    expect(lines.at(-1)).toContain('fails');
  });
});
