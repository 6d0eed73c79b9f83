/** What people mean to buy: as a guest, as themselves, and until it is bought. */
import { randomUUID } from 'node:crypto';
import { startRedis } from '@social/testkit/servers';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { type Money, type Order, openShop, type Shop } from './shop.ts';

let redis: Awaited<ReturnType<typeof startRedis>>;
let platform: Platform;
let shop: Shop;
beforeAll(async () => {
  redis = await startRedis();
  platform = await startPlatform({ redisUrl: redis.url });
  shop = openShop(platform);
});
afterAll(async () => {
  await platform?.stop();
  await redis?.kill();
});

type Line = { skuId: string; quantity: number; selected: boolean; notes: string[]; unitPrice: Money };
type Cart = {
  merchants: { merchantId: string; lines: (Line & { unitPriceWhenAdded: Money })[] }[];
  selected: { lines: number; pieces: number; totals: Money[] };
  lines: number;
};
type Merchant = Awaited<ReturnType<Shop['aMerchant']>>;
type Sku = Awaited<ReturnType<Shop['aSku']>>;
type Who = { token?: string; headers?: Record<string, string> };

const yuan = (amount: number): Money => ({ amount, currency: 'CNY' });
const linesOf = ({ merchants }: Cart) => merchants.flatMap(({ lines }) => lines);
const quantities = (cart: Cart) => Object.fromEntries(linesOf(cart).map(({ skuId, quantity }) => [skuId, quantity]));

const put = (who: Who, skuId: string, quantity = 1, key: string = randomUUID()) =>
  shop.send<Cart>('POST', '/v1/cart/lines', { ...who, body: { skuId, quantity }, key });
const read = (who: Who) => shop.must<Cart>('GET', '/v1/cart', who);

/** An app's guest: its token comes with its first answer. */
async function aGuest(): Promise<Who> {
  const { headers } = await shop.send('GET', '/v1/cart');
  return { headers: { 'x-guest': headers.get('x-guest') ?? '' } };
}

async function reprice({ token }: Merchant, { productId, skuId }: Sku, priceAmount: number): Promise<void> {
  type Product = { version: number; handle: string; title: string; categoryId: string };
  const { version, handle, title, categoryId } = await shop.must<Product>('GET', `/v1/products/${productId}`);
  const body = { version, handle, title, categoryId, skus: [{ skuId, priceAmount }] };
  await shop.must('PUT', `/v1/products/${productId}`, { token, body });
}

