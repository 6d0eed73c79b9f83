import { describe, expect, it } from 'vitest';
import type { ProductDoc } from '../documents.ts';
import { fromDocument } from '../product-document.ts';
import { withAllFields } from './0001-product-fields.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const SKU = { code: '', price: 900, compare_at: 0, weight_grams: 0, barcode: '' };

/** As products were written when a SKU had one picture and no cost, and nobody reviewed them. */
const anOldOne: ProductDoc = {
  ...{ _id: 'prd_1', merchant_id: 'mer_1', handle: 'longjing', title: 'Longjing', description: '', vendor: '' },
  ...{ category_id: 'cat_1', category_path: ['cat_1'], tags: [], pictures: ['/a.jpg'], currency: 'CNY' },
  ...{ on_sale: true, deleted: false, min_price: 900, sales: 3, lists: ['all'], version: 7 },
  ...{ created_at: NOON, updated_at: NOON, options: [{ name: 'Size', values: ['S', 'L'] }] },
  skus: [
    { ...SKU, sku_id: 'sku_1', option_values: ['S'], picture: '/s.jpg' },
    { ...SKU, sku_id: 'sku_2', option_values: ['L'], picture: '' },
  ],
};

describe('a product that was stored before a field came', () => {
  it('is read the same in both forms', () => {
    const now = withAllFields(anOldOne);

    expect(now).toEqual(fromDocument(anOldOne));
    expect(fromDocument(now)).toEqual(fromDocument(anOldOne));
    expect(now).toMatchObject({ publication: 'published', attributes: [], brand_id: '', due_at: null, version: 7 });
  });

  it('has pictures and a cost for each SKU, and nothing of the old form', () => {
    const [first, second] = withAllFields(anOldOne).skus;

    expect(first).toEqual({ ...SKU, sku_id: 'sku_1', option_values: ['S'], pictures: ['/s.jpg'], cost: 0 });
    expect(second).toMatchObject({ pictures: [], cost: 0 });
  });

  it('keeps what waits to be published, and the answer of its request', () => {
    const outbox = [{ id: 'e1', topic: 't', type: 'x', key: 'prd_1', at: NOON, data: {} }];
    const request = { id: 'req_1', body_hash: 'h', answer: { product: anOldOne, opening: [] } };
    const now = withAllFields({ ...anOldOne, outbox, request });

    expect(now.outbox).toBe(outbox);
    expect(now.request).toBe(request);
  });
});
