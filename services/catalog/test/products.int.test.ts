import { OrderPaid } from '@social/contracts/events/orders';
import { consume } from '@social/messaging/consumer';
import { envelope } from '@social/messaging/envelope';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogConsumers } from '../src/consumers.ts';
import { encodeCursor, findRange, type ListOrder, type ListQuery, rangesOf } from '../src/product-list.ts';
import {
  aName,
  aProduct,
  aShop,
  codeOf,
  OPERATOR,
  ORDERS,
  onSale,
  type Running,
  SHOPPER,
  staffOf,
  startCatalog,
} from './harness.ts';

let running: Running;
let stopConsuming: () => Promise<void>;
beforeAll(async () => {
  running = await startCatalog();
  stopConsuming = await consume(running.bus, catalogConsumers(running.catalog));
});
afterAll(async () => {
  await stopConsuming();
  await running.close();
});

describe('merchants and categories', () => {
  it('are admitted by operators only, under slugs of their own', async () => {
    const { rpc } = running;
    const merchant = { slug: aName('shop'), name: 'Shop' };
    await rpc.CreateMerchant(merchant, { caller: OPERATOR });

    expect(await codeOf(rpc.CreateMerchant(merchant, { caller: OPERATOR }))).toBe('merchant-slug-taken');
    expect(await codeOf(rpc.CreateMerchant({ ...merchant, slug: 'a b' }, { caller: OPERATOR }))).toBe(
      'request-invalid',
    );
    expect(await codeOf(rpc.CreateMerchant(merchant, { caller: SHOPPER }))).toBe('forbidden');
    expect(await codeOf(rpc.CreateCategory({ slug: 'x', name: 'X' }, { caller: SHOPPER }))).toBe('forbidden');
    expect((await rpc.GetMerchant({ merchant: merchant.slug })).name).toBe('Shop');
    expect(await codeOf(rpc.GetMerchant({ merchant: 'mer_unknown' }))).toBe('merchant-not-found');
  });

  it('are made once for twenty clicks of one request', async () => {
    const { rpc } = running;
    const body = { slug: aName('shop'), name: 'Shop', request: { id: aName('request'), bodyHash: 'a' } };
    const made = await Promise.all(Array.from({ length: 20 }, () => rpc.CreateMerchant(body, { caller: OPERATOR })));

    expect(new Set(made.map(({ merchantId }) => merchantId)).size).toBe(1);
    const other = { ...body, slug: aName('shop'), request: { ...body.request, bodyHash: 'b' } };
    expect(await codeOf(rpc.CreateMerchant(other, { caller: OPERATOR }))).toBe('idempotency-key-reused');
  });

  it('form a tree that is told parents first', async () => {
    const { rpc } = running;
    const root = await rpc.CreateCategory({ slug: aName('food'), name: 'Food' }, { caller: OPERATOR });
    const child = { slug: aName('tea'), name: 'Tea', parentId: root.categoryId };
    const { categoryId } = await rpc.CreateCategory(child, { caller: OPERATOR });
    const ids = (await rpc.ListCategories({})).categories.map((category) => category.categoryId);

    expect(ids.indexOf(root.categoryId)).toBeLessThan(ids.indexOf(categoryId));
    expect(
      await codeOf(rpc.CreateCategory({ ...child, slug: aName('tea'), parentId: 'cat_no' }, { caller: OPERATOR })),
    ).toBe('category-not-found');
  });
});

