import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aProduct,
  aShop,
  codeOf,
  importFile,
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

/** A product that its merchant, whose goods are reviewed, wants to sell. */
async function submitted() {
  const shop = await aShop(running, { trusted: false });
  const caller = staffOf(shop.merchantId);
  const product = await running.rpc.CreateProduct(
    { merchantId: shop.merchantId, product: aProduct(shop.categoryId) },
    { caller },
  );
  return { ...shop, caller, product, productId: product.productId, skuId: product.skus[0]?.skuId ?? '' };
}

const operator = { caller: OPERATOR };
const seen = (productId: string) => codeOf(running.rpc.GetProduct({ productId }, { caller: SHOPPER }));
const sold = async (skuId: string) => (await running.rpc.GetSkus({ skuIds: [skuId] }, { caller: ORDERS })).skus.length;

describe('a product of a merchant whose goods are reviewed', () => {
  it('is seen and sold from the moment it is approved', async () => {
    const { rpc } = running;
    const { productId, skuId, product, merchantId, caller } = await submitted();
    expect(product).toMatchObject({ publication: 'PUBLICATION_IN_REVIEW', onSale: true, visible: false });
    expect([await seen(productId), await sold(skuId)]).toEqual(['product-not-found', 0]);
    expect((await rpc.ListProducts({ merchantId })).products).toEqual([]);
    expect((await rpc.GetProduct({ productId }, { caller })).productId).toBe(productId);

    const approved = await rpc.ApproveProduct({ productId, version: product.version }, operator);

    expect(approved).toMatchObject({ publication: 'PUBLICATION_PUBLISHED', visible: true, version: 2 });
    expect(await rpc.ApproveProduct({ productId, version: product.version }, operator)).toEqual(approved);
    expect([await seen(productId), await sold(skuId)]).toEqual(['no refusal', 1]);
    expect((await rpc.ListProducts({ merchantId })).products).toHaveLength(1);
  });

  it('is rejected with a reason that its merchant reads, changed and submitted again', async () => {
    const { rpc } = running;
    const { productId, product, categoryId, caller } = await submitted();
    const { version } = product;
    expect(await codeOf(rpc.RejectProduct({ productId, version, reason: ' ' }, operator))).toBe('request-invalid');
    await rpc.RejectProduct({ productId, version, reason: 'no picture' }, operator);
    const told = await rpc.GetProduct({ productId }, { caller });
    expect(told).toMatchObject({ publication: 'PUBLICATION_REJECTED', rejection: 'no picture' });

    const said = {
      ...aProduct(categoryId),
      pictures: ['/tea.jpg'],
      skus: [{ skuId: product.skus[0]?.skuId, priceAmount: 900 }],
    };
    await rpc.UpdateProduct({ productId, version: told.version, product: said }, { caller });
    const again = await rpc.SubmitProduct({ productId }, { caller });

    expect(again).toMatchObject({ publication: 'PUBLICATION_IN_REVIEW', rejection: '' });
    expect(await rpc.SubmitProduct({ productId }, { caller })).toEqual(again);
  });

  it('is approved as it was looked at: what changed meanwhile is looked at again', async () => {
    const { rpc } = running;
    const { productId, product, categoryId, caller } = await submitted();
    const said = {
      ...aProduct(categoryId),
      title: 'Gold',
      skus: [{ skuId: product.skus[0]?.skuId, priceAmount: 900 }],
    };
    await rpc.UpdateProduct({ productId, version: product.version, product: said }, { caller });

    expect(await codeOf(rpc.ApproveProduct({ productId, version: product.version }, operator))).toBe(
      'version-conflict',
    );
    const rejected = rpc.RejectProduct({ productId, version: product.version, reason: 'no gold' }, operator);
    expect(await codeOf(rejected)).toBe('version-conflict');
  });

  it('is told to shoppers in approved words at today’s price, and to its staff in the newest', async () => {
    const { rpc } = running;
    const { productId, skuId, merchantId, categoryId, product, caller } = await submitted();
    const { version } = await rpc.ApproveProduct({ productId, version: product.version }, operator);
    const said = { ...aProduct(categoryId), title: 'Gold', skus: [{ skuId, priceAmount: 500 }] };

    const next = await rpc.UpdateProduct({ productId, version, product: said }, { caller });

    expect(next).toMatchObject({ title: 'Gold', publication: 'PUBLICATION_IN_REVIEW', visible: true });
    const asSeen = { title: 'Green tea', publication: 'PUBLICATION_PUBLISHED', skus: [{ price: { amount: 500 } }] };
    expect(await rpc.GetProduct({ productId }, { caller: SHOPPER })).toMatchObject(asSeen);
    expect((await rpc.ListProducts({ merchantId }, { caller })).products).toMatchObject([asSeen]);
    expect((await rpc.GetSkus({ skuIds: [skuId] })).skus).toMatchObject([
      { title: 'Green tea', price: { amount: 500 } },
    ]);
    const all = await rpc.ListProducts({ merchantId, includeOffSale: true }, { caller });
    expect(all.products).toMatchObject([{ title: 'Gold' }]);

    await rpc.TakeDownProduct({ productId, reason: 'a fake' }, operator);
    expect([await seen(productId), await sold(skuId)]).toEqual(['product-not-found', 0]);
  });

  it('is a draft until it is put on sale, also out of a file', async () => {
    const { rpc } = running;
    const { merchantId } = await aShop(running, { trusted: false });
    const caller = staffOf(merchantId);
    const file = 'Handle,Title,Published,Variant Price\na,A,true,1.00\nb,B,false,1.00\n';
    await importFile(running, { merchant: merchantId }, Buffer.from(file), caller);

    const staffList = { merchantId, includeOffSale: true } as const;
    const handles = async (publication: 'PUBLICATION_DRAFT' | 'PUBLICATION_IN_REVIEW') =>
      (await rpc.ListProducts({ ...staffList, publication }, { caller })).products.map(({ handle }) => handle);
    expect([await handles('PUBLICATION_DRAFT'), await handles('PUBLICATION_IN_REVIEW')]).toEqual([['b'], ['a']]);
    await importFile(running, { merchant: merchantId }, Buffer.from(file.replace('false', 'true')), caller);
    expect([await handles('PUBLICATION_DRAFT'), await handles('PUBLICATION_IN_REVIEW')]).toEqual([[], ['b', 'a']]);
  });

  it('is its merchant’s to submit, and the platform’s to decide on', async () => {
    const { rpc } = running;
    const [{ productId, caller }, other] = [await submitted(), await submitted()];
    const version = 1;

    expect(await codeOf(rpc.SubmitProduct({ productId }, other))).toBe('product-not-found');
    expect(await codeOf(rpc.WithdrawProduct({ productId }, { caller: SHOPPER }))).toBe('product-not-found');
    expect(await codeOf(rpc.ApproveProduct({ productId, version }, { caller }))).toBe('forbidden');
    expect(await codeOf(rpc.RejectProduct({ productId, version, reason: 'x' }, { caller }))).toBe('forbidden');
    expect(await codeOf(rpc.TakeDownProduct({ productId, reason: 'x' }, { caller }))).toBe('forbidden');
    expect(await rpc.WithdrawProduct({ productId }, { caller })).toMatchObject({ publication: 'PUBLICATION_DRAFT' });
    expect(await codeOf(rpc.ApproveProduct({ productId, version: 2 }, operator))).toBe('publication-refused');
  });
});

