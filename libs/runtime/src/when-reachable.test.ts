import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from './log.ts';
import { MONGO } from './need.ts';
import { whenReachable } from './when-reachable.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Opens what fails with each of these in turn; the lines of the log, what was heard, and the outcome. */
function opening(failures: string[]) {
  const log = createLogger('test', 'silent');
  const lines: object[] = [];
  log.warn = (line: object) => void lines.push(line);
  const heard: string[] = [];
  const left = [...failures];
  const open = async () => {
    const failure = left.shift();
    if (failure) throw new Error(failure);
    return 'open';
  };
  return { lines, heard, opened: whenReachable(MONGO, log, open, (reason) => void heard.push(reason)) };
}

describe('something that a service cannot do without', () => {
  it('is tried until it is there, and told of in one line a reason', async () => {
    const { lines, heard, opened } = opening(['refused', 'refused', 'refused', 'no primary']);
    await vi.runAllTimersAsync();

    expect(await opened).toBe('open');
    expect(heard).toEqual(['refused', 'refused', 'refused', 'no primary']);
    expect(lines).toEqual([
      { variable: 'MONGO_URL', reason: 'refused' },
      { variable: 'MONGO_URL', reason: 'no primary' },
    ]);
  });

  it('is told of again each minute', async () => {
    const { lines, opened } = opening(Array.from({ length: 80 }, () => 'refused'));
    await vi.runAllTimersAsync();

    await opened;
    expect(lines).toHaveLength(3);
  });

  it('is there at most two seconds after it could be', async () => {
    const { opened } = opening(Array.from({ length: 20 }, () => 'refused'));
    const done = vi.fn();
    opened.then(done);
    await vi.advanceTimersByTimeAsync(2000 * 20);
    expect(done).toHaveBeenCalled();
  });
});