describe('a product', () => {
  it('is the same answer for a repeated request, also after it was changed', async () => {
    const shop = await aShop(running);
    const caller = staffOf(shop.merchantId);
    const request = { id: aName('request'), bodyHash: 'a' };
    const body = { merchantId: shop.merchantId, product: aProduct(shop.categoryId), request };
    const [first] = await Promise.all([1, 2, 3, 4].map(() => running.rpc.CreateProduct(body, { caller })));
    await running.rpc.SetOnSale({ productId: first?.productId, onSale: false }, { caller });

    expect(await running.rpc.CreateProduct(body, { caller })).toEqual(first);
    expect(
      (await running.rpc.ListProducts({ merchantId: shop.merchantId, includeOffSale: true }, { caller })).products,
    ).toHaveLength(1);
  });

  it('has a handle of its own among its merchant’s products, until it is deleted', async () => {
    const { merchantId, categoryId, caller, product } = await onSale(running);
    const again = { merchantId, product: aProduct(categoryId, { handle: product.handle }) };

    expect(await codeOf(running.rpc.CreateProduct(again, { caller }))).toBe('handle-taken');
    await running.rpc.DeleteProduct({ productId: product.productId }, { caller });
    expect(await codeOf(running.rpc.CreateProduct(again, { caller }))).toBe('no refusal');
  });

  it('is changed by one who has read it last', async () => {
    const { productId, categoryId, caller, product, skuId } = await onSale(running, { stock: 4 });
    const said = { ...aProduct(categoryId), title: 'Black tea', skus: [{ skuId, priceAmount: 700, stock: 50 }] };
    const change = { productId, version: product.version, product: said };

    const next = await running.rpc.UpdateProduct(change, { caller });

    expect(next).toMatchObject({ title: 'Black tea', version: 2, skus: [{ skuId, stock: 4, price: { amount: 700 } }] });
    expect(await codeOf(running.rpc.UpdateProduct(change, { caller }))).toBe('version-conflict');
    const foreign = { ...said, skus: [{ skuId: 'sku_foreign', priceAmount: 1 }] };
    expect(await codeOf(running.rpc.UpdateProduct({ productId, version: 2, product: foreign }, { caller }))).toBe(
      'product-invalid',
    );
  });

  it('is its merchant’s business alone', async () => {
    const [mine, other] = await Promise.all([onSale(running), onSale(running)]);
    const { rpc } = running;
    const { productId } = mine;
    const product = aProduct(mine.categoryId);

    expect(await codeOf(rpc.UpdateProduct({ productId, version: 1, product }, other))).toBe('product-not-found');
    expect(await codeOf(rpc.SetOnSale({ productId, onSale: false }, other))).toBe('product-not-found');
    expect(await codeOf(rpc.DeleteProduct({ productId }, { caller: SHOPPER }))).toBe('product-not-found');
    expect(await codeOf(rpc.CreateProduct({ merchantId: mine.merchantId, product }, other))).toBe('forbidden');
    expect(await codeOf(rpc.CreateProduct({ merchantId: 'mer_no', product }, { caller: OPERATOR }))).toBe(
      'merchant-not-found',
    );
  });

  it('off sale is seen by its merchant, and its SKUs cannot be ordered', async () => {
    const { rpc } = running;
    const { productId, skuId, merchantId, caller } = await onSale(running);
    expect((await rpc.GetSkus({ skuIds: [skuId, 'sku_no'] })).skus).toMatchObject([{ skuId, stock: 10 }]);
    await rpc.SetOnSale({ productId, onSale: false }, { caller });

    expect(await codeOf(rpc.GetProduct({ productId }, { caller: SHOPPER }))).toBe('product-not-found');
    expect((await rpc.GetProduct({ productId }, { caller })).onSale).toBe(false);
    expect((await rpc.GetSkus({ skuIds: [skuId] }, { caller: ORDERS })).skus).toEqual([]);
    expect((await rpc.ListProducts({ merchantId })).products).toEqual([]);
    expect((await rpc.ListProducts({ merchantId, includeOffSale: true }, { caller })).products).toHaveLength(1);
    expect(await codeOf(rpc.ListProducts({ merchantId, includeOffSale: true }, { caller: SHOPPER }))).toBe('forbidden');
  });
});

