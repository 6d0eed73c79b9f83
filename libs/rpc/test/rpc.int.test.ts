import { createSecretKey, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { constants, createServer, type ServerHttp2Stream } from 'node:http2';
import type { Server } from '@grpc/grpc-js';
import { DomainError } from '@social/contracts/errors';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import { requireCaller, serviceCaller } from '@social/runtime/caller';
import type { KeyRing } from '@social/runtime/key-ring';
import { eventually } from '@social/testkit/eventually';
import { freePort, silentLog } from '@social/testkit/servers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRpcClient, type RpcClient } from '../src/client.ts';
import { services } from '../src/proto.ts';
import { type CallContext, type Handlers, serveRpc, stopRpc } from '../src/server.ts';

const TOKEN_KEY: KeyRing = [createSecretKey(randomBytes(32))];
const ANN = { userId: 'usr_ann', roles: ['shopper'] };

type Calls = Handlers<OrdersServiceDefinition>;

const definition = services.orders();
let port: number;
let server: Server | undefined;
let client: RpcClient<OrdersServiceDefinition>;

/** Serves orders with one RPC worth calling. */
async function serve(GetOrder: Calls['GetOrder']): Promise<void> {
  const handlers = { GetOrder } as Partial<Calls> as Calls;
  server = await serveRpc(definition, handlers, `127.0.0.1:${port}`, { tokenKey: TOKEN_KEY, log: silentLog });
}

const connect = (tokenKey: KeyRing = TOKEN_KEY) => createRpcClient(definition, `127.0.0.1:${port}`, { tokenKey });

/** What a callee sends whose process ends while it answers. */
const endWithoutOutcome = (stream: ServerHttp2Stream): void => {
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' });
  stream.end();
};

beforeEach(async () => {
  port = await freePort();
  client = connect();
});

afterEach(async () => {
  client.close();
  if (server) server.forceShutdown();
  server = undefined;
});

describe('a call from one service to another', () => {
  it('tells for whom it is made, and under which request id', async () => {
    let seen: CallContext | undefined;
    await serve(async ({ orderId }, context) => {
      seen = context;
      return { orderId, createdAt: { seconds: 1_780_000_000, nanos: 5_000_000 } };
    });

    const order = await client.GetOrder({ orderId: 'ord_1' }, { caller: ANN, requestId: 'req_1' });

    expect(order).toMatchObject({ orderId: 'ord_1', createdAt: { seconds: 1_780_000_000, nanos: 5_000_000 } });
    expect(seen).toEqual({ caller: { ...ANN, merchantId: undefined }, requestId: 'req_1' });
  });

  it('is nobody’s without a caller, and a service’s own when it says so', async () => {
    const seen: string[] = [];
    await serve(async (_, { caller }) => {
      seen.push(caller.userId);
      requireCaller(caller);
      return {};
    });

    await expect(client.GetOrder({})).rejects.toMatchObject({ code: 'unauthenticated' });
    await client.GetOrder({}, { caller: serviceCaller('payments') });
    expect(seen).toEqual(['', 'service:payments']);
  });

  it('is refused when its identity token is signed by another key', async () => {
    let called = 0;
    await serve(async () => {
      called += 1;
      return {};
    });
    const forger = connect([createSecretKey(randomBytes(32))]);

    await expect(forger.GetOrder({}, { caller: ANN })).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(called).toBe(0);
    forger.close();
  });

  it('brings a refusal back with its code, words and details', async () => {
    await serve(async () => {
      throw new DomainError('group-full', '满员', { retryAfterMs: 12_000 });
    });

    await expect(client.GetOrder({})).rejects.toMatchObject({
      name: 'DomainError',
      code: 'group-full',
      message: '满员',
      details: { retryAfterMs: 12_000 },
    });
  });

  it('brings back nothing but “internal” of a fault', async () => {
    await serve(async () => {
      throw new Error('password of the database');
    });

    const refusal = await client.GetOrder({}).catch((error) => error);
    expect(refusal).toMatchObject({ code: 'internal' });
    expect(JSON.stringify(refusal) + refusal.message).not.toContain('password');
  });

  it('waits no longer than its deadline', async () => {
    await serve(() => new Promise(() => {}));

    const asked = Date.now();
    await expect(client.GetOrder({}, { timeoutMs: 200 })).rejects.toMatchObject({ code: 'deadline-exceeded' });
    expect(Date.now() - asked).toBeLessThan(2000);
  });

  it('fails at once when nobody listens, and says when to come back', async () => {
    const asked = Date.now();
    await expect(client.GetOrder({})).rejects.toMatchObject({
      code: 'service-unavailable',
      details: { retryAfterMs: 1000 },
    });
    expect(Date.now() - asked).toBeLessThan(2000);
    await expect(client.ready()).rejects.toThrow();
  });

  it.each<[string, (stream: ServerHttp2Stream) => void]>([
    ['its stream is reset', (stream) => stream.close(constants.NGHTTP2_INTERNAL_ERROR)],
    ['its connection ends', (stream) => stream.session?.destroy()],
    ['it ends without an outcome', endWithoutOutcome],
  ])('that is broken off because %s may be made again, as when nobody listens', async (_, breakOff) => {
    const callee = createServer().listen(port, '127.0.0.1');
    callee.on('stream', (stream) => breakOff(stream.on('error', () => {})));
    await once(callee, 'listening');
    try {
      await expect(client.GetOrder({})).rejects.toMatchObject({ code: 'service-unavailable' });
    } finally {
      callee.close();
    }
  });

  it('reaches the callee again after it was restarted, by the same client', async () => {
    await serve(async () => ({ orderId: 'first' }));
    expect(await client.GetOrder({})).toMatchObject({ orderId: 'first' });

    server?.forceShutdown();
    await eventually(() => expect(client.GetOrder({})).rejects.toMatchObject({ code: 'service-unavailable' }));
    await serve(async () => ({ orderId: 'second' }));

    await eventually(async () => expect(await client.GetOrder({})).toMatchObject({ orderId: 'second' }));
  });

  it('goes to several replicas in turns, past one that is dead, and to it again when it is back', async () => {
    const ports = [await freePort(), await freePort()];
    const served: [number, number] = [0, 0];
    const serveReplica = (at: 0 | 1) =>
      serveRpc(
        definition,
        { GetOrder: async () => ({ orderId: `${served[at]++}` }) } as Partial<Calls> as Calls,
        `127.0.0.1:${ports[at]}`,
        { tokenKey: TOKEN_KEY, log: silentLog },
      );
    const replicas = [await serveReplica(0), await serveReplica(1)];
    const address = `ipv4:${ports.map((each) => `127.0.0.1:${each}`).join(',')}`;
    const balanced = createRpcClient(definition, address, { tokenKey: TOKEN_KEY });
    const calls = async (count: number) => {
      served.fill(0);
      for (let call = 0; call < count; call++) await balanced.GetOrder({});
    };
    await eventually(async () => {
      await calls(10);
      expect(served).toEqual([5, 5]);
    });

    replicas[1]?.forceShutdown();
    await eventually(() => calls(10));
    expect(served).toEqual([10, 0]);

    replicas[1] = await serveReplica(1);
    await eventually(async () => {
      await calls(10);
      expect(served).toEqual([5, 5]);
    });
    balanced.close();
    for (const replica of replicas) replica.forceShutdown();
  });

  it('that is running is finished by a server told to stop, which takes no other', async () => {
    const { promise: answer, resolve } = Promise.withResolvers<void>();
    let entered = 0;
    await serve(async () => {
      entered += 1;
      await answer;
      return { orderId: 'finished' };
    });
    const running = client.GetOrder({});
    await eventually(() => expect(entered).toBe(1));

    const stopped = server ? stopRpc(server) : undefined;
    const late = connect();
    await expect(late.GetOrder({}, { timeoutMs: 500 })).rejects.toBeInstanceOf(DomainError);
    resolve();

    expect(await running).toMatchObject({ orderId: 'finished' });
    await stopped;
    expect(entered).toBe(1);
    late.close();
  });
});
