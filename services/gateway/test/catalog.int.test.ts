import { randomUUID } from 'node:crypto';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type World } from './world.ts';

let world: World;
let operator: string;
beforeAll(async () => {
  world = await aWorld(['identity', 'catalog']);
  operator = world.someone(['operator']).token;
});
afterAll(() => world?.stop());

type Made = { merchantId: string; productId: string; version: number };

/** A merchant with one who works there. */
const aShop = async (fields: object = {}) => {
  const slug = `m-${randomUUID().slice(0, 8)}`;
  const { body } = await world.ask('/v1/merchants', { token: operator, body: { slug, name: slug, ...fields } });
  const merchantId = String(body.merchantId);
  return { merchantId, token: world.someone(['merchant-staff'], merchantId).token };
};
const aProduct = async ({ merchantId, token }: { merchantId: string; token: string }, fields: object = {}) => {
  const body = { handle: `p-${randomUUID()}`, title: '龙井', skus: [{ priceAmount: 9900, stock: 10 }], ...fields };
  const made = await world.ask(`/v1/merchants/${merchantId}/products`, { token, body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body as Made & Record<string, unknown>;
};
const pageOf = (path: string) => world.ask(path, { token: world.someone().token });

describe('a sale with a time', () => {
  it('begins and ends by the clock', async () => {
    const shop = await aShop({ trusted: true });
    const { productId } = await aProduct(shop, { onSale: false });
    const path = `/v1/products/${productId}`;
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const from = new Date(Date.now() - 1000).toISOString();
    const put = (body: object) => world.ask(`${path}/sale-period`, { method: 'PUT', token: shop.token, body });

    expect((await put({ from: until })).body).toMatchObject({ onSale: false, saleFrom: until });
    expect((await pageOf(path)).status).toBe(404);
    expect((await put({ from, until })).body).toMatchObject({ onSale: true, visible: true, saleUntil: until });
    expect((await pageOf(path)).body).toMatchObject({ saleUntil: until });
    expect(await put({ until: from })).toMatchObject({ status: 422, body: { code: 'product-invalid' } });

    const soon = new Date(Date.now() + 1500).toISOString();
    await put({ until: soon });
    await eventually(async () => expect((await pageOf(path)).status).toBe(404), 15_000);
    await eventually(async () => {
      expect((await world.ask(path, { token: shop.token })).body).toMatchObject({ onSale: false, visible: false });
    }, 15_000);
  });
});

describe('brands and attributes', () => {
  it('are kept by operators and told with products, also on pages that were made before', async () => {
    const shop = await aShop({ trusted: true });
    const slug = `b-${randomUUID().slice(0, 8)}`;
    const brand = await world.ask('/v1/brands', { token: operator, body: { slug, name: '云雾', logo: '/l.png' } });
    const { brandId } = brand.body;
    const root = await world.ask('/v1/categories', { token: operator, body: { slug, name: '茶' } });
    const { categoryId } = root.body;
    const attributes = [{ name: '等级', type: 'choice', required: true, choices: ['特级'] }];
    const asked = { method: 'PUT', token: operator, body: { attributes } };
    expect((await world.ask(`/v1/categories/${categoryId}/attributes`, asked)).body).toMatchObject({ attributes });

    const product = { handle: 'lj', title: '龙井', brandId, categoryId, skus: [{ priceAmount: 1, stock: 1 }] };
    const path = `/v1/merchants/${shop.merchantId}/products`;
    const lacking = await world.ask(path, { token: shop.token, body: product });
    expect(lacking).toMatchObject({
      status: 422,
      body: { code: 'product-invalid', errors: [{ path: 'attributes.等级' }] },
    });
    const told = { ...product, attributes: [{ name: '等级', value: '特级' }] };
    const made = await world.ask(path, { token: shop.token, body: told });
    const page = `/v1/products/${made.body.productId}`;
    expect((await pageOf(page)).body).toMatchObject({ brand: { brandId, name: '云雾' }, attributes: told.attributes });

    await world.ask(`/v1/brands/${brandId}`, { method: 'PUT', token: operator, body: { slug, name: '云雾山' } });
    expect((await pageOf(page)).body).toMatchObject({ brand: { name: '云雾山' } });
    expect((await pageOf(`/v1/products?brandId=${brandId}`)).body.items).toHaveLength(1);
    expect((await pageOf(`/v1/brands/${slug}`)).body).toMatchObject({ brandId, name: '云雾山' });
    expect((await pageOf('/v1/brands')).body.items).toMatchObject([{ brandId }]);
  });
});

describe('editing many products', () => {
  it('answers each by itself, the same again under the same key, and shows it at once', async () => {
    const shop = await aShop({ trusted: true });
    const made = [await aProduct(shop), await aProduct(shop)];
    const [one, two] = made.map(({ productId }) => productId);
    const path = `/v1/merchants/${shop.merchantId}/products/bulk`;
    expect((await pageOf(`/v1/products/${one}`)).body).toMatchObject({ skus: [{ price: { amount: 9900 } }] });
    const edits = [
      { productId: one, version: 1, prices: [{ basisPoints: -1500 }], addTags: ['特价'] },
      { productId: two, version: 7, onSale: false },
    ];
    const ask = { token: shop.token, body: { edits }, key: randomUUID() };
    const first = await world.ask(path, ask);

    expect(first).toMatchObject({
      status: 200,
      body: {
        results: [
          { productId: one, version: 2 },
          { productId: two, code: 'version-conflict' },
        ],
      },
    });
    expect((await world.ask(path, ask)).body).toEqual(first.body);
    expect((await pageOf(`/v1/products/${one}`)).body).toMatchObject({
      tags: ['特价'],
      skus: [{ price: { amount: 8415 } }],
    });
    const both = [{ productId: one, prices: [{ amount: 1, basisPoints: 1 }] }];
    expect((await world.ask(path, { token: shop.token, body: { edits: both } })).status).toBe(400);
  });

  it('takes a body of five hundred edits', async () => {
    const shop = await aShop({ trusted: true });
    const { productId } = await aProduct(shop);
    const addTags = Array.from({ length: 8 }, (_, index) => `标签-${index}-${'长'.repeat(20)}`);
    const edits = Array.from({ length: 500 }, () => ({ productId, addTags }));
    const asked = { token: shop.token, body: { edits } };
    const { status, body } = await world.ask(`/v1/merchants/${shop.merchantId}/products/bulk`, asked);

    expect([status, (body.results as { version: number }[]).every(({ version }) => version === 2)]).toEqual([
      200,
      true,
    ]);
  });
});

describe('a deleted product', () => {
  it('is read by its staff still, and by nobody else', async () => {
    const shop = await aShop({ trusted: true });
    const { productId } = await aProduct(shop);
    const path = `/v1/products/${productId}`;
    expect((await world.ask(path, { method: 'DELETE', token: shop.token })).status).toBe(204);

    expect((await world.ask(path, { token: shop.token })).body).toMatchObject({ deleted: true, visible: false });
    expect((await world.ask(path, { token: (await aShop()).token })).status).toBe(404);
    expect((await pageOf(path)).status).toBe(404);
    expect((await world.ask(path, { method: 'DELETE', token: shop.token })).status).toBe(404);
  });
});

describe('publishing', () => {
  it('takes a review of what a merchant that is not trusted wants to sell', async () => {
    const shop = await aShop();
    const { productId, version, ...product } = await aProduct(shop);
    const path = `/v1/products/${productId}`;
    expect(product).toMatchObject({ publication: 'in_review', visible: false, onSale: true });
    expect((await pageOf(path)).status).toBe(404);

    const queue = '/v1/products?includeOffSale=true&publication=in_review&order=oldest';
    const waiting = (await world.ask(queue, { token: operator })).body.items as Made[];
    expect(waiting.map((item) => item.productId)).toContain(productId);
    expect((await world.ask(`${path}/approve`, { token: shop.token, body: { version } })).status).toBe(403);
    const approved = await world.ask(`${path}/approve`, { token: operator, body: { version } });
    expect(approved).toMatchObject({ status: 200, body: { publication: 'published', visible: true } });
    expect((await pageOf(path)).body).toMatchObject({ title: '龙井', publication: 'published' });

    const reason = '图片不清';
    const down = await world.ask(`${path}/take-down`, { token: operator, body: { reason } });
    expect(down.body).toMatchObject({ publication: 'rejected', rejection: reason });
    expect((await pageOf(path)).status).toBe(404);
    expect((await world.ask(path, { token: shop.token })).body).toMatchObject({ rejection: reason });
    expect((await world.ask(`${path}/submit`, { token: shop.token, body: {} })).body.publication).toBe('in_review');
    const rejected = await world.ask(`${path}/reject`, {
      token: operator,
      body: { version: Number(down.body.version) + 1, reason },
    });
    expect(rejected.body).toMatchObject({ publication: 'rejected' });
    const refused = await world.ask(`${path}/withdraw`, { token: shop.token, body: {} });
    expect(refused).toMatchObject({ status: 409, body: { code: 'publication-refused' } });
  });

  it('takes none of a trusted merchant', async () => {
    const shop = await aShop({ trusted: true });
    expect(await aProduct(shop)).toMatchObject({ publication: 'published', visible: true });
    const path = `/v1/merchants/${shop.merchantId}`;
    await world.ask(`${path}/trusted`, { method: 'PUT', token: operator, body: { trusted: false } });
    expect((await pageOf(path)).body).toMatchObject({ trusted: false });
    expect(await aProduct(shop)).toMatchObject({ publication: 'in_review' });
  });
});
