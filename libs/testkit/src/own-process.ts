import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually.ts';
import { freePort } from './servers.ts';

/** A busy machine takes several seconds for a service with a consumer. */
const READY_WITHIN_MS = 40_000;

/**
 * Starts a program that serves HTTP and waits until it is ready.
 * @param main its file
 * @param env beside this process's own and where to listen
 * @param port for one that comes back; a free one when absent
 */
export async function startOwnProcess(main: string, env: Record<string, string>, port?: number) {
  const chosen = port ?? (await freePort());
  const url = `http://127.0.0.1:${chosen}`;
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, HOST: '127.0.0.1', HTTP_PORT: String(chosen), LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await eventually(async () => {
    if (!(await fetch(`${url}/readyz`)).ok) throw new Error('not ready');
  }, READY_WITHIN_MS).catch(async (error) => {
    // Nobody else could: whoever asked for it has nothing to stop.
    await end(child, 'SIGKILL');
    throw error;
  });
  return { url, port: chosen, stop: (signal?: NodeJS.Signals) => end(child, signal) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
