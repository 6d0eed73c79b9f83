/** Processes that outlive the command that started them, known by the pid files this stack wrote. */
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What to start. `runDir` takes its pid file and log, named by `name`. */
export interface ProcessSpec {
  name: string;
  runDir: string;
  port: number;
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string | undefined>;
}

/** A process of this stack, as its pid file tells it. `startTicks` tells it from a later process with the same pid. */
export interface RunningProcess {
  name: string;
  pid: number;
  startTicks: string;
  port: number;
}

/** The kernel's start time of a live process, in clock ticks; undefined when it is gone or a zombie. */
export function startTicksOf(pid: number): string | undefined {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Field 22 of proc(5)'s stat line; the command name before it may hold spaces and brackets. */
export function parseStat(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  if (state === 'Z' || state === 'X') return undefined;

  return fields[19];
}

/** The process of that name, if the pid file's process is still the one that was started. */
export function findProcess(runDir: string, name: string): RunningProcess | undefined {
  const path = pidFile(runDir, name);
  if (!existsSync(path)) return undefined;

  const recorded = JSON.parse(readFileSync(path, 'utf8')) as RunningProcess;
  return startTicksOf(recorded.pid) === recorded.startTicks ? recorded : undefined;
}

/** Every process of the folder that still lives. */
export function listProcesses(runDir: string): RunningProcess[] {
  if (!existsSync(runDir)) return [];

  const names = readdirSync(runDir).filter((file) => file.endsWith('.pid'));
  return names.flatMap((file) => findProcess(runDir, file.slice(0, -'.pid'.length)) ?? []);
}

/** Starts a process detached from this one, its output in a fresh log beside its pid file; the last log is kept as .1. */
export function startProcess(spec: ProcessSpec): RunningProcess {
  mkdirSync(spec.runDir, { recursive: true });
  const path = logFile(spec.runDir, spec.name);
  if (existsSync(path)) renameSync(path, `${path}.1`);
  const log = openSync(path, 'a');
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  const startTicks = child.pid === undefined ? undefined : startTicksOf(child.pid);
  if (child.pid === undefined || startTicks === undefined) throw new Error(`${spec.name} could not be started`);

  const running = { name: spec.name, pid: child.pid, startTicks, port: spec.port };
  writeFileSync(pidFile(spec.runDir, spec.name), JSON.stringify(running));
  return running;
}

/** Ends a process of ours: asks, waits up to `graceMs`, then kills. `graceMs` 0 kills at once. */
export async function stopProcess(runDir: string, name: string, graceMs: number): Promise<void> {
  const running = findProcess(runDir, name);
  if (running) {
    process.kill(running.pid, graceMs > 0 ? 'SIGTERM' : 'SIGKILL');
    if (!(await gone(running, graceMs))) process.kill(running.pid, 'SIGKILL');
    await gone(running, 5_000);
  }
  rmSync(pidFile(runDir, name), { force: true });
}

async function gone(running: RunningProcess, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs;
  while (startTicksOf(running.pid) === running.startTicks) {
    if (Date.now() >= until) return false;
    await pause(25);
  }
  return true;
}

/** Where a process's output goes. */
export function logFile(runDir: string, name: string): string {
  return join(runDir, `${name}.log`);
}

function pidFile(runDir: string, name: string): string {
  return join(runDir, `${name}.pid`);
}
