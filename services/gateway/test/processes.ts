import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '@social/testkit/eventually';
import { freePort } from '@social/testkit/servers';

/** A service of the platform as a process of its own. */
export type Running = {
  http: string;
  grpc: string;
  child: ChildProcess;
  /** Every line it has written. */
  lines: string[];
  kill: () => Promise<void>;
};

/** Starts a service's main.ts on free ports and waits until it is ready. */
export async function startProcess(name: string, env: NodeJS.ProcessEnv): Promise<Running> {
  const [httpPort, grpcPort] = [await freePort(), await freePort()];
  const main = fileURLToPath(new URL(`../../${name}/src/main.ts`, import.meta.url));
  const ports = { HTTP_PORT: String(httpPort), GRPC_PORT: String(grpcPort) };
  const child = spawn(process.execPath, [main], { env: { ...env, ...ports }, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  child.stdout.on('data', (text) => lines.push(...String(text).split('\n')));
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const http = `http://127.0.0.1:${httpPort}`;
  const ready = eventually(async () => {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}: ${lines.join('\n')}`);
    const { ok } = await fetch(`${http}/readyz`);
    if (!ok) throw new Error(`${name} is not ready`);
  }, 30_000);
  await ready.catch(async (error) => {
    await kill();
    throw error;
  });
  return { http, grpc: `127.0.0.1:${grpcPort}`, child, lines, kill };
}
