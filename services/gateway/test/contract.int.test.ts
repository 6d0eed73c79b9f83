import { randomUUID } from 'node:crypto';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, OPERATOR, type World } from './world.ts';

let world: World;
let operator: string;
beforeAll(async () => {
  world = await aWorld(['identity', 'catalog']);
  const { body } = await world.ask('/v1/auth/log-in', { body: OPERATOR });
  operator = String(body.accessToken);
});
afterAll(() => world?.stop());

const aSlug = () => `m-${randomUUID().slice(0, 8)}`;
const aMerchant = async (slug = aSlug()) =>
  (await world.ask('/v1/merchants', { token: operator, body: { slug, name: slug } })).body;
const aProduct = async (fields: object = {}) => {
  const { slug } = await aMerchant();
  const body = { handle: 'longjing', title: '明前龙井', skus: [{ priceAmount: 9900, stock: 10 }], ...fields };
  return world.ask(`/v1/merchants/${slug}/products`, { token: operator, body });
};

/** Asks the catalog itself, so that gateways hear of it by the event alone. */
const deleteBehindTheGateways = async (productId: string) => {
  const { tokenKey, running } = world;
  const catalog = createRpcClient(services.catalog(), running.catalog?.grpc ?? '', { tokenKey });
  await catalog.DeleteProduct({ productId }, { caller: { userId: 'usr_operator', roles: ['operator'] } });
  catalog.close();
};

describe('what fits no schema', () => {
  const lines = [{ skuId: 'sku_1', quantity: 1 }];
  const addressId = 'adr_1';
  it.each([
    ['an unknown field', { lines, addressId, coupon: 'x' }, 'coupon'],
    ['a price of the caller', { lines: [{ ...lines[0], price: 1 }], addressId }, 'lines.0.price'],
    ['a negative quantity', { lines: [{ skuId: 'sku_1', quantity: -1 }], addressId }, 'lines.0.quantity'],
    ['a huge quantity', { lines: [{ skuId: 'sku_1', quantity: 2 ** 40 }], addressId }, 'lines.0.quantity'],
    ['half a piece', { lines: [{ skuId: 'sku_1', quantity: 0.5 }], addressId }, 'lines.0.quantity'],
    ['a quantity as text', { lines: [{ skuId: 'sku_1', quantity: '1' }], addressId }, 'lines.0.quantity'],
    ['nothing to buy', { lines: [], addressId }, 'lines'],
    ['a list for an object', [], ''],
  ])('%s is refused and named', async (_what, body, path) => {
    const { token } = world.someone();
    const refused = await world.ask('/v1/orders', { token, body });
    expect(refused).toMatchObject({ status: 400, body: { code: 'request-invalid', errors: [{ path }] } });
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
  });

  it.each([
    ['is not JSON', '{"lines":', 'application/json', 400, 'request-invalid'],
    ['would poison a prototype', '{"__proto__":{"roles":["operator"]}}', 'application/json', 400, 'request-invalid'],
    ['is a form', 'lines=1', 'application/x-www-form-urlencoded', 415, 'media-type-unsupported'],
    ['is over 100 kB', JSON.stringify({ x: 'x'.repeat(110_000) }), 'application/json', 413, 'request-too-large'],
  ])('a body that %s is refused', async (_what, body, type, status, code) => {
    const { token } = world.someone();
    const refused = await world.ask('/v1/orders', { token, body, headers: { 'content-type': type } });
    expect(refused).toMatchObject({ status, body: { code } });
  });

  it.each([
    '/v1/products?limit=0',
    '/v1/products?limit=101',
    '/v1/products?limit=1&limit=2',
    '/v1/products?order=cheapest',
    '/v1/products?surprise=1',
    '/v1/products/..%2F..%2Fetc',
    '/v1/products/%zz',
  ])('the query or path of %s is refused', async (path) => {
    expect(await world.ask(path)).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
  });
});

describe('where nothing is', () => {
  it('an unknown route is not found', async () => {
    expect(await world.ask('/v1/nothing')).toMatchObject({ status: 404, body: { code: 'route-not-found' } });
  });

  it('a wrong method is told which are right', async () => {
    const refused = await world.ask('/v1/orders', { method: 'DELETE' });
    expect(refused).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
    expect(refused.headers.get('allow')).toBe('GET, POST');
  });

  it('a service that is away is said to be, with when to come back', async () => {
    const away = await world.ask('/v1/orders', { token: world.someone().token });
    expect(away).toMatchObject({ status: 503, body: { code: 'service-unavailable' } });
    expect(away.headers.get('retry-after')).toBe('1');
  });
});

