import type { ProductEdit } from '@social/contracts/generated/social/catalog/v1/ProductEdit';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aName,
  aProduct,
  aShop,
  codeOf,
  OPERATOR,
  onSale,
  type Running,
  SHOPPER,
  staffOf,
  startCatalog,
} from './harness.ts';

let running: Running;
beforeAll(async () => {
  running = await startCatalog();
});
afterAll(() => running.close());

/** A shop with so many products at 10.00. */
async function aShopOf(count: number) {
  const shop = await aShop(running);
  const caller = staffOf(shop.merchantId);
  const productIds: string[] = [];
  for (let at = 0; at < count; at++) {
    const product = aProduct(shop.categoryId);
    productIds.push((await running.rpc.CreateProduct({ merchantId: shop.merchantId, product }, { caller })).productId);
  }
  return { ...shop, caller, productIds };
}
const cheaper = (productId: string): ProductEdit => ({ productId, prices: [{ basisPoints: -1000 }] });
const aRequest = () => ({ id: aName('request'), bodyHash: 'a' });
const pricesOf = async (merchantId: string) => {
  const { products } = await running.rpc.ListProducts({ merchantId, limit: 100 });
  return products.map(({ skus }) => skus[0]?.price?.amount);
};
/** As if the process had died before it kept the results. */
const forgetResults = (id: string) =>
  running.catalog.collections.bulkEdits.updateOne({ _id: id }, { $unset: { results: '' } });

