import { describe, expect, it } from 'vitest';
import type { Product } from './product.ts';
import { decodeCursor, encodeCursor, type ListQuery, rangesOf } from './product-list.ts';

const query: ListQuery = {
  merchantId: '',
  categoryId: 'cat_tea',
  audience: 'shoppers',
  publication: '',
  brandId: '',
  order: 'price-up',
  minAmount: 0,
  maxAmount: 5000,
  limit: 20,
  cursor: '',
};
const last = { _id: 'prd_0198c0de-0000-7000-8000-000000000001', min_price: 990, sales: 3 } as Product;
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'no refusal';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};

describe('the cursor of a list', () => {
  it('remembers where the page ended', () => {
    const cursor = encodeCursor(query, last);
    expect(decodeCursor({ ...query, cursor })).toEqual({ value: 990, id: last._id });
  });

  it('belongs to one list, with its order and bounds', () => {
    const cursor = encodeCursor(query, last);
    const others: Partial<ListQuery>[] = [
      { order: 'price-down' },
      { categoryId: 'cat_ink' },
      { merchantId: 'mer_1' },
      { brandId: 'brd_1' },
      { audience: 'staff' },
      { audience: 'staff', publication: 'in_review' },
      { maxAmount: 6000 },
    ];
    for (const other of others) {
      expect(codeOf(() => decodeCursor({ ...query, ...other, cursor }))).toBe('cursor-invalid');
    }
  });

  it('is refused when it is torn, made up or carries an operator', () => {
    const made = (body: unknown) => Buffer.from(JSON.stringify(body)).toString('base64url');
    const list = JSON.parse(Buffer.from(encodeCursor(query, last), 'base64url').toString()).list;
    const cursors = [
      encodeCursor(query, last).slice(0, -5),
      'x',
      made(null),
      made({ list, value: { $gt: 0 }, id: last._id }),
      made({ list, value: 1, id: { $ne: '' } }),
      made({ list, value: 1, id: last._id, more: 1 }),
    ];
    for (const cursor of cursors)
      expect(
        codeOf(() => decodeCursor({ ...query, cursor })),
        cursor,
      ).toBe('cursor-invalid');
  });
});

describe('the ranges of a page', () => {
  it('are one for the first page, with the bounds of the price', () => {
    expect(rangesOf(query)).toEqual([{ lists: 'cat_tea', min_price: { $lte: 5000 } }]);
  });

  it('go on among products of the same price first, then beyond it', () => {
    expect(rangesOf({ ...query, cursor: encodeCursor(query, last) })).toEqual([
      { lists: 'cat_tea', min_price: 990, _id: { $gt: last._id } },
      { lists: 'cat_tea', min_price: { $lte: 5000, $gt: 990 } },
    ]);
  });
});