describe('a guest', () => {
  it('buys from two merchants after logging in; what was not selected stays in the cart', async () => {
    const [one, two] = [await shop.aMerchant(), await shop.aMerchant()];
    const [tea, pot, cup] = [
      ...[await shop.aSku(one, 10, 1990), await shop.aSku(one, 10, 9900), await shop.aSku(two, 10, 500)],
    ] as [Sku, Sku, Sku];
    const guest = await aGuest();
    for (const { skuId } of [tea, cup, pot]) expect((await put(guest, skuId, 2)).status).toBe(200);
    await shop.must('PATCH', `/v1/cart/lines/${pot.skuId}`, { ...guest, body: { selected: false } });

    const ann = await shop.aPerson('ann');
    const asAnn = { ...guest, token: ann.token };
    await reprice(one, tea, 2190);
    const cart = await read(asAnn);
    expect(new Set(cart.merchants.map(({ merchantId }) => merchantId))).toEqual(
      new Set([one.merchantId, two.merchantId]),
    );
    expect(linesOf(cart).find(({ skuId }) => skuId === tea.skuId)).toMatchObject({
      ...{ notes: ['price_up'], unitPrice: yuan(2190), unitPriceWhenAdded: yuan(1990) },
    });
    expect(cart.selected).toEqual({ lines: 2, pieces: 4, totals: [yuan(2 * 2190 + 2 * 500)] });
    expect(quantities(await read(guest))).toEqual({});

    const address = { addressId: ann.addressId };
    const { total } = await shop.must<{ total: Money }>('POST', '/v1/cart/preview', { ...asAnn, body: address });
    expect(total).toEqual(yuan(2 * 2190 + 2 * 500));
    const stale = { ...address, expectedTotal: yuan(2 * 1990 + 2 * 500) };
    const refused = await shop.send('POST', '/v1/cart/checkout', { ...asAnn, body: stale });
    expect(refused).toMatchObject({ status: 409, body: { code: 'price-changed' } });

    const key = randomUUID();
    const body = { ...address, expectedTotal: total };
    const check = () => shop.must<{ orders: Order[] }>('POST', '/v1/cart/checkout', { ...asAnn, body, key });
    const placed = await check();
    expect(placed.orders).toHaveLength(2);
    expect(quantities(await read(asAnn))).toEqual({ [pot.skuId]: 2 });
    await flush();
    expect(await check()).toEqual(placed);
    expect(quantities(await read(asAnn))).toEqual({ [pot.skuId]: 2 });
    expect(await shop.stockOf(tea.productId)).toBe(8);
  });

  it('cannot check out, nor see or take over another’s cart', async () => {
    const { skuId } = await shop.aSku(await shop.aMerchant(), 10);
    const [guest, other] = [await aGuest(), await aGuest()];
    await put(guest, skuId, 2);
    const body = { addressId: 'adr_1' };
    for (const path of ['/v1/cart/preview', '/v1/cart/checkout']) {
      const refused = await shop.send('POST', path, { ...guest, body });
      expect(refused).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    }
    expect(quantities(await read(other))).toEqual({});
    const refused = await shop.send('DELETE', `/v1/cart/lines/${skuId}`, other);
    expect(refused).toMatchObject({ status: 404, body: { code: 'cart-line-not-found' } });
    const { token } = await shop.aPerson('bob');
    const forged = `${guest.headers?.['x-guest']?.slice(0, -5)}AAAAA`;
    expect(await shop.send('GET', '/v1/cart', { token, headers: { 'x-guest': forged } })).toMatchObject({
      ...{ status: 401, body: { code: 'guest-token-invalid' } },
    });
    expect(quantities(await read(guest))).toEqual({ [skuId]: 2 });
  });

  it('with the same key as another guest puts something into their own cart', async () => {
    const merchant = await shop.aMerchant();
    const [tea, cup] = [await shop.aSku(merchant, 10), await shop.aSku(merchant, 10)];
    const [guest, other] = [await aGuest(), await aGuest()];
    const key = 'one-two-three';
    expect(quantities((await put(guest, tea.skuId, 1, key)).body)).toEqual({ [tea.skuId]: 1 });
    expect(quantities((await put(other, cup.skuId, 1, key)).body)).toEqual({ [cup.skuId]: 1 });
  });

  it('of a page is known by a cookie that scripts cannot read, from our pages alone; it goes at log-in', async () => {
    const { skuId } = await shop.aSku(await shop.aMerchant(), 10);
    const page = { origin: new URL(platform.url).origin, 'x-csrf': '1' };
    const first = await put({ headers: page }, skuId);
    expect(first.headers.get('x-guest')).toBeNull();
    expect(first.headers.get('set-cookie')).toMatch(/^guest=gst_.*HttpOnly; SameSite=Strict/);
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(quantities(await read({ headers: { 'x-csrf': '1', cookie } }))).toEqual({ [skuId]: 1 });

    const evil = await put({ headers: { ...page, origin: 'http://evil.test', cookie } }, skuId);
    expect(evil).toMatchObject({ status: 403, body: { code: 'csrf-refused' } });
    expect(evil.headers.get('set-cookie')).toBeNull();

    const { token } = await shop.aPerson('ann');
    const moved = await shop.send<Cart>('GET', '/v1/cart', { token, headers: { cookie } });
    expect(quantities(moved.body)).toEqual({ [skuId]: 1 });
    expect(moved.headers.get('set-cookie')).toMatch(/^guest=;.*Max-Age=0/);
  });
});

const flush = async () => {
  const client = await createClient({ url: redis.url }).connect();
  await client.flushAll();
  client.destroy();
};

describe('a request that is repeated', () => {
  it('adds once, also after Redis was flushed', async () => {
    const { skuId } = await shop.aSku(await shop.aMerchant(), 10);
    const ann = await shop.aPerson('ann');
    for (const who of [ann, await aGuest()] as Who[]) {
      const key = randomUUID();
      await put(who, skuId, 2, key);
      expect(quantities((await put(who, skuId, 2, key)).body)).toEqual({ [skuId]: 2 });
      await flush();
      expect(quantities((await put(who, skuId, 2, key)).body)).toEqual({ [skuId]: 2 });
      expect(await put(who, skuId, 3, key)).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
      expect(quantities((await put(who, skuId, 2)).body)).toEqual({ [skuId]: 4 });
    }
  });
});

describe('what fits no cart', () => {
  it.each([
    ['no piece', 'POST', '/v1/cart/lines', { skuId: 'sku_1', quantity: 0 }],
    ['a price of the caller', 'POST', '/v1/cart/lines', { skuId: 'sku_1', price: 1 }],
    ['no change', 'PATCH', '/v1/cart/lines/sku_1', {}],
    ['a thousand pieces', 'PATCH', '/v1/cart/lines/sku_1', { quantity: 1000 }],
    ['no selection', 'POST', '/v1/cart/select', {}],
  ])('is refused: %s', async (_what, method, path, body) => {
    const refused = await shop.send(method, path, { ...(await shop.aPerson('ann')), body });
    expect(refused).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
  });
});
