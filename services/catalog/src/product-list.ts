import { createHash } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { Filter, FindCursor } from 'mongodb';
import { z } from 'zod';
import type { Collections, LIST_INDEXES, ProductDoc } from './documents.ts';
import type { Product } from './product.ts';
import { fromDocument } from './product-document.ts';
import { type ListScope, listKeyOf } from './shelf.ts';

export type ListOrder = 'newest' | 'oldest' | 'sales' | 'price-up' | 'price-down';

export type ListQuery = ListScope & {
  order: ListOrder;
  /** Inclusive bounds of the lowest price; 0 is none. */
  minAmount: number;
  maxAmount: number;
  /** From 1 to 100. */
  limit: number;
  /** Empty for the first page. */
  cursor: string;
};

export type ProductPage = { products: Product[]; nextCursor: string };

/** The last product of a page: its sort value and id. */
type Position = { value: number; id: string };

type Way = { field: '_id' | 'sales' | 'min_price'; direction: 1 | -1; index: keyof typeof LIST_INDEXES };

const WAYS: Record<ListOrder, Way> = {
  newest: { field: '_id', direction: -1, index: 'newest' },
  oldest: { field: '_id', direction: 1, index: 'newest' },
  sales: { field: 'sales', direction: -1, index: 'sales' },
  'price-up': { field: 'min_price', direction: 1, index: 'price' },
  'price-down': { field: 'min_price', direction: -1, index: 'price' },
};

const cursorSchema = z.strictObject({
  list: z.string(),
  value: z.number().int(),
  id: z.string().regex(/^prd_[0-9a-f-]{36}$/),
});

/** Names the list that a cursor belongs to: its scope, order and bounds. */
const fingerprint = ({ order, minAmount, maxAmount, categoryId, ...scope }: ListQuery): string =>
  createHash('sha256')
    .update(JSON.stringify([listKeyOf({ ...scope, categoryId }), categoryId, order, minAmount, maxAmount]))
    .digest('base64url')
    .slice(0, 12);

/** Where the next page begins, as an opaque text. */
export function encodeCursor(query: ListQuery, last: Product): string {
  const { field } = WAYS[query.order];
  const value = field === '_id' ? 0 : last[field];
  return Buffer.from(JSON.stringify({ list: fingerprint(query), value, id: last._id })).toString('base64url');
}

/** Errors: cursor-invalid, when it was not given out by this very list. */
export function decodeCursor(query: ListQuery): Position | undefined {
  if (query.cursor === '') return undefined;

  try {
    const { list, value, id } = cursorSchema.parse(JSON.parse(Buffer.from(query.cursor, 'base64url').toString()));
    if (list === fingerprint(query)) return { value, id };
  } catch {
    // Torn or made up: the same to the caller as a cursor of another list.
  }
  throw new DomainError('cursor-invalid');
}

function baseFilter(query: ListQuery): Filter<ProductDoc> {
  const { minAmount, maxAmount, categoryId, audience } = query;
  const bounds = { ...(minAmount > 0 ? { $gte: minAmount } : {}), ...(maxAmount > 0 ? { $lte: maxAmount } : {}) };
  return {
    lists: listKeyOf(query),
    ...(audience === 'staff' && categoryId ? { category_path: categoryId } : {}),
    ...(Object.keys(bounds).length > 0 ? { min_price: bounds } : {}),
  };
}

/**
 * The ranges of the index that a page may come from, in order: first those that share the last product's sort value,
 * then the values beyond it. Each is one straight run of the index, however many products share a value.
 */
export function rangesOf(query: ListQuery): Filter<ProductDoc>[] {
  const base = baseFilter(query);
  const position = decodeCursor(query);
  if (!position) return [base];

  const { field, direction } = WAYS[query.order];
  const beyond = direction === 1 ? '$gt' : '$lt';
  const sameValue = { ...base, _id: { [beyond]: position.id } };
  if (field === '_id') return [sameValue];
  const bounds = field === 'min_price' ? base.min_price : undefined;
  return [
    { ...sameValue, [field]: position.value },
    { ...base, [field]: { ...(typeof bounds === 'object' ? bounds : {}), [beyond]: position.value } },
  ];
}

/** The query of one range, as it runs. */
export function findRange(
  { products }: Collections,
  query: ListQuery,
  range: Filter<ProductDoc>,
  limit: number,
): FindCursor<ProductDoc> {
  const { field, direction, index } = WAYS[query.order];
  const sort = field === '_id' ? { _id: direction } : { [field]: direction, _id: direction };
  return products
    .find(range, { projection: { outbox: 0, request: 0 } })
    .sort(sort)
    .hint(index)
    .limit(limit);
}

/** One page of a list. Errors: cursor-invalid. */
export async function listProducts(collections: Collections, query: ListQuery): Promise<ProductPage> {
  const found: Product[] = [];
  for (const range of rangesOf(query)) {
    const missing = query.limit + 1 - found.length;
    if (missing > 0) found.push(...(await findRange(collections, query, range, missing).map(fromDocument).toArray()));
  }
  const products = found.slice(0, query.limit);
  const last = products.at(-1);
  return { products, nextCursor: last && found.length > query.limit ? encodeCursor(query, last) : '' };
}
