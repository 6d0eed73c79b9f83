import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, edited, repriced } from './bulk-edit.ts';
import { aDraft, anInput, aSku, GREEN_TEA, LATER } from './fixtures.ts';
import type { Product } from './product.ts';
import type { Editor } from './publication.ts';

const INK = { id: 'cat_ink', path: ['cat_ink'], templates: [] };
const categories = new Map([GREEN_TEA, INK].map((category) => [category.id, category]));
const tea = aDraft(
  anInput({
    tags: ['new', 'spring'],
    options: [{ name: 'Size', values: ['S', 'L'] }],
    skus: [aSku({ option_values: ['S'], price: 995 }), aSku({ option_values: ['L'], price: 2000 })],
  }),
).product;
const [small, large] = tea.skus.map(({ sku_id }) => sku_id);
const anEdit = (changes: Partial<Edit>): Edit => ({
  ...{ product_id: tea._id, version: 0, prices: [], add_tags: [], remove_tags: [], category_id: '' },
  ...changes,
});
const after = (changes: Partial<Edit>, by: Editor = 'operator', before: Product = tea): Product =>
  edited(before, anEdit(changes), { by, categories }, LATER);
const codeOf = (changes: Partial<Edit>): string => {
  try {
    after(changes);
    return 'no refusal';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};

describe('a price that changes by a share', () => {
  it('is rounded to whole minor units, half of one up', () => {
    expect([repriced(1000, -1500), repriced(995, -1000), repriced(5, -1000), repriced(1, 5000)]).toEqual([
      850, 896, 5, 2,
    ]);
  });

  it('is never further from the exact one than half a unit, nor nothing', () => {
    const price = fc.integer({ min: 1, max: 10_000_000_000 });
    fc.assert(
      fc.property(price, fc.integer({ min: -9000, max: 0 }), (before, basisPoints) => {
        const exact = BigInt(before) * BigInt(10_000 + basisPoints);
        fc.pre(exact >= 5000n);
        const distance = BigInt(repriced(before, basisPoints)) * 10_000n - exact;
        expect(distance > -5000n && distance <= 5000n).toBe(true);
      }),
    );
  });

  it('is refused when nothing would be left, or too much', () => {
    expect(() => repriced(1, -9000)).toThrow(expect.objectContaining({ code: 'product-invalid' }));
    expect(() => repriced(10_000_000_000, 1)).toThrow(expect.objectContaining({ code: 'product-invalid' }));
    expect(() => repriced(100, -10_000)).toThrow(expect.objectContaining({ code: 'product-invalid' }));
    expect(repriced(0, -5000)).toBe(0);
  });
});

describe('one edit among many', () => {
  it('sets prices of SKUs, or changes all of them', () => {
    const set = after({ prices: [{ sku_id: large ?? '', amount: 1500 }] });
    expect(set).toMatchObject({ version: 2, min_price: 995, skus: [{ price: 995 }, { price: 1500 }] });
    expect(after({ prices: [{ sku_id: '', basis_points: -1000 }] }).skus.map(({ price }) => price)).toEqual([
      896, 1800,
    ]);
  });

  it('adds and removes tags, moves to a category, goes off sale: one version for all', () => {
    const next = after({ add_tags: ['sale', 'new'], remove_tags: ['spring'], category_id: 'cat_ink', on_sale: false });
    expect(next).toMatchObject({ version: 2, tags: ['new', 'sale'], category_path: ['cat_ink'], on_sale: false });
    expect(next.skus).toEqual(tea.skus);
  });

  it('says nothing new when all is so already', () => {
    expect(after({ prices: [{ sku_id: '', basis_points: 0 }], add_tags: ['new'], on_sale: true })).toBe(tea);
  });

  it('is reviewed where goods are: tags and categories, not prices', () => {
    expect(after({ prices: [{ sku_id: '', amount: 5 }] }, 'staff').publication).toBe('published');
    const waiting = after({ add_tags: ['best'], prices: [{ sku_id: '', amount: 5 }] }, 'staff');
    expect(waiting).toMatchObject({ publication: 'in_review', min_price: 5, version: 2 });
    expect(waiting.approved?.tags).toEqual(['new', 'spring']);
  });

  it.each<[string, Partial<Edit>]>([
    ['version-conflict', { version: 7 }],
    ['category-not-found', { category_id: 'cat_no' }],
    ['sku-not-found', { prices: [{ sku_id: 'sku_no', amount: 1 }] }],
    [
      'product-invalid',
      {
        prices: [
          { sku_id: small ?? '', amount: 1 },
          { sku_id: small ?? '', amount: 2 },
        ],
      },
    ],
    [
      'product-invalid',
      {
        prices: [
          { sku_id: '', amount: 1 },
          { sku_id: small ?? '', amount: 2 },
        ],
      },
    ],
    ['product-invalid', { prices: [{ sku_id: '', amount: -1 }] }],
    ['product-invalid', { add_tags: ['a,b'] }],
    ['no refusal', { version: 1, on_sale: false }],
  ])('is answered with %s', (code, changes) => {
    expect(codeOf(changes)).toBe(code);
  });
});
