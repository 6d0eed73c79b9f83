/** CPU and memory of processes over a while, with those that they start. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuTimeUs, residentMb } from '../bench/processes.ts';

/** What a process took: CPU in thousandths of a core, memory in MB (10^6 bytes). */
export interface Use {
  meanCpu: number;
  /** The busiest second. */
  peakCpu: number;
  peakMb: number;
}

interface Sample {
  atMs: number;
  cpuUs: number;
  mb: number;
}

const EVERY_MS = 1000;

/** A process and those below it; none that ended just now. */
function familyOf(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
    );
    return [pid, ...children.flatMap(familyOf)];
  } catch {
    return [];
  }
}

function sampleOf(pid: number): Sample {
  const measured = familyOf(pid).map((member) => {
    try {
      return { cpuUs: cpuTimeUs(member), mb: residentMb(member) };
    } catch {
      return { cpuUs: 0, mb: 0 };
    }
  });
  const sum = (key: 'cpuUs' | 'mb') => measured.reduce((total, one) => total + one[key], 0);
  return { atMs: performance.now(), cpuUs: sum('cpuUs'), mb: sum('mb') };
}

/** What samples say, in the order in which they were taken. A child that ended takes its CPU time with it: never below 0. */
export function useOf(samples: readonly Sample[]): Use {
  const [first, ...later] = samples;
  if (!first || later.length === 0) throw new RangeError('two samples are needed');

  const rates = later.map(({ atMs, cpuUs }, index) => {
    const before = samples[index] ?? first;
    return { ms: atMs - before.atMs, us: Math.max(0, cpuUs - before.cpuUs) };
  });
  const total = rates.reduce((sum, { us }) => sum + us, 0);
  const last = later.at(-1) ?? first;
  return {
    meanCpu: total / (last.atMs - first.atMs),
    peakCpu: Math.max(...rates.map(({ us, ms }) => us / ms)),
    peakMb: Math.max(...samples.map(({ mb }) => mb)),
  };
}

/** Looks at the processes every second until the work is done. */
export async function watch(pids: ReadonlyMap<string, number>, work: () => Promise<void>): Promise<Map<string, Use>> {
  const samples = new Map([...pids.keys()].map((name): [string, Sample[]] => [name, []]));
  const look = () => {
    for (const [name, pid] of pids) samples.get(name)?.push(sampleOf(pid));
  };
  let done = false;
  const working = work().finally(() => {
    done = true;
  });
  for (look(); !done; look()) await Promise.race([working, pause(EVERY_MS)]);
  await working;
  return new Map([...samples].map(([name, taken]) => [name, useOf(taken)]));
}
