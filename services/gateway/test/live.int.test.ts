import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { aWorld, type World } from './world.ts';

let world: World;
let operator: string;
beforeAll(async () => {
  world = await aWorld(['identity', 'catalog', 'orders', 'payments', 'group-buy']);
  operator = world.someone(['operator']).token;
});
afterAll(() => world?.stop());

const ADDRESS = { recipient: '安小雨', phone: '13812345678', districtCode: '330106', detail: '文三路 1 号' };
const aShopper = async () => {
  const { token, userId } = world.someone();
  const { addressId } = (await world.ask('/v1/me/addresses', { token, body: ADDRESS })).body;
  return { token, userId, addressId };
};

/** A group-buy of a new merchant that has begun. */
async function anActivity(fields: object = {}) {
  const slug = `m-${randomUUID().slice(0, 8)}`;
  const merchant = await world.ask('/v1/merchants', { token: operator, body: { slug, name: slug } });
  const category = { slug: `c-${slug}`, name: '茶' };
  const { categoryId } = (await world.ask('/v1/categories', { token: operator, body: category })).body;
  const product = { handle: 'tea', title: '龙井', categoryId, skus: [{ priceAmount: 9900, stock: 50 }] };
  const made = await world.ask(`/v1/merchants/${slug}/products`, { token: operator, body: product });
  const [sku] = made.body.skus as { skuId: string }[];
  const staff = world.someone(['merchant-staff'], String(merchant.body.merchantId)).token;
  const body = {
    skuId: sku?.skuId,
    groupAmount: 4900,
    groupSize: 3,
    fillSeconds: 600,
    stock: 30,
    startsAt: new Date(Date.now() - 1000).toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    ...fields,
  };
  const activity = await world.ask(`/v1/merchants/${slug}/activities`, { token: staff, body });
  return { slug, staff, activity, body };
}

const aTicket = async (token = world.someone().token): Promise<string> =>
  String((await world.ask('/v1/ws-tickets', { method: 'POST', token, key: null })).body.ticket);

