/** Whoever asks for, or tries to change, what belongs to somebody else hears that there is no such thing. */
import { ROUTES } from '@social/gateway/routes/table';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { openShop, type Shop } from './shop.ts';

type Route = (typeof ROUTES)[number];
const nameOf = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;

/** What everybody may ask for or take part in: nobody's own. */
const FOR_EVERYBODY = new Set([
  'POST /v1/activities/:activity/groups',
  'POST /v1/groups/:group/members',
  'POST /v1/activities/:activity/waiting-room/challenge',
  'POST /v1/activities/:activity/waiting-room/tickets',
]);

const OWNED = ROUTES.filter(
  (route) =>
    route.path.includes(':') &&
    (route.guests || !['none', 'optional'].includes(String(route.access))) &&
    !FOR_EVERYBODY.has(nameOf(route)),
);

/** A body that each route would take. */
const BODIES: Record<string, unknown> = {
  'PUT /v1/me/addresses/:address': { recipient: '别人', phone: '13900000009', districtCode: '110101', detail: '二号' },
  'POST /v1/merchants/:merchant/products': { handle: 'theirs', title: 'x', skus: [{ priceAmount: 1, stock: 1 }] },
  'POST /v1/merchants/:merchant/products/bulk': { edits: [{ productId: ':product', onSale: false }] },
  'PUT /v1/products/:product': { version: 1, handle: 'x', title: 'x', skus: [{ priceAmount: 1, stock: 1 }] },
  'PUT /v1/products/:product/on-sale': { onSale: false },
  'PUT /v1/products/:product/sale-period': { until: '2030-01-01T00:00:00.000Z' },
  'POST /v1/products/:product/submit': {},
  'POST /v1/products/:product/withdraw': {},
  'POST /v1/products/:product/approve': { version: 1 },
  'POST /v1/products/:product/reject': { version: 1, reason: 'x' },
  'POST /v1/products/:product/take-down': { reason: 'x' },
  'PUT /v1/categories/:category/attributes': { attributes: [] },
  'PUT /v1/brands/:brand': { slug: 'theirs', name: 'x' },
  'PUT /v1/merchants/:merchant/trusted': { trusted: true },
  'PUT /v1/skus/:sku/stock': { stock: 1 },
  'PUT /v1/merchants/:merchant/low-stock': { threshold: 1 },
  'PUT /v1/merchants/:merchant/skus/:sku/low-stock': { threshold: 1 },
  'POST /v1/merchants/:merchant/skus/:sku/stock-adjustments': { by: 1, reason: 'found' },
  'POST /v1/merchants/:merchant/activities': {
    ...{ skuId: ':sku', groupAmount: 1, groupSize: 2, fillSeconds: 60, stock: 2 },
    ...{ startsAt: '2030-01-01T00:00:00.000Z', endsAt: '2030-01-02T00:00:00.000Z' },
  },
  'PATCH /v1/cart/lines/:sku': { quantity: 2 },
  'POST /v1/orders/:order/price': { totalAmount: 1 },
  'POST /v1/orders/:order/ship': { carrier: 'SF', trackingNumber: 'SF1' },
  'POST /v1/orders/:order/hand-over': { code: '12345678' },
  'PUT /v1/orders/:order/remark': { remark: 'mine' },
  'PUT /v1/orders/:order/note': { note: 'mine' },
  'PUT /v1/orders/:order/address': { addressId: ':address' },
  'PUT /v1/merchants/:merchant/pick-up-points': { points: [] },
  'PUT /v1/merchants/:merchant/freight': { measure: 'piece', rules: [{ regions: [] }] },
};

let platform: Platform;
let shop: Shop;
let things: Record<string, string>;
let bob: { token: string };
let otherStaff: { token: string };
let owner: { token: string };

