/** Tries an image without Docker: everything that its code imports is there, its jobs end well, its service serves and stops. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { httpAnswers, waitUntil } from '../local/probes.ts';
import { ROOT } from '../local/stack.ts';
import { Refusal } from '../local/steps.ts';
import { httpUrl, type ServiceName, type SystemInput, serviceEnv } from '../local/system.ts';
import { type ImageName, imageEnv, TOOLS, toolFolders, workdirOf } from './layers.ts';
import { type Errand, type Room, signalInRoom, startInRoom } from './room.ts';

/** Where a trial keeps pictures and archived orders; in a cluster these are volumes or buckets. */
const FOLDERS = { MEDIA_DIR: '/tmp/media', ORDERS_ARCHIVE_DIR: '/tmp/archive' };

const CHECK = 'check-image.mts';
const CHECK_FLAGS = ['--experimental-vm-modules', '--experimental-import-meta-resolve', '--no-warnings'];

/** One-off work that a service may bring along, in the order in which an installation runs it. */
const JOBS = ['prepare', 'migrate', 'retain'];

/**
 * Who can do nothing before another is ready: the gateway asks identity for the keys that tokens are verified by, what is
 * kept of media depends on what the catalog shows.
 */
const NEEDS: Partial<Record<ServiceName, ServiceName>> = { gateway: 'identity', media: 'catalog' };

const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 12_000;
const JOB_WITHIN_MS = 60_000;

/** What a trial found. `readyMs` from the start of the process to 200 at /readyz; absent where nothing serves. */
export interface Trial {
  jobs: string[];
  readyMs?: number;
  stoppedMs?: number;
}

/** Errors: Refusal, with the last of what the process said. */
export async function tryImage(room: Room, name: ImageName, system: SystemInput): Promise<Trial> {
  await checkImage(room, name);
  if (name === TOOLS) return { jobs: [] };

  const jobs = JOBS.filter((job) => existsSync(join(room.rootfs, workdirOf(name), `src/${job}.ts`)));
  return beside(NEEDS[name], system, async () => {
    for (const job of jobs) await runToItsEnd(room, `${name} ${job}`, errandOf(name, `src/${job}.ts`, system));
    return { jobs, ...(await tryService(room, name, system)) };
  });
}

const foldersOf = (name: ImageName): string[] => (name === TOOLS ? toolFolders(ROOT) : [`services/${name}/src`]);

async function checkImage(room: Room, name: ImageName): Promise<void> {
  await runToItsEnd(room, `${name}'s files`, {
    args: [...CHECK_FLAGS, `/check/${CHECK}`, ...foldersOf(name)],
    workdir: '/app',
    env: imageEnv(name),
    shown: { [`/check/${CHECK}`]: join(import.meta.dirname, CHECK) },
  });
}

/** The service's own environment of the system's map, but what the image says of node; samples are no part of an image. */
function errandOf(name: ServiceName, script: string, system: SystemInput): Errand {
  const { PICTURES_DIR: _sample, ...env } = serviceEnv(name, system);
  return { args: [script], workdir: workdirOf(name), env: { ...env, ...FOLDERS, ...imageEnv(name) } };
}

interface Started {
  child: ChildProcess;
  /** Resolves with the exit code, null after a signal. */
  ended: Promise<number | null>;
  isAlive: () => boolean;
  /** The last of what it said. */
  words: () => string;
}

async function start(room: Room, errand: Errand): Promise<Started> {
  const child = await startInRoom(room, errand);
  let said = '';
  const keep = (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = once(child, 'exit').then(([code]): number | null => code);
  return {
    child,
    ended,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    words: () => said.trim(),
  };
}

/** Waits for the end; after `withinMs` it is killed, which is undefined. */
async function endWithin({ child, ended }: Started, withinMs: number): Promise<number | null | undefined> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), withinMs);
  const over = once(late.signal, 'abort').then(() => undefined);
  const code = await Promise.race([ended, over]);
  clearTimeout(timer);
  if (late.signal.aborted) signalInRoom(child, 'SIGKILL');
  return code;
}

async function runToItsEnd(room: Room, what: string, errand: Errand): Promise<void> {
  const started = await start(room, errand);
  const code = await endWithin(started, JOB_WITHIN_MS);
  if (code !== 0) throw new Refusal(`${what}: ${endOf(code, JOB_WITHIN_MS)}\n${started.words()}`);
}

/** Runs another service meanwhile, as `make up` does. */
async function beside<T>(other: ServiceName | undefined, system: SystemInput, work: () => Promise<T>): Promise<T> {
  if (!other) return work();

  const env = { PATH: process.env.PATH, ...serviceEnv(other, system) };
  const child = spawn(process.execPath, [`services/${other}/src/main.ts`], { cwd: ROOT, env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  try {
    const url = `${httpUrl(system.ports, other)}/readyz`;
    const isReady = await waitUntil(
      () => httpAnswers(url),
      READY_WITHIN_MS,
      () => child.exitCode === null,
    );
    if (!isReady) throw new Refusal(`${other}, which this needs, did not become ready; run it alone to see why.`);
    return await work();
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function tryService(room: Room, name: ServiceName, system: SystemInput) {
  const began = performance.now();
  const started = await start(room, errandOf(name, 'src/main.ts', system));
  const url = `${httpUrl(system.ports, name)}/readyz`;
  if (!(await waitUntil(() => httpAnswers(url), READY_WITHIN_MS, started.isAlive))) {
    signalInRoom(started.child, 'SIGKILL');
    throw new Refusal(`${name} did not become ready from its image.\n${started.words()}`);
  }
  const readyMs = performance.now() - began;
  signalInRoom(started.child, 'SIGTERM');
  const asked = performance.now();
  const code = await endWithin(started, STOPPED_WITHIN_MS);
  if (code !== 0) throw new Refusal(`${name} at SIGTERM: ${endOf(code, STOPPED_WITHIN_MS)}\n${started.words()}`);

  return { readyMs, stoppedMs: performance.now() - asked };
}

function endOf(code: number | null | undefined, withinMs: number): string {
  if (code === undefined) return `had not ended after ${withinMs / 1000} s`;
  return code === null ? 'was killed by a signal' : `ended with ${code}`;
}
