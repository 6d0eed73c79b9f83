import { describe, expect, it } from 'vitest';
import { fromDocument, type StoredProduct } from './product-document.ts';

const NOON = new Date('2026-06-01T12:00:00Z');

/** As products were written when a SKU had one picture and no cost. */
const anOldOne: StoredProduct = {
  ...{ _id: 'prd_1', merchant_id: 'mer_1', handle: 'longjing', title: 'Longjing', description: '', vendor: '' },
  ...{ category_id: 'cat_1', category_path: ['cat_1'], tags: [], pictures: ['/a.jpg'], currency: 'CNY' },
  ...{ on_sale: true, deleted: false, min_price: 900, sales: 3, lists: ['all'], version: 7 },
  ...{ created_at: NOON, updated_at: NOON, options: [{ name: 'Size', values: ['S', 'L'] }] },
  skus: [
    {
      ...{ sku_id: 'sku_1', code: '', option_values: ['S'], price: 900, compare_at: 0, weight_grams: 0, barcode: '' },
      picture: '/s.jpg',
    },
    {
      ...{ sku_id: 'sku_2', code: '', option_values: ['L'], price: 990, compare_at: 0, weight_grams: 0, barcode: '' },
      picture: '',
    },
  ],
};

describe('a product that was stored before a field came', () => {
  it('is read with the one picture of a SKU, and a cost that nobody knows', () => {
    expect(fromDocument(anOldOne).skus).toEqual([
      expect.objectContaining({ sku_id: 'sku_1', pictures: ['/s.jpg'], cost: 0 }),
      expect.objectContaining({ sku_id: 'sku_2', pictures: [], cost: 0 }),
    ]);
  });

  it('is the same when it is stored and read again', () => {
    const read = fromDocument(anOldOne);
    expect(fromDocument(read)).toEqual(read);
    expect(read.skus[0]).not.toHaveProperty('picture');
  });
});
