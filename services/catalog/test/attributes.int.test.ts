import { DomainError } from '@social/contracts/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aName,
  aProduct,
  aShop,
  codeOf,
  importFile,
  OPERATOR,
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

const operator = { caller: OPERATOR };
const ORIGIN = { name: '产地', type: 'ATTRIBUTE_TYPE_TEXT', required: true } as const;
const GRADE = { name: '等级', type: 'ATTRIBUTE_TYPE_CHOICE', required: true, choices: ['特级', '一级'] } as const;

/** A shop and a category whose parent requires an origin, and which requires a grade. */
async function aDemandingShop({ trusted = true } = {}) {
  const shop = await aShop(running, { trusted });
  const { categoryId: parentId } = shop;
  const branch = { slug: aName('green'), name: aName('Green'), parentId };
  const { categoryId, slug } = await running.rpc.CreateCategory(branch, operator);
  await running.rpc.SetCategoryAttributes({ categoryId: parentId, attributes: [ORIGIN] }, operator);
  await running.rpc.SetCategoryAttributes(
    { categoryId, attributes: [{ ...GRADE, choices: [...GRADE.choices] }] },
    operator,
  );
  return { ...shop, categoryId, category: slug, caller: staffOf(shop.merchantId) };
}
const attributes = [
  { name: '产地', value: '杭州' },
  { name: '等级', value: '特级' },
];
const pathsOf = (call: Promise<unknown>) =>
  call.then(
    () => [],
    (error) =>
      error instanceof DomainError ? [error.code, ...(error.details.errors ?? []).map(({ path }) => path)] : error,
  );
const LACKING = ['product-invalid', 'attributes.产地', 'attributes.等级'];

describe('a category', () => {
  it('is asked for attributes by operators, who are told what is wrong with them', async () => {
    const { rpc } = running;
    const { categoryId } = await aShop(running);
    const ask = { categoryId, attributes: [ORIGIN] };
    expect(await codeOf(rpc.SetCategoryAttributes(ask, { caller: SHOPPER }))).toBe('forbidden');
    expect(await codeOf(rpc.SetCategoryAttributes({ ...ask, categoryId: 'cat_no' }, operator))).toBe(
      'category-not-found',
    );
    const twice = { ...ask, attributes: [ORIGIN, ORIGIN] };
    expect(await pathsOf(rpc.SetCategoryAttributes(twice, operator))).toEqual(['request-invalid', 'attributes']);

    await rpc.SetCategoryAttributes(ask, operator);
    const told = (await rpc.ListCategories({})).categories.find((category) => category.categoryId === categoryId);
    expect(told?.attributes).toEqual([{ ...ORIGIN, choices: [] }]);
  });
});

describe('a product', () => {
  it('is not to be sold without what its category and those above require', async () => {
    const { rpc } = running;
    const { merchantId, categoryId, caller } = await aDemandingShop();
    const product = aProduct(categoryId);
    expect(await pathsOf(rpc.CreateProduct({ merchantId, product }, { caller }))).toEqual(LACKING);
    const wrong = { ...product, onSale: false, attributes: [{ name: '等级', value: '二级' }] };
    expect(await pathsOf(rpc.CreateProduct({ merchantId, product: wrong }, { caller }))).toEqual([
      'product-invalid',
      'attributes.等级',
    ]);

    const draft = await rpc.CreateProduct({ merchantId, product: { ...product, onSale: false } }, { caller });
    const { productId } = draft;
    expect(await pathsOf(rpc.SetOnSale({ productId, onSale: true }, { caller }))).toEqual(LACKING);
    expect(await pathsOf(rpc.SubmitProduct({ productId }, { caller }))).toEqual(LACKING);
    const from = { seconds: running.clock.now().getTime() / 1000 + 60, nanos: 0 };
    expect(await pathsOf(rpc.SetSalePeriod({ productId, from }, { caller }))).toEqual(LACKING);

    const skus = [{ skuId: draft.skus[0]?.skuId, priceAmount: 900 }];
    const said = { ...product, skus, attributes };
    const told = await rpc.UpdateProduct({ productId, version: draft.version, product: said }, { caller });
    expect(told).toMatchObject({ attributes, publication: 'PUBLICATION_DRAFT' });
    expect(await rpc.SetOnSale({ productId, onSale: true }, { caller })).toMatchObject({ visible: true });
    const less = { ...said, attributes: [] };
    expect(
      await pathsOf(rpc.UpdateProduct({ productId, version: told.version + 1, product: less }, { caller })),
    ).toEqual(LACKING);
  });

  it('goes on being sold, and its prices change, when its category asks for more later', async () => {
    const { rpc } = running;
    const { merchantId, categoryId, caller } = await aDemandingShop();
    const made = await rpc.CreateProduct({ merchantId, product: { ...aProduct(categoryId), attributes } }, { caller });
    const { productId, version } = made;
    const year = { name: '年份', type: 'ATTRIBUTE_TYPE_NUMBER', required: true } as const;
    await rpc.SetCategoryAttributes({ categoryId, attributes: [year] }, operator);

    const skus = [{ skuId: made.skus[0]?.skuId, priceAmount: 700 }];
    const said = { ...aProduct(categoryId, { handle: made.handle }), attributes, skus };
    const cheaper = await rpc.UpdateProduct({ productId, version, product: said }, { caller });
    expect(cheaper).toMatchObject({ visible: true, skus: [{ price: { amount: 700 } }] });
    const retold = { ...said, title: 'Other' };
    expect(
      await pathsOf(rpc.UpdateProduct({ productId, version: cheaper.version, product: retold }, { caller })),
    ).toEqual(['product-invalid', 'attributes.年份']);
  });

  it('out of a file is a draft until it has them, and keeps them when the file comes again', async () => {
    const { rpc } = running;
    const { merchantId, categoryId, category, caller } = await aDemandingShop();
    const file = Buffer.from(`Handle,Title,Type,Variant Price\na,A,${category},1.00\n`);
    await importFile(running, { merchant: merchantId }, file, caller);
    const all = { merchantId, includeOffSale: true };
    const [draft] = (await rpc.ListProducts(all, { caller })).products;
    expect(draft).toMatchObject({ publication: 'PUBLICATION_DRAFT', visible: false });

    const skus = [{ skuId: draft?.skus[0]?.skuId, priceAmount: 100 }];
    const said = { ...aProduct(categoryId, { handle: 'a' }), title: 'A', skus, attributes };
    await rpc.UpdateProduct({ productId: draft?.productId, version: draft?.version, product: said }, { caller });
    await rpc.SubmitProduct({ productId: draft?.productId }, { caller });
    const again = await importFile(running, { merchant: merchantId }, file, caller);

    expect(again.reports.at(-1)?.progress).toMatchObject({ created: 0, updated: 0 });
    expect((await rpc.ListProducts(all, { caller })).products).toMatchObject([{ attributes, visible: true }]);
  });

  it('that was stored before there were attributes is read as having none', async () => {
    const { rpc, catalog } = running;
    const { merchantId, categoryId } = await aShop(running);
    const made = await rpc.CreateProduct({ merchantId, product: aProduct(categoryId) }, operator);
    const { productId } = made;
    await catalog.collections.products.updateOne({ _id: productId }, { $unset: { attributes: '', brand_id: '' } });

    expect(await rpc.GetProduct({ productId })).toEqual(await rpc.GetProduct({ productId }, { caller: SHOPPER }));
    expect(await rpc.GetProduct({ productId })).toMatchObject({ attributes: [], brand: null });
  });
});
