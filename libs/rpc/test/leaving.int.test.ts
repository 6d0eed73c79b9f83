import { createSecretKey, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { KeyRing } from '@social/runtime/key-ring';
import { eventually } from '@social/testkit/eventually';
import { freePort, silentLog } from '@social/testkit/servers';
import { afterEach, describe, expect, it } from 'vitest';
import { createRpcClient } from '../src/client.ts';
import { services } from '../src/proto.ts';
import { type Handlers, serveRpc, stopRpc } from '../src/server.ts';

const tokenKey: KeyRing = [createSecretKey(randomBytes(32))];
type Calls = Handlers<OrdersServiceDefinition>;
const definition = services.orders();

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

/** A service whose only RPC takes a few milliseconds. */
async function replica(port: number, takesMs = 5): Promise<Server> {
  const GetOrder: Calls['GetOrder'] = async () => {
    await pause(takesMs);
    return {};
  };
  const handlers = { GetOrder } as Partial<Calls> as Calls;
  const server = await serveRpc(definition, handlers, `127.0.0.1:${port}`, { tokenKey, log: silentLog });
  ending.push(() => server.forceShutdown());
  return server;
}

/** Ten callers who never pause, until they are told to; what went wrong. */
function callers(address: string) {
  const client = createRpcClient(definition, address, { tokenKey });
  ending.push(() => client.close());
  const failures: string[] = [];
  let calls = 0;
  let going = true;
  const call = async () => {
    while (going) {
      calls++;
      await client.GetOrder({}, { timeoutMs: 30_000 }).catch((error) => failures.push(String(error.code)));
    }
  };
  const all = Promise.all(Array.from({ length: 10 }, call));
  const stop = async () => {
    going = false;
    await all;
    return { failures };
  };
  return { stop, soFar: () => calls };
}

describe('replicas that are replaced one after the other', () => {
  it('fail no call', async () => {
    const ports = [await freePort(), await freePort(), await freePort()] as const;
    const serving = [
      { port: ports[0], server: await replica(ports[0]) },
      { port: ports[1], server: await replica(ports[1]) },
    ];
    let free: number = ports[2];
    const { stop, soFar } = callers(`ipv4:${ports.map((port) => `127.0.0.1:${port}`).join(',')}`);
    for (let round = 0; round < 6; round++) {
      await pause(100);
      serving.push({ port: free, server: await replica(free) });
      // As long as a client's next try may take.
      await pause(400);
      const old = serving.shift();
      if (!old) throw new Error('there were two');
      await stopRpc(old.server);
      free = old.port;
    }
    expect(soFar()).toBeGreaterThan(20);
    expect((await stop()).failures).toEqual([]);
  });

  it('finish what they work on', async () => {
    const port = await freePort();
    const server = await replica(port, 300);
    const client = createRpcClient(definition, `127.0.0.1:${port}`, { tokenKey });
    ending.push(() => client.close());
    const asked = client.GetOrder({});
    await pause(100);
    const began = performance.now();
    await stopRpc(server);
    expect(performance.now() - began).toBeLessThan(2000);
    await expect(asked).resolves.toBeDefined();
  });

  it('cut off what does not come to an end', async () => {
    const port = await freePort();
    const server = await replica(port, 60_000);
    const client = createRpcClient(definition, `127.0.0.1:${port}`, { tokenKey });
    ending.push(() => client.close());
    const asked = client.GetOrder({}, { timeoutMs: 30_000 }).catch((error) => error.code);
    await pause(100);
    await stopRpc(server, 200);
    expect(await asked).toBe('service-unavailable');
  });
});

describe('a connection that is old', () => {
  it('is replaced without failing a call', async () => {
    const port = await freePort();
    const server = new Server({ 'grpc.max_connection_age_ms': 200 });
    ending.push(() => server.forceShutdown());
    server.addService(definition, {
      GetOrder: (_call: unknown, callback: (error: null, answer: object) => void) =>
        void setTimeout(callback, 5, null, {}),
    });
    await new Promise<void>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error) =>
        error ? reject(error) : resolve(),
      );
    });
    const { stop, soFar } = callers(`127.0.0.1:${port}`);
    // Ten times as old as a connection gets.
    await pause(2000);
    await eventually(() => expect(soFar()).toBeGreaterThan(100));
    expect((await stop()).failures).toEqual([]);
  });
});