describe('lists', () => {
  const query: ListQuery = {
    merchantId: '',
    categoryId: '',
    audience: 'shoppers',
    publication: '',
    brandId: '',
    order: 'newest',
    minAmount: 0,
    maxAmount: 0,
    limit: 3,
    cursor: '',
  };
  const orders: ListOrder[] = ['newest', 'oldest', 'sales', 'price-up', 'price-down'];

  it('are walked page by page without a gap or a repeat, also among equal prices', async () => {
    const { rpc } = running;
    const { merchantId, categoryId } = await aShop(running);
    for (const price of [500, 700, 500, 900, 500, 700, 500]) {
      await rpc.CreateProduct({ merchantId, product: aProduct(categoryId, { price }) }, { caller: OPERATOR });
    }
    for (const order of [
      'PRODUCT_ORDER_NEWEST',
      'PRODUCT_ORDER_SALES',
      'PRODUCT_ORDER_PRICE_UP',
      'PRODUCT_ORDER_PRICE_DOWN',
    ] as const) {
      const seen = [];
      let cursor = '';
      do {
        const page = await rpc.ListProducts({ merchantId, categoryId, order, limit: 2, cursor });
        seen.push(...page.products);
        cursor = page.nextCursor;
      } while (cursor !== '');

      expect(new Set(seen.map(({ productId }) => productId)).size, order).toBe(7);
      expect(seen, order).toHaveLength(7);
      const prices = seen.map(({ skus }) => skus[0]?.price?.amount ?? 0);
      if (order === 'PRODUCT_ORDER_PRICE_UP') expect(prices).toEqual(prices.toSorted((a, b) => a - b));
      if (order === 'PRODUCT_ORDER_PRICE_DOWN') expect(prices).toEqual(prices.toSorted((a, b) => b - a));
    }
    const bounded = await rpc.ListProducts({ merchantId, minAmount: 600, maxAmount: 700 });
    expect(bounded.products).toHaveLength(2);
  });

  it('of a category hold what stands in its branches', async () => {
    const { rpc } = running;
    const { merchantId, categoryId } = await aShop(running);
    const branch = await rpc.CreateCategory(
      { slug: aName('green'), name: 'Green', parentId: categoryId },
      { caller: OPERATOR },
    );
    await rpc.CreateProduct({ merchantId, product: aProduct(branch.categoryId) }, { caller: OPERATOR });

    expect((await rpc.ListProducts({ categoryId })).products).toHaveLength(1);
    expect((await rpc.ListProducts({ categoryId: branch.categoryId })).products).toHaveLength(1);
  });

  it('refuse a cursor that they did not give out', async () => {
    expect(await codeOf(running.rpc.ListProducts({ cursor: 'eyJsaXN0Ijoi' }))).toBe('cursor-invalid');
    expect(await codeOf(running.rpc.ListProducts({ limit: 101 }))).toBe('request-invalid');
  });

  it('are each read along an index in its order, on every page', async () => {
    const { collections } = running.catalog;
    const { merchantId, categoryId, productId } = await onSale(running);
    const last = await running.catalog.products.get(productId);
    const scopes = [{ brandId: 'brd_1' }, {}, { merchantId }, { categoryId }, { merchantId, categoryId }];
    const everything = { audience: 'staff' as const };
    const waiting = { ...everything, publication: 'in_review' as const };
    const staff = [everything, { ...everything, merchantId, categoryId }, waiting, { ...waiting, merchantId }];
    const bounds = [{}, { minAmount: 100, maxAmount: 90_000 }];
    for (const order of orders) {
      for (const part of [...scopes, ...staff].flatMap((scope) => bounds.map((bound) => ({ ...scope, ...bound })))) {
        const first = { ...query, ...part, order };
        for (const page of [first, { ...first, cursor: encodeCursor(first, last) }]) {
          for (const range of rangesOf(page)) {
            const text = JSON.stringify(await findRange(collections, page, range, 4).explain('queryPlanner'));
            expect(text).toContain('"IXSCAN"');
            expect(text).not.toMatch(/"COLLSCAN"|"SORT"/);
          }
        }
      }
    }
  });
});

describe('sales', () => {
  const paid = (productId: string, skuId: string, orderId: string) =>
    envelope(
      OrderPaid,
      orderId,
      {
        orderId,
        buyerId: 'usr_1',
        merchantId: 'mer_1',
        version: 2,
        total: 2000,
        currency: 'CNY',
        paymentId: 'pay_1',
        paidAt: '2026-06-01T12:00:00Z',
        late: false,
        lines: [
          { productId, skuId, quantity: 2 },
          { productId, skuId: `${skuId}-2`, quantity: 1 },
        ],
      },
      running.clock.now(),
    );

  it('count every paid piece once, however often it is told', async () => {
    const { productId, skuId } = await onSale(running);
    const orders = Array.from({ length: 20 }, (_, index) => `ord_${skuId}_${index}`);
    const events = orders.flatMap((order) => [paid(productId, skuId, order), paid(productId, skuId, order)]);
    await running.bus.publish(events);
    await running.bus.publish([paid(productId, skuId, orders[0] ?? ''), paid(productId, skuId, `ord_${skuId}_last`)]);

    await eventually(async () => {
      expect((await running.rpc.GetProduct({ productId })).sales).toBe(21 * 3);
    });
  });
});
