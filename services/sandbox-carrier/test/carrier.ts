import { fileURLToPath } from 'node:url';
import { systemClock } from '@social/runtime/clock';
import { signedCaller } from '@social/sandbox/client';
import { startOwnProcess } from '@social/testkit/own-process';
import { SERVERS } from '@social/testkit/servers';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
export const SECRET = 'a-secret-of-this-test-run';

/** The carrier as a process of its own, and a merchant's way to talk to it. */
export async function startCarrier(namespace: string, env: Record<string, string> = {}, port?: number) {
  const process = await startOwnProcess(
    MAIN,
    {
      NAMESPACE: namespace,
      MONGO_URL: SERVERS.mongoUrl,
      SANDBOX_CARRIER_SECRET: SECRET,
      CALLBACK_RETRIES_MS: '50,100',
      CALLBACK_SWEEP_MS: '25',
      STEP_SWEEP_MS: '25',
      CARRIER_STEP_MS: '600',
      ...env,
    },
    port,
  );
  return {
    ...process,
    call: signedCaller({ baseUrl: process.url, secret: SECRET, timeoutMs: 1000, clock: systemClock }),
  };
}
