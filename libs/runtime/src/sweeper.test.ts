import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startSweeper } from './sweeper.ts';

const log = pino({ level: 'silent' });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a sweeper', () => {
  it('works every so often, beginning after the first pause', async () => {
    let sweeps = 0;
    const stop = startSweeper('test', 1000, log, async () => void sweeps++);
    await vi.advanceTimersByTimeAsync(999);
    expect(sweeps).toBe(0);
    await vi.advanceTimersByTimeAsync(2001);
    expect(sweeps).toBe(3);
    await stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(sweeps).toBe(3);
  });

  it('never works twice at once: the pause begins when the work is done', async () => {
    let running = 0;
    let sweeps = 0;
    const stop = startSweeper('test', 1000, log, async () => {
      running += 1;
      sweeps += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 3500));
      running -= 1;
    });
    await vi.advanceTimersByTimeAsync(10_100);
    expect(sweeps).toBe(3);
    await vi.advanceTimersByTimeAsync(3500);
    await stop();
  });

  it('goes on after a failure, be it a promise’s or a throw', async () => {
    let sweeps = 0;
    const stop = startSweeper('test', 1000, log, () => {
      sweeps += 1;
      if (sweeps === 1) return Promise.reject(new Error('away'));
      if (sweeps === 2) throw new Error('broken');
      return Promise.resolve();
    });
    await vi.advanceTimersByTimeAsync(3000);
    expect(sweeps).toBe(3);
    await stop();
  });

  it('is stopped when the work under way is done', async () => {
    let done = 0;
    const stop = startSweeper('test', 1000, log, async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      done += 1;
    });
    await vi.advanceTimersByTimeAsync(1100);
    const stopped = stop();
    await vi.advanceTimersByTimeAsync(500);
    await stopped;
    expect(done).toBe(1);
  });
});
