import { describe, expect, it } from 'vitest';
import { aDraft, anInput, aSku, GREEN_TEA, LATER, NOON } from './fixtures.ts';
import { putOnSale } from './on-sale.ts';
import { type ProductInput, remove, revise, type SkuInput } from './product.ts';
import { problemsOf } from './product-check.ts';
import { listKeyOf, listKeys } from './shelf.ts';

const sized = (...sizes: [string, Partial<SkuInput>][]) =>
  anInput({
    options: [{ name: 'Size', values: sizes.map(([size]) => size) }],
    skus: sizes.map(([size, rest]) => aSku({ option_values: [size], ...rest })),
  });

describe('a product', () => {
  it('starts with its SKUs, their stock and its lowest price', () => {
    const { product, opening } = aDraft(sized(['S', { price: 900 }], ['L', { price: 700, stock: 2 }]));

    expect(product).toMatchObject({ version: 1, min_price: 700, sales: 0, on_sale: true });
    expect(opening.map(({ stock }) => stock)).toEqual([5, 2]);
    expect(opening.map(({ sku_id }) => sku_id)).toEqual(product.skus.map(({ sku_id }) => sku_id));
  });

  it('keeps known SKUs when it is revised; only new ones open with stock', () => {
    const { product } = aDraft(sized(['S', {}], ['L', {}]));
    const [small] = product.skus;
    const input = sized(['S', { sku_id: small?.sku_id, price: 500, stock: 99 }], ['XL', { stock: 3 }]);

    const { product: next, opening } = revise(product, { category: GREEN_TEA, by: 'operator', input }, LATER);

    expect(next).toMatchObject({ _id: product._id, version: 2, min_price: 500, updated_at: LATER, created_at: NOON });
    expect(next.skus[0]?.sku_id).toBe(small?.sku_id);
    expect(opening.map(({ stock }) => stock)).toEqual([3]);
  });

  it('stands in the lists of its merchant, its categories and both, while it is on sale', () => {
    const { product } = aDraft(anInput());
    const off = putOnSale(product, false, 'operator', LATER);

    const shoppers = { merchantId: '', categoryId: '', audience: 'shoppers', publication: '', brandId: '' } as const;
    expect(product.lists).toContain(listKeyOf(shoppers));
    expect(product.lists).toContain(listKeyOf({ ...shoppers, merchantId: 'mer_1', categoryId: 'cat_food' }));
    expect(product.lists).toContain(listKeyOf({ ...shoppers, categoryId: 'cat_tea' }));
    expect(off.lists).toEqual(['staff', 'staff/mer_1']);
    expect(listKeys(remove(off, LATER))).toEqual([]);
  });

  it('does not change when it is put on sale twice', () => {
    const { product } = aDraft(anInput());
    expect(putOnSale(product, true, 'operator', LATER)).toBe(product);
  });
});

describe('a product that contradicts itself', () => {
  const paths = (input: ProductInput) => problemsOf(input).map(({ path }) => path);

  it('is told every field that is wrong', () => {
    expect(problemsOf(anInput())).toEqual([]);
    expect(paths(anInput({ handle: 'a b', title: ' ', currency: 'XYZ', skus: [] }))).toEqual([
      'handle',
      'title',
      'currency',
      'skus',
    ]);
    expect(paths(anInput({ skus: [aSku({ price: -1, stock: 0.5, option_values: ['S'] })] }))).toEqual([
      'skus.0.price',
      'skus.0.stock',
      'skus.0.optionValues',
    ]);
  });

  it('offers the same choice twice, or one that its options do not have', () => {
    expect(paths(sized(['S', {}], ['S', {}]))).toEqual(['skus.1.optionValues']);
    const strange = { ...sized(['S', {}]), skus: [aSku({ option_values: ['M'] })] };
    expect(paths(strange)).toEqual(['skus.0.optionValues']);
  });

  it('has four options, a cost below zero, or a SKU with pictures that are none', () => {
    const names = ['Size', 'Colour', 'Grade', 'Year'];
    const options = names.map((name) => ({ name, values: ['x'] }));
    const choice = names.map(() => 'x');
    expect(paths(anInput({ options, skus: [aSku({ option_values: choice })] }))).toEqual(['options']);
    const three = { options: options.slice(0, 3), skus: [aSku({ option_values: choice.slice(0, 3) })] };
    expect(paths(anInput(three))).toEqual([]);
    expect(paths(anInput({ skus: [aSku({ cost: -1, pictures: ['a.jpg'] })] }))).toEqual([
      'skus.0.cost',
      'skus.0.pictures',
    ]);
    const many = Array.from({ length: 21 }, (_, index) => `/${index}.jpg`);
    expect(paths(anInput({ skus: [aSku({ pictures: many })] }))).toEqual(['skus.0.pictures']);
  });

  it('shows pictures from elsewhere than the web', () => {
    expect(paths(anInput({ pictures: ['https://a.example/1.jpg', '/pictures/a.svg'] }))).toEqual([]);
    for (const picture of ['javascript:alert(1)', '//a.example/1.jpg', 'data:image/png;base64,AA', 'a.jpg']) {
      expect(paths(anInput({ pictures: [picture] })), picture).toEqual(['pictures']);
    }
  });
});
