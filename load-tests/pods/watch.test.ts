import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { useOf, watch } from './watch.ts';

describe('what a process takes', () => {
  it('is its mean, its busiest second and the most of its memory', () => {
    const samples = [
      { atMs: 0, cpuUs: 0, mb: 100 },
      { atMs: 1000, cpuUs: 100_000, mb: 140 },
      { atMs: 2000, cpuUs: 500_000, mb: 120 },
    ];
    expect(useOf(samples)).toEqual({ meanCpu: 250, peakCpu: 400, peakMb: 140 });
  });

  it('does not fall when a child takes its CPU time with it', () => {
    const samples = [
      { atMs: 0, cpuUs: 900_000, mb: 100 },
      { atMs: 1000, cpuUs: 300_000, mb: 90 },
    ];
    expect(useOf(samples)).toEqual({ meanCpu: 0, peakCpu: 0, peakMb: 100 });
  });

  it('cannot be told from one look', () => {
    expect(() => useOf([{ atMs: 0, cpuUs: 0, mb: 1 }])).toThrow(RangeError);
  });

  it('counts what its children take', async () => {
    const busy = 'const end = Date.now() + 900; while (Date.now() < end);';
    const script = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(busy)}])`;
    const child = spawn(process.execPath, ['-e', `setTimeout(() => ${script}, 100)`]);
    const uses = await watch(new Map([['busy', child.pid ?? 0]]), async () => void (await once(child, 'exit')));
    expect(uses.get('busy')?.peakMb).toBeGreaterThan(60);
  });
});