beforeAll(async () => {
  // The owner looks at everything before and after each try: on a quick machine more often than anybody may.
  platform = await startPlatform({ env: { gateway: { USER_BURST: '10000' } } });
  shop = openShop(platform);
  const merchant = await shop.aMerchant();
  const { skuId, productId } = await shop.aSku(merchant, 100);
  const { activityId } = await shop.anActivity(merchant, skuId);
  const ann = await shop.aPerson('ann');
  const { groupId } = await shop.open(ann, activityId);
  const body = { lines: [{ skuId, quantity: 1 }], addressId: ann.addressId };
  const { orders } = await shop.must<{ orders: { orderId: string }[] }>('POST', '/v1/orders', {
    token: ann.token,
    body,
  });
  const order = orders[0]?.orderId ?? '';
  await shop.must('POST', '/v1/cart/lines', { token: ann.token, body: { skuId } });
  const { paymentId } = await shop.intent(ann, order);
  const brand = { slug: `b-${Date.now()}`, name: '云雾' };
  const { brandId } = await shop.must<{ brandId: string }>('POST', '/v1/brands', { token: shop.operator, body: brand });
  const { uploadId } = await shop.must<{ uploadId: string }>('POST', '/v1/uploads', {
    token: merchant.token,
    body: { purpose: 'product_picture', contentType: 'image/png', bytes: 100 },
  });
  things = {
    ...{ order, payment: paymentId, address: ann.addressId, group: groupId },
    ...{ category: merchant.categoryId, brand: brandId },
    ...{ merchant: merchant.merchantId, product: productId, sku: skuId, activity: activityId },
    upload: uploadId,
  };
  owner = ann;
  [bob, otherStaff] = [await shop.aPerson('bob'), await shop.aMerchant()];
});
afterAll(() => platform?.stop());

/** Whether somebody of a role gets as far as being asked whose it is. */
const opensTo = ({ access }: Route, role: 'merchant-staff') => typeof access === 'string' || access.includes(role);

/** With the ids of what belongs to somebody else. */
const filled = (text: string) => text.replace(/:([a-z]+)/g, (whole, name: string) => things[name] ?? whole);
const bodyOf = (name: string): unknown =>
  name in BODIES ? JSON.parse(filled(JSON.stringify(BODIES[name]))) : undefined;

/** All of it as its owners see it. */
const asOwned = async () => {
  const { order, payment, address, product, activity, group, merchant } = things;
  const read = (path: string, token?: string) => shop.must('GET', path, { token });
  return Promise.all([
    ...[`/v1/orders/${order}`, `/v1/payments/${payment}`, `/v1/me/addresses/${address}`, '/v1/cart'].map((path) =>
      read(path, owner.token),
    ),
    ...[`/v1/products/${product}`, `/v1/activities/${activity}`, `/v1/groups/${group}`].map((path) => read(path)),
    read(`/v1/merchants/${merchant}/freight`),
  ]);
};

describe('a stranger', () => {
  it('is thought of on every route with an id', () => {
    const params = new Set(OWNED.flatMap(({ path }) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)));
    expect([...params].filter((name) => name && !(name in things))).toEqual([]);
    const unknown = Object.keys(BODIES).filter((name) => !OWNED.some((route) => nameOf(route) === name));
    expect(unknown).toEqual([]);
  });

  it.each(OWNED.map((route) => [nameOf(route), route] as const))(
    'is refused %s, and changes nothing',
    async (name, route) => {
      const before = await asOwned();
      const { token } = typeof route.access === 'string' ? bob : otherStaff;
      const answer = await shop.send(route.method.toUpperCase(), filled(route.path), {
        token,
        ...(route.bodyType ? { headers: { 'content-type': route.bodyType } } : {}),
        body: bodyOf(name),
      });
      // Merchants and their sales are known to everybody: who works for another may not, nor do what operators do.
      // Everything else is not there.
      const known = /^\/v1\/(merchants|activities)\//.test(route.path) || !opensTo(route, 'merchant-staff');
      expect(answer.status, JSON.stringify(answer.body)).toBe(known ? 403 : 404);
      expect(await asOwned()).toEqual(before);
    },
  );
});