describe('who is asking', () => {
  it.each([
    ['no token', () => undefined],
    ['an expired token', () => world.tokens.of({ sub: 'usr_ann', roles: ['shopper'] }, 1)],
    ['a token of a key that is not ours', () => world.tokens.ofKey('other', { sub: 'usr_ann', roles: [] })],
    ['a token for another house', () => world.tokens.ofAudience('other', { sub: 'usr_ann', roles: [] })],
  ])('%s is nobody', async (_what, make) => {
    const token = make();
    await eventually(async () => {
      expect(await world.ask('/v1/session', { token })).toMatchObject({
        status: 401,
        body: { code: 'unauthenticated' },
      });
    });
  });

  it('a shopper may not do what operators do', async () => {
    const { token } = world.someone();
    const body = { slug: aSlug(), name: 'Mine' };
    expect(await world.ask('/v1/merchants', { token, body })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  it('another shopper’s address is not there', async () => {
    const [ann, bob] = [world.someone(), world.someone()];
    const body = { recipient: '安小雨', phone: '13812345678', districtCode: '330106', detail: '文三路 1 号' };
    const { addressId } = (await world.ask('/v1/me/addresses', { token: ann.token, body })).body;
    const path = `/v1/me/addresses/${addressId}`;
    expect((await world.ask(path, { token: ann.token })).status).toBe(200);
    const refused = { status: 404, body: { code: 'address-not-found' } };
    expect(await world.ask(path, { token: bob.token })).toMatchObject(refused);
  });

  it('is told from the token alone', async () => {
    const { token, userId } = world.someone();
    expect((await world.ask('/v1/session', { token })).body).toMatchObject({ userId, roles: ['shopper'] });
  });
});

describe('an account', () => {
  /** Asks for a code and reads it where the development sender writes it. */
  const aCode = async (phone: string, purpose: string) => {
    const lines = world.running.identity?.lines ?? [];
    const before = lines.length;
    expect((await world.ask('/v1/auth/codes', { body: { phone, purpose } })).status).toBe(202);
    return eventually(() => {
      const code = lines
        .slice(before)
        .join('\n')
        .match(/"code":"(\d{6})"/)?.[1];
      if (!code) throw new Error('no code yet');
      return code;
    });
  };

  it('is made with a code, and refreshed by an app through the body', async () => {
    const phone = '13911112222';
    const who = { phone, code: await aCode(phone, 'register'), password: 'a-long-enough-word-72', name: '安' };
    const made = await world.ask('/v1/auth/register', { body: who });
    expect(made).toMatchObject({ status: 201, body: { user: { phoneMasked: '139****2222', roles: ['shopper'] } } });

    const refreshed = await world.ask('/v1/auth/refresh', { body: { refreshToken: made.body.refreshToken } });
    expect(refreshed.status).toBe(200);
    const profile = await world.ask('/v1/me', { token: String(refreshed.body.accessToken) });
    expect(profile.body).toMatchObject({ name: '安' });
    const again = await world.ask('/v1/auth/refresh', { body: { refreshToken: made.body.refreshToken } });
    expect(again).toMatchObject({ status: 401, body: { code: 'refresh-token-reused' } });
  });

  it('is refreshed by a browser through the cookie, from a page of ours alone', async () => {
    const logIn = await world.ask('/v1/auth/log-in', { body: { ...OPERATOR, client: 'web' } });
    expect(logIn.body).not.toHaveProperty('refreshToken');
    const cookie = logIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const refresh = (headers: Record<string, string>) =>
      world.ask('/v1/auth/refresh', { method: 'POST', headers: { cookie, ...headers } });

    const refused = { status: 403, body: { code: 'csrf-refused' } };
    expect(await refresh({ origin: 'http://evil.test', 'x-csrf': '1' })).toMatchObject(refused);
    expect(await refresh({ origin: 'http://shop.test' })).toMatchObject(refused);
    const done = await refresh({ origin: 'http://shop.test', 'x-csrf': '1' });
    expect(done.status).toBe(200);
    expect(done.headers.get('set-cookie')).toMatch(/^refresh=.*HttpOnly; SameSite=Strict/i);
  });

  it('is not told apart from none when the password is wrong', async () => {
    const wrong = { status: 401, body: { code: 'credentials-wrong' } };
    expect(await world.ask('/v1/auth/log-in', { body: { ...OPERATOR, password: 'x' } })).toMatchObject(wrong);
    const body = { phone: '13999999999', password: 'x' };
    expect(await world.ask('/v1/auth/log-in', { body })).toMatchObject(wrong);
  });
});

describe('every answer', () => {
  it('carries the request id and the security headers', async () => {
    const { headers } = await world.ask('/v1/products', { headers: { 'x-request-id': 'my-request-1' } });
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-request-id': 'my-request-1',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('may be read by the pages of listed origins alone', async () => {
    const allowed = await world.ask('/v1/products', { headers: { origin: 'http://shop.test' } });
    expect(allowed.headers.get('access-control-allow-origin')).toBe('http://shop.test');
    const other = await world.ask('/v1/products', { headers: { origin: 'http://evil.test' } });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    const headers = { origin: 'http://shop.test', 'access-control-request-method': 'POST' };
    const preflight = await world.ask('/v1/orders', { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('idempotency-key');
  });

  it('mints shoppers on a development stack; elsewhere there is no such path', async () => {
    const ask = { token: world.someone(['operator']).token, body: { count: 1 } };
    const production = await world.ask('/v1/dev/shoppers', ask);
    expect(production).toMatchObject({ status: 404, body: { code: 'route-not-found' } });
    expect(JSON.stringify((await world.ask('/openapi.json')).body)).not.toContain('/v1/dev/');

    const development = await world.startGateway({ DEV_ENDPOINTS: 'true' });
    try {
      const mint = (token: string) =>
        fetch(`${development.http}/v1/dev/shoppers`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(ask.body),
        });
      expect((await mint(world.someone().token)).status).toBe(403);
      // The identity service of this stack is as in production, and refuses by itself.
      expect(await (await mint(ask.token)).json()).toMatchObject({ code: 'forbidden' });
    } finally {
      await development.kill();
    }
  });

  it('is described, and readable with nothing from elsewhere', async () => {
    expect((await world.ask('/openapi.json')).body).toMatchObject({ openapi: '3.1.0' });
    const page = await world.ask('/docs');
    const files = [...String(page.body.text).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files).toHaveLength(4);
    for (const file of files) expect([file, (await world.ask(file)).status]).toEqual([file, 200]);
  });
});

describe('a product page', () => {
  it('shows a change to who made it at once', async () => {
    const { body } = await aProduct();
    const path = `/v1/products/${body.productId}`;
    expect((await world.ask(path)).body).toMatchObject({ title: '明前龙井' });
    await world.ask(`${path}/on-sale`, { method: 'PUT', token: operator, body: { onSale: false } });
    expect(await world.ask(path)).toMatchObject({ status: 404, body: { code: 'product-not-found' } });
    expect((await world.ask(path, { token: operator })).status).toBe(200);
  });

  it('tells what a piece costs its merchant to operators, and to no shopper', async () => {
    const { body } = await aProduct({
      skus: [{ priceAmount: 9900, costAmount: 43219876, pictures: ['/a.jpg', '/b.jpg'] }],
    });
    for (const path of [`/v1/products/${body.productId}`, `/v1/products?merchantId=${body.merchantId}`]) {
      expect(JSON.stringify((await world.ask(path, { token: operator })).body)).toContain('43219876');
      for (const token of [undefined, world.someone().token]) {
        const page = JSON.stringify((await world.ask(path, { token })).body);
        expect(page).toContain('"pictures":["/a.jpg","/b.jpg"]');
        expect(page).not.toContain('43219876');
      }
    }
  });

  it('is not sent again to who has it, from whichever gateway, until it changes', async () => {
    const other = await world.startGateway();
    try {
      const { body } = await aProduct();
      const ask = (base: string, tag?: string | null) =>
        fetch(`${base}/v1/products/${body.productId}`, { headers: tag ? { 'if-none-match': tag } : {} });
      const tag = (await ask(world.gateway.http)).headers.get('etag');
      const again = await ask(other.http, tag);
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
      await deleteBehindTheGateways(String(body.productId));
      await eventually(async () => expect((await ask(other.http, tag)).status).toBe(404));
    } finally {
      await other.kill();
    }
  });

  it('is dropped at every gateway by the event of its change, before its time is over', async () => {
    const other = await world.startGateway({ PAGE_TTL_MS: '600000' });
    try {
      const { body } = await aProduct();
      const page = () => fetch(`${other.http}/v1/products/${body.productId}`);
      expect((await page()).status).toBe(200);
      await eventually(() => expect(other.lines.join('\n')).toContain('following facts'));
      await deleteBehindTheGateways(String(body.productId));
      await eventually(async () => expect((await page()).status).toBe(404));
    } finally {
      await other.kill();
    }
  });
});
