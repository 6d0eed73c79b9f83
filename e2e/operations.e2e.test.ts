import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HOST, SERVICE_NAMES } from '@social/local/system';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { untoldCollections, untoldTopics } from './kept.ts';
import { type Platform, startPlatform } from './platform.ts';
import { openShop, type Person, type Shop } from './shop.ts';

let platform: Platform;
let shop: Shop;
let ann: Person;
let groupId: string;
let activityId: string;
let folder: string;

beforeAll(async () => {
  // The receiver need not be there for traces to be made, and logs to carry them.
  folder = await mkdtemp(join(tmpdir(), 'e2e-operations-'));
  platform = await startPlatform({ otlpEndpoint: `http://${HOST}:9`, maintenanceFile: join(folder, 'maintenance') });
  shop = openShop(platform);
  const merchant = await shop.aMerchant();
  const { skuId } = await shop.aSku(merchant, 10);
  ({ activityId } = await shop.anActivity(merchant, skuId, { groupSize: 2, stock: 10 }));
  ann = await shop.aPerson('ann');
  const seat = await shop.open(ann, activityId);
  groupId = seat.groupId;
  await shop.pay(ann, seat.orderId);
  await eventually(async () => expect((await shop.order(ann, seat.orderId)).state).toBe('awaiting_group'));
});
afterAll(async () => {
  await platform?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('an operator', () => {
  it.each(SERVICE_NAMES)('finds %s alive, ready, and measured', async (name) => {
    expect(await platform.probe(name, '/healthz')).toMatchObject({ status: 200 });
    expect(await platform.probe(name, '/readyz')).toMatchObject({ status: 200 });
    expect((await platform.probe(name, '/metrics')).text).toContain('process_cpu_seconds_total');
  });

  it.each(SERVICE_NAMES)('of a development stack learns how large the heap of %s is', async (name) => {
    const { status, text } = await platform.probe(name, '/debug/heap');
    expect(status).toBe(200);
    expect(JSON.parse(text).heapUsed).toBeGreaterThan(5_000_000);
  });

  it('may put a load balancer in front that sends on connections which were idle for long', async () => {
    const asked = [platform.url, platform.cashierUrl].map(async (url) => {
      const { hostname, host, port } = new URL(url);
      const socket = connect(Number(port), hostname);
      const ask = async () => {
        socket.write(`GET / HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
        const [answer] = await once(socket, 'data', { signal: AbortSignal.timeout(2000) });
        return String(answer).slice(0, 'HTTP/1.1'.length);
      };
      const answers = [await ask()];
      // Longer than Node keeps an idle connection if it is not told otherwise.
      await pause(7000);
      answers.push(await ask());
      socket.destroy();
      return answers;
    });
    expect(await Promise.all(asked)).toEqual(asked.map(() => ['HTTP/1.1', 'HTTP/1.1']));
  });

  it('reads rates, errors, durations, outbox age and consumer lag', async () => {
    await shop.tryJoin(ann, groupId);
    const { text } = await platform.probe('group-buy', '/metrics');
    expect(text).toMatch(/social_request_duration_seconds_count\{kind="rpc",name="[^"]*OpenGroup",outcome="ok"\} 1/);
    expect(text).toMatch(
      /social_request_duration_seconds_count\{kind="event",name="orders\.order\.paid\.v1",outcome="ok"\}/,
    );
    expect(text).toMatch(/social_outbox_oldest_seconds\{collection="groups"\}/);
    expect(text).toContain(`social_consumer_lag_messages{topic="${platform.namespace}orders.order.v1"}`);
    expect(text).toMatch(/kind="rpc",name="[^"]*JoinGroup",outcome="already-joined"/);
    expect((await platform.probe('gateway', '/metrics')).text).toContain('social_queue_waiting{queue="joins"} 0');
  });

  it('finds all that is kept, and for how long, in the tables of deploy/README.md', async () => {
    const [collections, topics] = [await untoldCollections(platform), await untoldTopics(platform)];
    expect({ ...collections, seen: collections.seen > 25 }).toEqual({ seen: true, untold: [] });
    expect({ ...topics, seen: topics.seen > 12 }).toEqual({ seen: true, untold: [] });
  });

  it('finds a request in every log by its trace, and nobody’s phone or name in any', async () => {
    const { headers } = await shop.tryJoin(ann, groupId);
    const traceId = headers.get('x-trace-id') ?? 'none';
    await eventually(() => expect(platform.logs('gateway')).toContain(`"trace_id":"${traceId}"`));
    for (const name of SERVICE_NAMES) {
      const lines = platform.logs(name).trim().split('\n');
      for (const line of lines) expect(() => JSON.parse(line), `${name}: ${line}`).not.toThrow();
      for (const secret of ['13900000001', '测试', ann.token]) expect(platform.logs(name)).not.toContain(secret);
    }
  });
});

describe('a watcher', () => {
  type Frame = { type: string; group: { state: string; members: unknown[] } };

  it('is pushed a group’s progress, through a ticket that opens once', async () => {
    const { ticket } = await shop.must<{ ticket: string }>('POST', '/v1/ws-tickets', { token: ann.token });
    const address = `${platform.url.replace('http', 'ws')}/v1/ws?ticket=${ticket}`;
    const frames: Frame[] = [];
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    socket.on('message', (data) => frames.push(JSON.parse(String(data))));
    socket.send(JSON.stringify({ type: 'watch', groupId }));
    await eventually(() => expect(frames[0]).toMatchObject({ type: 'group', group: { state: 'forming' } }));

    const bob = await shop.aPerson('bob');
    const seat = await shop.join(bob, groupId);
    await shop.pay(bob, seat.orderId);
    await eventually(() => expect(frames.at(-1)).toMatchObject({ group: { state: 'succeeded', members: [{}, {}] } }));
    socket.close();

    const again = new WebSocket(address);
    await expect(new Promise((resolve, reject) => again.once('open', resolve).once('error', reject))).rejects.toThrow(
      '401',
    );
  });
});

describe('maintenance', () => {
  const NOTICE = 'back at 21:00';
  const begin = (notice: string) => writeFile(join(folder, 'maintenance'), notice);
  const aSeat = async (person: Person) =>
    shop.send<{ code?: string; detail?: string; orderId: string }>('POST', `/v1/activities/${activityId}/groups`, {
      token: person.token,
      body: { addressId: person.addressId, quantity: 1 },
    });

  it('refuses changes with its notice, lets people look, and hears of money that was paid before', async () => {
    const [bob, cat] = [await shop.aPerson('bob'), await shop.aPerson('cat')];
    const seat = await shop.open(bob, activityId);
    const payment = await shop.must<Parameters<Shop['payAt']>[0]>('POST', '/v1/payments', {
      token: bob.token,
      body: { orderIds: [seat.orderId], provider: 'sandbox' },
    });
    await begin(NOTICE);
    // Malformed, so that it changes nothing until the notice is seen.
    const malformed = { token: cat.token, body: {} };
    await eventually(async () => expect((await shop.send('POST', '/v1/orders', malformed)).status).toBe(503));
    const refused = await aSeat(cat);
    expect(refused.status).toBe(503);
    expect(refused.body).toMatchObject({ code: 'maintenance', detail: NOTICE });
    expect(refused.headers.get('retry-after')).toBe('60');

    await shop.must('GET', `/v1/activities/${activityId}/groups`);
    await shop.must('POST', '/v1/ws-tickets', { token: cat.token });
    await shop.payAt(payment);
    await eventually(async () => expect((await shop.order(bob, seat.orderId)).state).toBe('awaiting_group'));
    expect(await platform.probe('gateway', '/readyz')).toMatchObject({ status: 200 });
  });

  it('is a page in a browser', async () => {
    const page = await fetch(`${platform.url}/v1/orders`, { method: 'POST', headers: { accept: 'text/html' } });
    expect(page.status).toBe(503);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain(NOTICE);
  });

  it('keeps nobody out who mends things, nor anybody who logs in to look', async () => {
    await shop.aMerchant();
    const wrong = { phone: '13912345678', password: 'not-the-password' };
    expect((await shop.send('POST', '/v1/auth/log-in', { body: wrong })).body.code).toBe('credentials-wrong');
  });

  it('ends with its notice', async () => {
    const dan = await eventually(async () => {
      await begin('');
      return shop.aPerson('dan');
    });
    expect((await aSeat(dan)).status).toBe(201);
  });
});

describe('a stop', () => {
  it.each(SERVICE_NAMES)('of %s is orderly and quick, though the collector of traces is away', async (name) => {
    const asked = performance.now();
    expect(await platform.stopOne(name)).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5000);
  });
});