describe('the queue of operators', () => {
  it('shows what waits, the longest known first, page by page', async () => {
    const { rpc } = running;
    const products = [await submitted(), await submitted(), await submitted()];
    const queue = {
      includeOffSale: true,
      publication: 'PUBLICATION_IN_REVIEW',
      order: 'PRODUCT_ORDER_OLDEST',
    } as const;
    const walked: string[] = [];
    let cursor = '';
    do {
      const page = await rpc.ListProducts({ ...queue, limit: 2, cursor }, operator);
      walked.push(...page.products.map(({ productId }) => productId));
      cursor = page.nextCursor;
    } while (cursor);

    const ids = products.map(({ productId }) => productId);
    expect(walked.filter((id) => ids.includes(id))).toEqual(ids);
    expect(walked).toEqual(walked.toSorted());
    expect(await codeOf(rpc.ListProducts({ ...queue, includeOffSale: false }, operator))).toBe('request-invalid');
    expect(await codeOf(rpc.ListProducts(queue, { caller: staffOf('mer_1') }))).toBe('forbidden');
  });
});

describe('a merchant', () => {
  it('is trusted when operators say so, and what waits goes on waiting', async () => {
    const { rpc } = running;
    const { productId, merchantId, categoryId, caller } = await submitted();
    expect(await codeOf(rpc.SetMerchantTrusted({ merchant: merchantId, trusted: true }, { caller }))).toBe('forbidden');
    expect((await rpc.SetMerchantTrusted({ merchant: merchantId, trusted: true }, operator)).trusted).toBe(true);

    const next = await rpc.CreateProduct({ merchantId, product: aProduct(categoryId) }, { caller });
    expect(next).toMatchObject({ publication: 'PUBLICATION_PUBLISHED', visible: true });
    expect((await rpc.GetProduct({ productId }, { caller })).publication).toBe('PUBLICATION_IN_REVIEW');
  });

  it('that was admitted before goods were reviewed is trusted, and its products are published', async () => {
    const { rpc, catalog } = running;
    const { merchantId, productId, caller, categoryId } = await onSale(running);
    await catalog.collections.merchants.updateOne({ _id: merchantId }, { $unset: { trusted: '' } });
    const gone = { publication: '', rejection: '', approved: '' } as const;
    await catalog.collections.products.updateOne({ _id: productId }, { $unset: gone });

    expect((await rpc.GetMerchant({ merchant: merchantId })).trusted).toBe(true);
    expect(await rpc.GetProduct({ productId })).toMatchObject({ publication: 'PUBLICATION_PUBLISHED', visible: true });
    expect((await rpc.ListProducts({ merchantId })).products).toHaveLength(1);
    const next = await rpc.CreateProduct({ merchantId, product: aProduct(categoryId) }, { caller });
    expect(next.publication).toBe('PUBLICATION_PUBLISHED');
    await rpc.SetOnSale({ productId, onSale: false }, { caller });
    expect((await rpc.SetOnSale({ productId, onSale: true }, { caller })).visible).toBe(true);
  });
});
