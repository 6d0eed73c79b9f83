import { describe, expect, it } from 'vitest';
import { priceChanges } from './price-changes.ts';
import { draft, type Product, revise } from './product.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const TEA = { id: 'cat_tea', path: ['cat_tea'], templates: [] };
const home = { category: TEA, by: 'operator' as const };
const sku = (value: string, price: number) => ({
  ...{ sku_id: '', code: '', option_values: [value], price, compare_at: 0, weight_grams: 0, barcode: '', picture: '' },
  ...{ pictures: [], cost: 0, stock: 1 },
});
const input = {
  ...{
    handle: 'tea',
    title: 'Tea',
    description: '',
    vendor: '',
    tags: [],
    pictures: [],
    currency: 'CNY',
    on_sale: true,
  },
  options: [{ name: 'Size', values: ['S', 'L'] }],
  skus: [sku('S', 1000), sku('L', 1800)],
};
const { product } = draft({ merchantId: 'mer_1', ...home }, input, NOON);
const withSkus = (change: (sku: Product['skus'][number]) => object) =>
  revise(
    product,
    { ...home, input: { ...input, skus: product.skus.map((one) => ({ ...one, stock: 0, ...change(one) })) } },
    NOON,
  ).product;

describe('what a change of a product does to prices', () => {
  it('is a row for each SKU whose price or price to compare with is another', () => {
    const dearer = withSkus(({ option_values }) => (option_values[0] === 'S' ? { price: 900, compare_at: 1000 } : {}));
    expect(priceChanges(product, dearer, 'usr_staff', NOON)).toEqual([
      {
        ...{
          _id: `${product.skus[0]?.sku_id}:2`,
          sku_id: product.skus[0]?.sku_id,
          product_id: product._id,
          version: 2,
        },
        ...{ before: { price: 1000, compare_at: 0 }, after: { price: 900, compare_at: 1000 }, currency: 'CNY' },
        ...{ by: 'usr_staff', at: NOON },
      },
    ]);
  });

  it('is every SKU where the currency is another', () => {
    expect(priceChanges(product, { ...product, currency: 'USD', version: 2 }, 'usr_staff', NOON)).toHaveLength(2);
  });

  it('is nothing where other things change, or SKUs are new or gone', () => {
    expect(
      priceChanges(
        product,
        withSkus(() => ({ barcode: '1' })),
        'usr_staff',
        NOON,
      ),
    ).toEqual([]);
    expect(priceChanges({ ...product, skus: [] }, product, 'usr_staff', NOON)).toEqual([]);
    expect(priceChanges(product, { ...product, skus: [] }, 'usr_staff', NOON)).toEqual([]);
  });
});