/** A socket with the frames it has got. */
async function aSocket(ticket: string) {
  const socket = new WebSocket(`${world.gateway.http.replace('http', 'ws')}/v1/ws?ticket=${ticket}`);
  const frames: Record<string, unknown>[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  const [kind, what] = await Promise.race([
    once(socket, 'open').then(() => ['open'] as const),
    once(socket, 'unexpected-response').then(([, response]) => ['refused', response.statusCode] as const),
  ]);
  return { socket, frames, kind, status: what };
}

describe('a group-buy', () => {
  it('is set up, opened and joined, and a double click is one seat', async () => {
    const { activity } = await anActivity();
    expect(activity).toMatchObject({ status: 201, body: { groupPrice: { amount: 4900, currency: 'CNY' } } });
    const ann = await aShopper();
    const ask = { token: ann.token, key: randomUUID(), body: { addressId: ann.addressId } };
    const path = `/v1/activities/${activity.body.activityId}/groups`;
    const clicks = await Promise.all(Array.from({ length: 20 }, () => world.ask(path, ask)));
    const seats = clicks.filter(({ status }) => status === 201).map(({ body }) => body.orderId);
    expect(new Set(seats).size).toBe(1);

    const bob = await aShopper();
    const groupId = (await world.ask(path, ask)).body.groupId;
    const join = { token: bob.token, body: { addressId: bob.addressId } };
    const seat = await world.ask(`/v1/groups/${groupId}/members`, join);
    expect(seat).toMatchObject({ status: 201, body: { groupId, total: { amount: 4900, currency: 'CNY' } } });

    const order = `/v1/orders/${seat.body.orderId}`;
    expect((await world.ask(order, { token: bob.token })).body).toMatchObject({ state: 'pending_payment' });
    const refused = { status: 404, body: { code: 'order-not-found' } };
    expect(await world.ask(order, { token: ann.token })).toMatchObject(refused);
  });

  it('is of the merchant who has the SKU, and of no other', async () => {
    const { body } = await anActivity();
    const other = await anActivity();
    const refused = await world.ask(`/v1/merchants/${other.slug}/activities`, { token: other.staff, body });
    expect(refused).toMatchObject({ status: 404, body: { code: 'sku-not-found' } });
  });
});

describe('a web socket', () => {
  it('opens with a ticket, once', async () => {
    const ticket = await aTicket();
    const first = await aSocket(ticket);
    expect(first.kind).toBe('open');
    expect(await aSocket(ticket)).toMatchObject({ kind: 'refused', status: 401 });
    expect(await aSocket('made-up')).toMatchObject({ kind: 'refused', status: 401 });
    first.socket.close();
  });

  it('shows a group as it is, and every change of it', async () => {
    const { activity, staff } = await anActivity();
    const { activityId } = activity.body;
    const ann = await aShopper();
    const seat = await world.ask(`/v1/activities/${activityId}/groups`, {
      token: ann.token,
      body: { addressId: ann.addressId },
    });
    const { socket, frames } = await aSocket(await aTicket());
    socket.send(JSON.stringify({ type: 'watch', groupId: seat.body.groupId }));
    await eventually(() => expect(frames[0]).toMatchObject({ type: 'group', group: { state: 'forming', size: 3 } }));

    await world.ask(`/v1/activities/${activityId}/end`, { method: 'POST', token: staff });
    await eventually(() => expect(frames.at(-1)).toMatchObject({ group: { state: 'failed' } }));
    socket.close();
  });

  it('is told what it asked wrong', async () => {
    const { socket, frames } = await aSocket(await aTicket());
    socket.send('nonsense');
    socket.send(JSON.stringify({ type: 'watch', groupId: 'grp_none' }));
    await eventually(() =>
      expect(frames.map(({ code }) => code).sort()).toEqual(['group-not-found', 'request-invalid']),
    );
    socket.close();
  });

  it('is closed when the access token behind it expires', async () => {
    const token = world.tokens.of({ sub: 'usr_ann', roles: ['shopper'] }, 2000);
    const { socket } = await aSocket(await aTicket(token));
    const [code] = await once(socket, 'close');
    expect(code).toBe(4401);
  });
});

describe("a provider's notification", () => {
  const notify = (path: string, body: string) =>
    world.ask(path, { method: 'POST', body, headers: { 'x-sandbox-signature': 'forged' }, key: null });

  it('with a wrong signature is refused', async () => {
    const refused = await notify('/v1/payments/callbacks/sandbox', '{"event":"charge.captured"}');
    expect(refused).toMatchObject({ status: 401, body: { code: 'callback-signature-wrong' } });
  });

  it('of no known provider, or too large, is refused', async () => {
    const unknown = { status: 422, body: { code: 'provider-unknown' } };
    expect(await notify('/v1/payments/callbacks/nobody', '{}')).toMatchObject(unknown);
    const large = { status: 413, body: { code: 'request-too-large' } };
    expect(await notify('/v1/payments/callbacks/sandbox', 'x'.repeat(70_000))).toMatchObject(large);
  });
});

describe('a product import', () => {
  const HEADER = 'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Variant Price,Variant Inventory Qty\n';
  const send = async (csv: string | Uint8Array, type = 'text/csv') => {
    const slug = `m-${randomUUID().slice(0, 8)}`;
    await world.ask('/v1/merchants', { token: operator, body: { slug, name: slug } });
    const response = await fetch(`${world.gateway.http}/v1/merchants/${slug}/product-imports?currency=CNY`, {
      method: 'POST',
      headers: { authorization: `Bearer ${operator}`, 'content-type': type, 'idempotency-key': randomUUID() },
      body: typeof csv === 'string' ? csv : new Uint8Array(csv),
    });
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type'), text, slug };
  };
  const row = (handle: string, price: string) => `${handle},${handle},,,Tea,,TRUE,${price},5\n`;

  it('answers line by line and ends with what was made and what was wrong where', async () => {
    const { status, type, text, slug } = await send(`${HEADER}${row('good', '9.90')}${row('bad', 'free')}`);
    expect([status, type]).toEqual([200, 'application/x-ndjson']);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ done: true, progress: { created: 1, refused: 1 } });
    expect(lines.flatMap(({ errors }) => errors)).toMatchObject([{ line: 3, column: 'Variant Price', handle: 'bad' }]);

    const { merchantId } = (await world.ask(`/v1/merchants/${slug}`)).body;
    const { items } = (await world.ask(`/v1/products?merchantId=${merchantId}`)).body as { items: unknown[] };
    expect(items).toMatchObject([{ handle: 'good', skus: [{ price: { amount: 990, currency: 'CNY' } }] }]);
  });

  it.each([
    ['a missing column', 'Handle,Title\na,b\n'],
    ['a wrong encoding', Buffer.concat([Buffer.from(HEADER), Buffer.from([0xb2, 0xe8, 0xff, 0xfe, 0x0a])])],
    ['a cell of 5 MB', `${HEADER}tea,"${'x'.repeat(5_000_000)}",,,Tea,,TRUE,9.90,5\n`],
  ])('with %s is refused', async (_what, csv) => {
    const { text } = await send(csv);
    const last = JSON.parse(text.trim().split('\n').at(-1) ?? '{}');
    expect((last.problem ?? last).code).toBe('import-invalid');
  });

  it('is a CSV or nothing', async () => {
    const { status, text } = await send('{}', 'application/json');
    expect([status, JSON.parse(text).code]).toEqual([415, 'media-type-unsupported']);
  });
});
