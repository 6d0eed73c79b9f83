import { DomainError } from '@social/contracts/errors';
import type { Filter } from 'mongodb';
import { z } from 'zod';
import type { Collections, MovementDoc } from './documents.ts';
import type { PriceChangeDoc } from './price-changes.ts';

/** `limit` from 1 to 100; an empty cursor is the first page. */
export type HistoryQuery = { skuId: string; limit: number; cursor: string };
export type HistoryPage<T> = { rows: T[]; nextCursor: string };

const encode = (position: object): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** Where a page goes on; undefined on the first. Errors: cursor-invalid, when this list did not give it out. */
function decode<T extends { sku: string }>(schema: z.ZodType<T>, { skuId, cursor }: HistoryQuery): T | undefined {
  if (cursor === '') return undefined;

  try {
    const position = schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (position.sku === skuId) return position;
  } catch {
    // Torn or made up: the same to the caller as a cursor of another list.
  }
  throw new DomainError('cursor-invalid');
}

const movePosition = z.strictObject({
  kind: z.literal('stock'),
  sku: z.string(),
  /** Null: among the rows of old, which have no number. */
  n: z.number().int().nullable(),
  at: z.iso.datetime(),
  id: z.string().max(300),
});
type MovePosition = z.output<typeof movePosition>;

const HISTORY_ORDER = { n: -1, at: -1, _id: -1 } as const;

const ofOld = ({ at, id }: MovePosition): Filter<MovementDoc> => ({
  n: { $exists: false },
  $or: [{ at: { $lt: new Date(at) } }, { at: new Date(at), _id: { $lt: id } }],
});

/** Every change of a SKU's stock, newest first, along one index; rows of old have no number and come last. */
export async function stockMoves({ movements }: Collections, query: HistoryQuery): Promise<HistoryPage<MovementDoc>> {
  const position = decode(movePosition, query);
  const find = (filter: Filter<MovementDoc>, limit: number) =>
    movements
      .find({ sku_id: query.skuId, ...filter })
      .sort({ sku_id: 1, ...HISTORY_ORDER })
      .hint('history')
      .limit(limit)
      .toArray();

  const wanted = query.limit + 1;
  const numbered = position && position.n === null ? [] : await find({ n: { $lt: position?.n ?? Infinity } }, wanted);
  const missing = wanted - numbered.length;
  const old =
    missing > 0 ? await find(position?.n === null ? ofOld(position) : { n: { $exists: false } }, missing) : [];
  const found = [...numbered, ...old];
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  if (!last || found.length <= query.limit) return { rows, nextCursor: '' };

  const { n = null, at, _id: id } = last;
  return { rows, nextCursor: encode({ kind: 'stock', sku: query.skuId, n, at: at.toISOString(), id }) };
}

const pricePosition = z.strictObject({ kind: z.literal('price'), sku: z.string(), version: z.number().int() });

/** Every change of a SKU's price, newest first, along one index. */
export async function pricesOf({ prices }: Collections, query: HistoryQuery): Promise<HistoryPage<PriceChangeDoc>> {
  const position = decode(pricePosition, query);
  const found = await prices
    .find({ sku_id: query.skuId, ...(position ? { version: { $lt: position.version } } : {}) })
    .sort({ sku_id: 1, version: -1 })
    .limit(query.limit + 1)
    .toArray();
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  if (!last || found.length <= query.limit) return { rows, nextCursor: '' };

  return { rows, nextCursor: encode({ kind: 'price', sku: query.skuId, version: last.version }) };
}
