import { describe, expect, it } from 'vitest';
import { progressLine } from './progress.ts';

describe('progress', () => {
  it('tells what is done, the pace, and the time that is left', () => {
    expect(progressLine({ done: 1200, about: 48_000 }, 1200, 3000)).toBe('1,200 of about 48,000, 400/s, 2 min left');
    expect(progressLine({ done: 1200, about: 2000 }, 1200, 3000)).toBe('1,200 of about 2,000, 400/s, 2 s left');
  });

  it('takes the pace of this run, not what earlier ones did', () => {
    expect(progressLine({ done: 40_000, about: 41_000 }, 1000, 10_000)).toBe(
      '40,000 of about 41,000, 100/s, 10 s left',
    );
  });

  it('never tells of more than there is', () => {
    expect(progressLine({ done: 12, about: 10 }, 12, 1000)).toBe('12 of about 12, 12/s, 0 s left');
    expect(progressLine({ done: 0, about: 10 }, 0, 0)).toBe('0 of about 10');
  });
});
