import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aName, aProduct, aShop, codeOf, OPERATOR, type Running, SHOPPER, staffOf, startCatalog } from './harness.ts';

let running: Running;
beforeAll(async () => {
  running = await startCatalog();
});
afterAll(() => running.close());

const operator = { caller: OPERATOR };
const aBrand = (fields: object = {}) =>
  running.rpc.CreateBrand({ slug: aName('brand'), name: '云雾', ...fields }, operator);

describe('a brand', () => {
  it('is kept by operators, under a slug of its own, once a request', async () => {
    const { rpc } = running;
    const request = { id: aName('request'), bodyHash: 'a' };
    const said = { slug: aName('brand'), name: '云雾', logo: '/logo.png', description: '茶', request };
    const made = await Promise.all([1, 2, 3].map(() => rpc.CreateBrand(said, operator)));
    const { brandId } = made[0] ?? {};

    expect(new Set(made.map((brand) => brand.brandId)).size).toBe(1);
    expect(await codeOf(rpc.CreateBrand({ slug: said.slug, name: 'x' }, operator))).toBe('brand-slug-taken');
    expect(await codeOf(aBrand({ logo: 'javascript:1' }))).toBe('request-invalid');
    expect(await codeOf(rpc.CreateBrand({ slug: 'x', name: 'x' }, { caller: SHOPPER }))).toBe('forbidden');
    expect(await codeOf(rpc.UpdateBrand({ brandId, slug: 'x', name: 'x' }, { caller: SHOPPER }))).toBe('forbidden');
    const other = await aBrand();
    expect(await codeOf(rpc.UpdateBrand({ brandId, slug: other.slug, name: 'x' }, operator))).toBe('brand-slug-taken');
    expect(await codeOf(rpc.UpdateBrand({ brandId: 'brd_no', slug: 'x', name: 'x' }, operator))).toBe(
      'brand-not-found',
    );
    expect(await codeOf(rpc.GetBrand({ brand: 'brd_no' }))).toBe('brand-not-found');
    expect(await rpc.GetBrand({ brand: said.slug })).toMatchObject({ brandId, name: '云雾', logo: '/logo.png' });
    expect((await rpc.ListBrands({})).brands.map((brand) => brand.brandId)).toContain(brandId);
  });

  it('is told with its products, by its name of today', async () => {
    const { rpc } = running;
    const { merchantId, categoryId } = await aShop(running);
    const { brandId, slug } = await aBrand();
    const product = { ...aProduct(categoryId), brandId };
    const { productId, brand } = await rpc.CreateProduct({ merchantId, product }, operator);
    expect(brand).toMatchObject({ brandId, name: '云雾' });
    await rpc.UpdateBrand({ brandId, slug, name: '云雾山' }, operator);

    expect((await rpc.GetProduct({ productId })).brand).toMatchObject({ name: '云雾山' });
    expect((await rpc.ListProducts({ merchantId })).products[0]?.brand).toMatchObject({ name: '云雾山' });
    const unknown = { ...aProduct(categoryId), brandId: 'brd_no' };
    expect(await codeOf(rpc.CreateProduct({ merchantId, product: unknown }, operator))).toBe('brand-not-found');
  });

  it('lists what is on sale of it in every shop, page by page in every order', async () => {
    const { rpc } = running;
    const [one, two] = [await aShop(running), await aShop(running, { trusted: false })];
    const { brandId } = await aBrand();
    for (const price of [500, 300, 500, 900]) {
      const product = { ...aProduct(one.categoryId, { price }), brandId };
      await rpc.CreateProduct({ merchantId: one.merchantId, product }, operator);
    }
    await rpc.CreateProduct({ merchantId: one.merchantId, product: aProduct(one.categoryId) }, operator);
    const reviewed = { ...aProduct(two.categoryId, { price: 400 }), brandId };
    const caller = staffOf(two.merchantId);
    const waiting = await rpc.CreateProduct({ merchantId: two.merchantId, product: reviewed }, { caller });
    const prices = async () => {
      const seen = [];
      let cursor = '';
      do {
        const page = await rpc.ListProducts({ brandId, order: 'PRODUCT_ORDER_PRICE_UP', limit: 2, cursor });
        seen.push(...page.products.map(({ skus }) => skus[0]?.price?.amount));
        cursor = page.nextCursor;
      } while (cursor);
      return seen;
    };

    expect(await prices()).toEqual([300, 500, 500, 900]);
    await rpc.ApproveProduct({ productId: waiting.productId, version: waiting.version }, operator);
    expect(await prices()).toEqual([300, 400, 500, 500, 900]);
    expect(await codeOf(rpc.ListProducts({ brandId, merchantId: one.merchantId }))).toBe('request-invalid');
  });
});
