import { createSecretKey, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Server } from '@grpc/grpc-js';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import { systemClock } from '@social/runtime/clock';
import type { KeyRing } from '@social/runtime/key-ring';
import { register } from '@social/runtime/metrics';
import { aMountedSecret, anAuthority, type Issued } from '@social/testkit/authority';
import { eventually } from '@social/testkit/eventually';
import { keptLog } from '@social/testkit/kept-log';
import { freePort } from '@social/testkit/servers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRpcClient, type RpcClient } from '../src/client.ts';
import { type MutualTls, openMutualTls } from '../src/mutual-tls.ts';
import { services } from '../src/proto.ts';
import { type Handlers, serveRpc } from '../src/server.ts';

type Calls = Handlers<OrdersServiceDefinition>;
type Authority = Awaited<ReturnType<typeof anAuthority>>;
type Mounted = Awaited<ReturnType<typeof aMountedSecret>>;

const tokenKey: KeyRing = [createSecretKey(randomBytes(32))];
const definition = services.orders();
const RELOAD_MS = 100;
const inMs = (ms: number) => new Date(Date.now() + ms);
const nextDay = () => inMs(86_400_000);

let ours: Authority;
let others: Authority;
let server: Server;
let address: string;
/** The Secrets of the service and of its caller, and what both have logged. */
let served: Mounted;
let held: Mounted;
const opened: MutualTls[] = [];
const clients: RpcClient<OrdersServiceDefinition>[] = [];
const { log, lines } = keptLog();

async function openFrom(mounted: Mounted): Promise<MutualTls> {
  const tls = await openMutualTls({ ...mounted.files, reloadMs: RELOAD_MS, clock: systemClock, log });
  opened.push(tls);
  return tls;
}

/** A caller whose first call opens a connection. */
function connect(tls?: MutualTls, to = address): RpcClient<OrdersServiceDefinition> {
  const client = createRpcClient(definition, to, { tokenKey, tls, log });
  clients.push(client);
  return client;
}

const ask = (client: RpcClient<OrdersServiceDefinition>, timeoutMs = 3000) =>
  client.GetOrder({ orderId: 'ord_1' }, { timeoutMs });

beforeAll(async () => {
  [ours, others] = await Promise.all([anAuthority('ours'), anAuthority('others')]);
});
beforeEach(async () => {
  [served, held] = await Promise.all([aMountedSecret(), aMountedSecret()]);
  lines.length = 0;
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  server?.forceShutdown();
  await Promise.all(opened.splice(0).map(({ stop }) => stop()));
  await Promise.all([served.remove(), held.remove()]);
});
afterAll(() => Promise.all([ours.remove(), others.remove()]));

/** Serves orders with one RPC, with a certificate like this, and gives a caller another. */
async function serve(certificate: Issued, ofCaller: Issued): Promise<MutualTls> {
  await Promise.all([served.put(certificate), held.put(ofCaller)]);
  address = `localhost:${await freePort()}`;
  const handlers = { GetOrder: async ({ orderId }) => ({ orderId }) } as Partial<Calls> as Calls;
  server = await serveRpc(definition, handlers, address, { tokenKey, log, tls: await openFrom(served) });
  return openFrom(held);
}

describe('calls over mutual TLS', () => {
  it('find each other by certificates of one CA, and nobody else', async () => {
    const tls = await serve(await ours.issue({ until: nextDay() }), await ours.issue({ until: nextDay() }));
    expect(await ask(connect(tls))).toMatchObject({ orderId: 'ord_1' });
    await expect(ask(connect(), 500)).rejects.toMatchObject({ name: 'DomainError' });

    const stranger = await aMountedSecret();
    const foreign = await others.issue({ until: nextDay() });
    await stranger.put(foreign);
    await expect(ask(connect(await openFrom(stranger)))).rejects.toMatchObject({ code: 'service-unavailable' });
    expect(lines.join('\n')).toMatch(/no connection over TLS/);
    expect(lines.join('\n')).toMatch(/unable to verify|self.signed|unable to get local issuer/);

    // Who believes our service, but has a certificate of somebody else's.
    const forged = await aMountedSecret();
    const bundle = Buffer.concat([foreign.ca, ours.ca]);
    await forged.put({ ...foreign, ca: bundle });
    await expect(ask(connect(await openFrom(forged)))).rejects.toMatchObject({ name: 'DomainError' });
    await Promise.all([stranger.remove(), forged.remove()]);
  });

  it('are refused where the callee has another name than the one that was called', async () => {
    const named = await ours.issue({ until: nextDay(), names: ['DNS:orders', 'DNS:orders.shop.svc'] });
    const tls = await serve(named, await ours.issue({ until: nextDay() }));
    await expect(ask(connect(tls))).rejects.toMatchObject({ code: 'service-unavailable' });
    expect(lines.join('\n')).toContain("does not match certificate's altnames");
  });

  it('flow while both certificates are renewed, and after the first ones have expired', async () => {
    const until = inMs(4000);
    const tls = await serve(await ours.issue({ until }), await ours.issue({ until }));
    const [first, later] = [connect(tls), await ours.issue({ until: nextDay() })];
    const failures: unknown[] = [];
    let answered = 0;
    let over = false;
    const load = (async () => {
      while (!over) {
        await ask(first).then(
          () => (answered += 1),
          (error) => failures.push(error),
        );
        await pause(5);
      }
    })();

    await pause(300);
    await served.put(later);
    await held.put(await ours.issue({ until: nextDay() }));
    await eventually(() => expect(lines.filter((line) => line.includes('TLS certificate renewed'))).toHaveLength(2));
    while (Date.now() < until.getTime() + 1200) {
      // New connections all the time, on either side of the change.
      expect(await ask(connect(tls))).toMatchObject({ orderId: 'ord_1' });
      await pause(100);
    }
    over = true;
    await load;
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(100);
    const shown = await register.getSingleMetricAsString('social_tls_certificate_days_left');
    expect(Number(/days_left\{file="[^"]+"\} ([\d.]+)$/m.exec(shown)?.[1])).toBeGreaterThan(0.9);
  });

  it('keep what they have when the files do not fit together, and say so once', async () => {
    const tls = await serve(await ours.issue({ until: nextDay() }), await ours.issue({ until: nextDay() }));
    const [one, other] = [await ours.issue({ until: nextDay() }), await others.issue({ until: nextDay() })];
    await served.put({ ...one, key: other.key });
    await eventually(() => expect(lines.join('\n')).toContain('tls.key is not the key of'));
    await served.put({ ...other, ca: ours.ca });
    await eventually(() => expect(lines.join('\n')).toContain('tls.crt is not of the CA in'));
    await pause(5 * RELOAD_MS);
    expect(lines.filter((line) => line.includes('was not renewed'))).toHaveLength(2);
    expect(await ask(connect(tls))).toMatchObject({ orderId: 'ord_1' });
  });

  it('wait for certificates that are not there yet, or not good', async () => {
    const waiting = openFrom(held);
    await eventually(() => expect(lines.join('\n')).toContain('the TLS certificate is not reachable'));
    await held.put(await ours.issue({ until: inMs(-1000) }));
    await eventually(() => expect(lines.join('\n')).toContain('expired at'));
    await held.put(await ours.issue({ until: nextDay() }));
    await waiting;
  });
});
