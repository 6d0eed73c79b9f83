import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '@social/testkit/eventually';
import { freePort, SERVERS } from '@social/testkit/servers';
import { signedHeaders } from '../src/signing.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
export const SECRET = 'a-secret-of-this-test-run';

/** The provider as a process of its own, and a merchant's way to talk to it. */
export async function startProvider(namespace: string, port?: number) {
  const chosen = port ?? (await freePort());
  const url = `http://127.0.0.1:${chosen}`;
  const env = {
    ...process.env,
    NAMESPACE: namespace,
    MONGO_URL: SERVERS.mongoUrl,
    HOST: '127.0.0.1',
    HTTP_PORT: String(chosen),
    SANDBOX_PAY_SECRET: SECRET,
    CALLBACK_RETRIES_MS: '50,100',
    CALLBACK_SWEEP_MS: '25',
    LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  await eventually(async () => {
    if (!(await fetch(`${url}/readyz`)).ok) throw new Error('not ready');
  });
  return {
    url,
    port: chosen,
    call: merchantCall(url),
    pay: payAt(url),
    stop: (signal?: NodeJS.Signals) => end(child, signal),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

type Answer = { status: number; body: Record<string, unknown> };

const read = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
};

const merchantCall =
  (url: string) =>
  async (method: string, path: string, payload?: unknown): Promise<Answer> => {
    const body = payload === undefined ? '' : JSON.stringify(payload);
    const headers = { ...signedHeaders([method, path], body, SECRET, new Date()) };
    return read(
      await fetch(url + path, { method, headers, body: body || undefined, signal: AbortSignal.timeout(1000) }),
    );
  };

const payAt =
  (url: string) =>
  async (chargeId: unknown, how: object = {}): Promise<Answer> =>
    read(
      await fetch(`${url}/cashier/${chargeId}/pay`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(how),
      }),
    );
