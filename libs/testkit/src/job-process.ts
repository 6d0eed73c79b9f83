import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Ended = { code: number | null; signal: NodeJS.Signals | null; said: string };

/**
 * Starts a job of a service as a process of its own.
 * @param script its file
 * @param env beside this process's own
 */
export function startJob(script: string, env: Record<string, string>, args: string[] = []) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killWithParent = () => child.kill('SIGKILL');
  process.once('exit', killWithParent);
  let said = '';
  const hear = (text: Buffer) => {
    said += text;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    process.off('exit', killWithParent);
    return { code, signal, said };
  });
  return { ended, said: () => said, kill: (signal: NodeJS.Signals) => child.kill(signal) };
}

/** Runs a job to its end; `said` is what it wrote, to stdout and stderr. */
export const runJob = (script: string, env: Record<string, string>, args: string[] = []): Promise<Ended> =>
  startJob(script, env, args).ended;
