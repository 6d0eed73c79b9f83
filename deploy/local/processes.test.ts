import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@social/testkit/eventually';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProcess, listProcesses, logFile, parseStat, startProcess, stopProcess } from './processes.ts';

describe('processes that outlive the command', () => {
  let runDir: string;
  beforeEach(() => {
    runDir = mkdtempSync(join(tmpdir(), 'run-'));
  });
  afterEach(() => rmSync(runDir, { recursive: true }));

  const aSleeper = () =>
    startProcess({
      ...{ name: 'sleeper', runDir, port: 0, cwd: runDir, env: { PATH: process.env.PATH } },
      ...{ command: 'sh', args: ['-c', 'echo started; exec sleep 60'] },
    });

  it('are found again by their pid file and end when asked', async () => {
    const started = aSleeper();
    expect(findProcess(runDir, 'sleeper')).toEqual(started);
    expect(listProcesses(runDir)).toEqual([started]);
    await eventually(() => expect(readFileSync(logFile(runDir, 'sleeper'), 'utf8')).toBe('started\n'));

    await stopProcess(runDir, 'sleeper', 2_000);

    expect(findProcess(runDir, 'sleeper')).toBeUndefined();
  });

  it('are not confused with a later process that got the same pid', async () => {
    const stranger = { name: 'orders', pid: process.pid, startTicks: '1', port: 0 };
    writeFileSync(join(runDir, 'orders.pid'), JSON.stringify(stranger));
    expect(findProcess(runDir, 'orders')).toBeUndefined();
    await stopProcess(runDir, 'orders', 1_000);
    expect(listProcesses(runDir)).toEqual([]);
  });

  it('that are unknown are ended without a word', async () => {
    await stopProcess(runDir, 'nobody', 100);
    expect(findProcess(runDir, 'nobody')).toBeUndefined();
  });

  it('are told apart by the start time in proc, whatever their name holds', () => {
    const tail = Array.from({ length: 18 }, (_, at) => at + 4).join(' ');
    expect(parseStat(`7 (a) b (c)) S ${tail} 98765 0`)).toBe('98765');
    expect(parseStat(`7 (gone) Z ${tail} 98765 0`)).toBeUndefined();
  });
});
