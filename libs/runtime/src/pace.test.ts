import { describe, expect, it } from 'vitest';
import { batchAt, restMs, startPace } from './pace.ts';

describe('a pace', () => {
  it('rests for what was done too fast, and not when it is slow already', () => {
    expect(restMs(500, 1000, 100)).toBe(400);
    expect(restMs(500, 1000, 500)).toBe(0);
    expect(restMs(500, 1000, 5000)).toBe(0);
    expect(restMs(0, 1000, 0)).toBe(0);
  });

  it('does no more at once than may be done in a second', () => {
    expect(batchAt(10_000, 500)).toBe(500);
    expect(batchAt(20, 500)).toBe(20);
    expect(batchAt(0.5, 500)).toBe(1);
  });

  it('ends its rest when it is told to stop', async () => {
    const stop = new AbortController();
    const rested = startPace(1, stop.signal).done(3600);
    stop.abort();
    await rested;
    expect(stop.signal.aborted).toBe(true);
  });
});
