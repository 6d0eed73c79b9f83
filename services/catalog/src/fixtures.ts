/** What the tests of the rules are told with. */
import { type Drafted, draft, type ProductInput, type SkuInput } from './product.ts';
import type { Editor } from './publication.ts';

export const NOON = new Date('2026-06-01T12:00:00Z');
export const LATER = new Date('2026-06-01T13:00:00Z');
export const GREEN_TEA = { id: 'cat_green', path: ['cat_food', 'cat_tea', 'cat_green'], templates: [] };

export const aSku = (changes: Partial<SkuInput> = {}): SkuInput => ({
  sku_id: '',
  code: '',
  option_values: [],
  price: 1000,
  compare_at: 0,
  weight_grams: 0,
  barcode: '',
  pictures: [],
  cost: 0,
  stock: 5,
  ...changes,
});

export const anInput = (changes: Partial<ProductInput> = {}): ProductInput => ({
  handle: 'longjing',
  title: 'Longjing',
  description: '',
  vendor: '',
  tags: [],
  pictures: [],
  options: [],
  currency: 'CNY',
  on_sale: true,
  skus: [aSku()],
  ...changes,
});

/** A product as it begins at noon, in green tea. */
export const aDraft = (input: ProductInput, by: Editor = 'operator'): Drafted =>
  draft({ merchantId: 'mer_1', category: GREEN_TEA, by }, input, NOON);
