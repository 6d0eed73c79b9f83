/** What the kernel says of a running process. */
import { readdirSync, readFileSync } from 'node:fs';

const NS_PER_US = 1000;
const KIB_PER_MB = 1000 / 1.024;

/** CPU time of a thread, in ns; none of one that ended just now. */
function threadTimeNs(pid: number, task: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return 0;
    throw error;
  }
}

/** CPU time of a process with all its threads since it started, in microseconds. */
export function cpuTimeUs(pid: number): number {
  const tasks = readdirSync(`/proc/${pid}/task`);
  return tasks.reduce((sum, task) => sum + threadTimeNs(pid, task), 0) / NS_PER_US;
}

function memoryMb(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kib = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
  if (kib === undefined) throw new Error(`process ${pid} has no memory to speak of`);

  return Number(kib) / KIB_PER_MB;
}

/** Resident memory of a process in MB (10^6 bytes). */
export const residentMb = (pid: number): number => memoryMb(pid, 'VmRSS');

/** The most of it since the process started. */
export const peakResidentMb = (pid: number): number => memoryMb(pid, 'VmHWM');

/** Runs `work` and says how much CPU time the processes took meanwhile, in microseconds. */
export async function withCpuOf<T>(pids: readonly number[], work: () => Promise<T>): Promise<[T, number]> {
  const total = () => pids.reduce((sum, pid) => sum + cpuTimeUs(pid), 0);
  const before = total();
  const result = await work();
  return [result, total() - before];
}