describe('editing many products', () => {
  it('applies each edit by itself: one that is refused stops no other', async () => {
    const { rpc } = running;
    const [{ merchantId, caller, productIds, categoryId }, foreign] = [await aShopOf(3), await onSale(running)];
    const [one = '', two = '', three = ''] = productIds;
    const edits: ProductEdit[] = [
      { productId: one, version: 1, prices: [{ amount: 500 }], addTags: ['sale'], sale: 'SALE_CHANGE_OFF' },
      { productId: two, version: 9, prices: [{ amount: 500 }] },
      { productId: foreign.productId, prices: [{ amount: 1 }] },
      { productId: 'prd_no', sale: 'SALE_CHANGE_OFF' },
      { productId: three, prices: [{ basisPoints: -10_000 }] },
      { productId: three, categoryId: 'cat_no' },
      { productId: three, prices: [{ basisPoints: -2550 }], categoryId },
      { productId: three, prices: [{ amount: 700, skuId: 'sku_no' }] },
    ];

    const { results } = await rpc.EditProducts({ merchantId, edits, request: aRequest() }, { caller });

    expect(results.map(({ code, version }) => code || version)).toEqual([
      ...[2, 'version-conflict', 'product-not-found', 'product-not-found', 'product-invalid', 'category-not-found', 2],
      'sku-not-found',
    ]);
    expect(results[4]?.errors).toMatchObject([{ path: 'prices' }]);
    expect(await rpc.GetProduct({ productId: one }, { caller })).toMatchObject({ onSale: false, tags: ['sale'] });
    expect(await pricesOf(merchantId)).toEqual([745, 1000]);
    expect(await rpc.GetProduct({ productId: foreign.productId })).toEqual(foreign.product);
  });

  it('tells of each product it changed, once', async () => {
    const { merchantId, caller, productIds } = await aShopOf(3);
    const edits = [...productIds, ...productIds].map(cheaper);
    const { results } = await running.rpc.EditProducts({ merchantId, edits, request: aRequest() }, { caller });

    expect(results.map(({ version }) => version)).toEqual([2, 2, 2, 3, 3, 3]);
    expect(await pricesOf(merchantId)).toEqual([810, 810, 810]);
    await eventually(async () => {
      const waiting = { merchant_id: merchantId, outbox: { $exists: true } };
      expect(await running.catalog.collections.products.countDocuments(waiting)).toBe(0);
    });
  });

  it('is once a request: ten at the same time take off a tenth once', async () => {
    const { merchantId, caller, productIds } = await aShopOf(4);
    const asked = { merchantId, edits: productIds.map(cheaper), request: aRequest() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => running.rpc.EditProducts(asked, { caller })));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await pricesOf(merchantId)).toEqual([900, 900, 900, 900]);
    const other = { ...asked, request: { ...asked.request, bodyHash: 'b' } };
    expect(await codeOf(running.rpc.EditProducts(other, { caller }))).toBe('idempotency-key-reused');
  });

  it('hears the same again, whatever was changed since', async () => {
    const { rpc } = running;
    const { merchantId, caller, productIds } = await aShopOf(2);
    const edits = [...productIds.map(cheaper), { productId: 'prd_no' }];
    const asked = { merchantId, edits, request: aRequest() };
    const first = await rpc.EditProducts(asked, { caller });
    await rpc.EditProducts({ ...asked, request: aRequest() }, { caller });

    expect(await rpc.EditProducts(asked, { caller })).toEqual(first);
    expect(await pricesOf(merchantId)).toEqual([810, 810]);
  });

  it('takes nothing off twice when it died after its work, and finishes what it died in the middle of', async () => {
    const { rpc } = running;
    const { merchantId, caller, productIds } = await aShopOf(3);
    const request = aRequest();
    const edits = productIds.map(cheaper);
    await rpc.EditProducts({ merchantId, edits: edits.slice(0, 2), request }, { caller });
    await forgetResults(request.id);
    const whole = await rpc.EditProducts({ merchantId, edits, request }, { caller });
    expect(whole.results.map(({ version }) => version)).toEqual([2, 2, 2]);
    await forgetResults(request.id);

    expect(await rpc.EditProducts({ merchantId, edits, request }, { caller })).toEqual(whole);
    expect(await pricesOf(merchantId)).toEqual([900, 900, 900]);
  });

  it('adds up with single edits at the same moment: none is lost', async () => {
    const { rpc } = running;
    const { merchantId, caller, productIds } = await aShopOf(3);
    const tags = Array.from({ length: 6 }, (_, index) => `t${index}`);
    const asks = tags.map((tag) => {
      const edits = productIds.map((productId) => ({ productId, addTags: [tag] }));
      return rpc.EditProducts({ merchantId, edits, request: aRequest() }, { caller });
    });
    await Promise.all([
      ...asks,
      ...productIds.map((productId) => rpc.SetOnSale({ productId, onSale: false }, { caller })),
    ]);

    for (const productId of productIds) {
      const product = await rpc.GetProduct({ productId }, { caller });
      expect(product).toMatchObject({ onSale: false, version: 8 });
      expect(product.tags.toSorted()).toEqual(tags);
    }
  });

  it('edits five hundred products in one call', async () => {
    const { merchantId, caller, productIds } = await aShopOf(50);
    const edits = Array.from({ length: 500 }, (_, index) => ({
      productId: productIds[index % 50],
      addTags: [`t${index % 200}`],
    }));
    const started = performance.now();
    const { results } = await running.rpc.EditProducts(
      { merchantId, edits, request: aRequest() },
      { caller, timeoutMs: 30_000 },
    );

    expect(results.every(({ code }) => code === '')).toBe(true);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('is for a merchant’s own staff, 1 to 500 at a time, under a key', async () => {
    const { rpc } = running;
    const [{ merchantId, caller, productIds }, other] = [await aShopOf(1), await aShop(running)];
    const edits = productIds.map(cheaper);
    const asked = { merchantId, edits, request: aRequest() };

    expect(await codeOf(rpc.EditProducts(asked, { caller: SHOPPER }))).toBe('forbidden');
    expect(await codeOf(rpc.EditProducts(asked, { caller: staffOf(other.merchantId) }))).toBe('forbidden');
    expect(await codeOf(rpc.EditProducts({ ...asked, merchantId: 'mer_no' }, { caller: OPERATOR }))).toBe(
      'merchant-not-found',
    );
    expect(await codeOf(rpc.EditProducts({ merchantId, edits }, { caller }))).toBe('request-invalid');
    expect(await codeOf(rpc.EditProducts({ ...asked, edits: [] }, { caller }))).toBe('request-invalid');
    const many = Array.from({ length: 501 }, () => edits[0] ?? {});
    expect(await codeOf(rpc.EditProducts({ ...asked, edits: many }, { caller }))).toBe('request-invalid');
    expect(await pricesOf(merchantId)).toEqual([1000]);
  });
});
