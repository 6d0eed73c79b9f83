import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf } from './slope.ts';

const MB = 1_000_000;
const heaps = (...megabytes: number[]) => megabytes.map((mb, minutes) => ({ minutes, bytes: mb * MB }));

describe('the growth of a heap', () => {
  it('is in per cent a minute of what it was at first', () => {
    expect(growthOf(heaps(100, 101, 102, 103))).toBeCloseTo(1);
    expect(growthOf(heaps(50, 49, 48))).toBeCloseTo(-2);
    expect(growthOf(heaps(80, 80, 80))).toBe(0);
  });

  it('is the trend, not the way from the first sample to the last', () => {
    expect(growthOf(heaps(100, 110, 90, 110, 90, 100))).toBeCloseTo(-1.11, 2);
  });

  it('does not depend on when the clock began, or on how the samples are ordered', () => {
    const sample = fc.record({
      minutes: fc.double({ min: 0, max: 15, noNaN: true }),
      bytes: fc.integer({ min: MB, max: 2 * MB }),
    });
    const series = fc.array(sample, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(series, fc.integer({ min: 0, max: 1000 }), (some, later) => {
        const samples = [{ minutes: 0, bytes: MB }, ...some, { minutes: 15, bytes: MB }];
        const moved = samples.toReversed().map(({ minutes, bytes }) => ({ minutes: minutes + later, bytes }));
        expect(growthOf(moved)).toBeCloseTo(growthOf(samples), 6);
      }),
    );
  });

  it('takes two moments', () => {
    expect(() => growthOf([])).toThrow(RangeError);
    expect(() =>
      growthOf([
        { minutes: 1, bytes: MB },
        { minutes: 1, bytes: 2 * MB },
      ]),
    ).toThrow(RangeError);
  });
});
