/** The service as a process of its own, beside the provider's, and what a test holds in its hands meanwhile. */

import { type ChildProcess, spawn } from 'node:child_process';
import { createSecretKey } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { PaymentsServiceDefinition } from '@social/contracts/generated/social/payments/v1/PaymentsService';
import { createRpcClient, type RpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import type { KeyRing } from '@social/runtime/key-ring';
import { eventually } from '@social/testkit/eventually';
import { freePort, SERVERS } from '@social/testkit/servers';
import { SECRET } from '../../sandbox-pay/test/provider.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
export const TOKEN_KEY: KeyRing = [createSecretKey(Buffer.alloc(32, 7))];

export type Payments = RpcClient<PaymentsServiceDefinition>;
export type Place = { namespace: string; grpcPort: number; httpPort: number; doorUrl: string; providerUrl: string };

/** Starts the service; `crashAt` arms one of its crash points. */
export async function startPayments(place: Place, crashAt?: string) {
  const health = `http://127.0.0.1:${place.httpPort}`;
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, ...envOf(place), ...(crashAt ? { CRASH_AT: crashAt } : {}) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ready = eventually(async () => {
    if (!(await fetch(`${health}/readyz`)).ok) throw new Error('not ready');
  }, 30_000);
  // Where the process ends first, nobody is left to hear that it never became ready.
  ready.catch(() => {});
  const [code] = await Promise.race([ready.then(() => []), once(child, 'exit')]);
  if (typeof code === 'number') throw new Error(`payments ended with ${code} before it was ready`);
  return { health, crashed: () => killed(child), stop: () => end(child) };
}

const envOf = ({ namespace, grpcPort, httpPort, doorUrl, providerUrl }: Place) => ({
  NAMESPACE: namespace,
  MONGO_URL: SERVERS.mongoUrl,
  KAFKA_BROKERS: SERVERS.kafkaBrokers,
  HOST: '127.0.0.1',
  HTTP_PORT: String(httpPort),
  GRPC_PORT: String(grpcPort),
  INTERNAL_TOKEN_KEY: TOKEN_KEY[0].export().toString('base64'),
  SANDBOX_PAY_URL: providerUrl,
  SANDBOX_PAY_SECRET: SECRET,
  PUBLIC_URL: doorUrl,
  ORDERS_ADDR: '127.0.0.1:9',
  PROVIDER_QUERY_AFTER_MS: '1500',
  PROVIDER_TIMEOUT_MS: '300',
  REFUND_RETRY_MS: '100',
  SWEEP_MS: '50',
  LOG_LEVEL: 'silent',
});

async function killed(child: ChildProcess): Promise<NodeJS.Signals | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.signalCode;
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await killed(child);
}

/** Ports of the service, and the address at which the provider's notifications come in. */
export async function aPlace(namespace: string, providerUrl: string) {
  const [grpcPort, httpPort] = [await freePort(), await freePort()];
  const payments: Payments = createRpcClient(services.payments(), `127.0.0.1:${grpcPort}`, { tokenKey: TOKEN_KEY });
  const door = await openDoor(payments);
  const place: Place = { namespace, grpcPort, httpPort, doorUrl: door.url, providerUrl };
  const close = () => {
    door.close();
    payments.close();
  };
  return { place, payments, close };
}

/** Passes notifications on as they come, over HTTP in and gRPC out: 2xx when payments took them. */
async function openDoor(payments: Payments) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const provider = request.url?.split('/').at(-1);
    const taken = payments.HandleCallback({ provider, headers, body: Buffer.concat(chunks) });
    response.statusCode = await taken.then(
      () => 204,
      () => 503,
    );
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
