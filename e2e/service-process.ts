import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ServiceName } from '@social/local/system';

/** A program of a service, beside what it has said. */
export type ServiceProcess = {
  child: ChildProcess;
  lines: () => string[];
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
};

/** Starts a program of a service with this environment and nothing more: `main`, `prepare`, … */
export function startProgram(service: ServiceName, program: string, env: NodeJS.ProcessEnv): ServiceProcess {
  const child = spawn(process.execPath, [`src/${program}.ts`], {
    cwd: join(import.meta.dirname, '../services', service),
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, ended, lines: () => said.split('\n').filter((line) => line !== '') };
}
