import { describe, expect, it } from 'vitest';
import { secondsOf } from './duration.ts';

describe('a duration', () => {
  it('is read in seconds', () => {
    expect(['30s', '15m', '1h30m', '2m5s'].map(secondsOf)).toEqual([30, 900, 5400, 125]);
  });

  it('has units', () => {
    for (const text of ['', '30', '1d', 'soon', '5m later']) expect(() => secondsOf(text)).toThrow('is no duration');
  });
});
