import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
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
beforeAll(async () => {
  running = await startCatalog();
});
afterAll(() => running.close());

/** A product of one SKU that costs its merchant 6.00 and has two pictures. */
async function withCost() {
  const shop = await aShop(running);
  const caller = staffOf(shop.merchantId);
  const product = {
    ...aProduct(shop.categoryId),
    skus: [{ priceAmount: 1000, costAmount: 600, pictures: ['/1.jpg', '/2.jpg'], stock: 3 }],
  };
  const made = await running.rpc.CreateProduct({ merchantId: shop.merchantId, product }, { caller });
  return { ...shop, caller, productId: made.productId, skuId: made.skus[0]?.skuId ?? '', made };
}

describe('what a piece costs its merchant', () => {
  it('is told to its staff and operators, and to nobody else', async () => {
    const { rpc } = running;
    const [{ productId, skuId, merchantId, caller, made }, other] = await Promise.all([withCost(), withCost()]);
    const costs = async (who: typeof SHOPPER | undefined) => {
      const { skus } = await rpc.GetProduct({ productId }, { caller: who });
      const { products } = await rpc.ListProducts({ merchantId }, { caller: who });
      return [skus[0]?.costAmount, products[0]?.skus[0]?.costAmount];
    };

    expect(made.skus).toMatchObject([{ costAmount: 600, pictures: ['/1.jpg', '/2.jpg'] }]);
    expect((await rpc.SetStock({ skuId, stock: 4 }, { caller })).costAmount).toBe(600);
    for (const who of [caller, OPERATOR]) expect(await costs(who)).toEqual([600, 600]);
    for (const who of [SHOPPER, undefined, other.caller, ORDERS]) expect(await costs(who)).toEqual([0, 0]);
  });

  it('goes into no snapshot of a SKU; its first picture does', async () => {
    const { skuId } = await withCost();
    const { skus } = await running.rpc.GetSkus({ skuIds: [skuId] }, { caller: ORDERS });

    expect(skus).toMatchObject([{ picture: '/1.jpg' }]);
    // An id may hold the same digits.
    expect(JSON.stringify(skus.map(({ skuId: _, productId: __, merchantId: ___, ...told }) => told))).not.toContain(
      '600',
    );
  });
});

describe('a product', () => {
  it('has at most three options', async () => {
    const { merchantId, categoryId } = await aShop(running);
    const values = ['x'];
    const options = ['a', 'b', 'c', 'd'].map((name) => ({ name, values }));
    const skus = [{ priceAmount: 1, optionValues: options.map(() => 'x') }];
    const product = { ...aProduct(categoryId), options, skus };

    expect(await codeOf(running.rpc.CreateProduct({ merchantId, product }, { caller: OPERATOR }))).toBe(
      'product-invalid',
    );
  });

  it('that was stored when a SKU had one picture is read, listed, changed and imported as any other', async () => {
    const { rpc, catalog } = running;
    const { productId, merchantId, categoryId, caller, skuId } = await onSale(running);
    await catalog.collections.products.updateOne(
      { _id: productId },
      { $set: { 'skus.0.picture': '/old.jpg' }, $unset: { 'skus.0.pictures': '', 'skus.0.cost': '' } },
    );

    expect((await rpc.GetProduct({ productId })).skus).toMatchObject([{ pictures: ['/old.jpg'], costAmount: 0 }]);
    expect((await rpc.ListProducts({ merchantId })).products[0]?.skus).toMatchObject([{ pictures: ['/old.jpg'] }]);
    expect((await rpc.GetSkus({ skuIds: [skuId] })).skus).toMatchObject([{ picture: '/old.jpg' }]);
    await rpc.SetOnSale({ productId, onSale: false }, { caller });
    const said = {
      ...aProduct(categoryId),
      skus: [{ skuId, priceAmount: 900, costAmount: 500, pictures: ['/new.jpg'] }],
    };
    const next = await rpc.UpdateProduct({ productId, version: 2, product: said }, { caller });

    expect(next.skus).toMatchObject([{ skuId, stock: 10, costAmount: 500, pictures: ['/new.jpg'] }]);
  });
});
