import { migration } from '@social/runtime/migrations';
import type { ProductDoc } from '../documents.ts';
import { fromDocument } from '../product-document.ts';

/** Fields that came after the first products. */
const LATER = [
  ...['attributes', 'brand_id', 'publication', 'rejection', 'approved'],
  ...['on_sale_from', 'off_sale_at', 'due_at'],
];

const absent = (field: string) => ({ [field]: { $exists: false } });

/** A SKU that lacks a field, or has the one picture of old. */
const OF_OLD = { $elemMatch: { $or: [absent('pictures'), absent('cost'), { picture: { $exists: true } }] } };

/**
 * A product with all fields of today, and pictures instead of the one of a SKU. Until all are so, every read goes through
 * `fromDocument`, which tells the same of both forms. The answer that is kept for a repeated request stays as it was.
 */
export const withAllFields = ({ outbox, request, ...stored }: ProductDoc): ProductDoc => ({
  ...fromDocument(stored),
  ...(outbox ? { outbox } : {}),
  ...(request ? { request } : {}),
});

export const productFields = migration<ProductDoc>({
  id: '0001-product-fields',
  collection: 'products',
  of: { $or: [...LATER.map(absent), { skus: OF_OLD }] },
  up: withAllFields,
});
