import { DomainError } from '@social/contracts/errors';
import { LowStockReached } from '@social/contracts/events/catalog';
import { envelope } from '@social/messaging/envelope';
import type { ClientSession, Filter, UpdateFilter } from 'mongodb';
import { z } from 'zod';
import type { AlertDoc, Collections, StockDoc } from './documents.ts';
import type { OpeningStock } from './product.ts';
import type { Decision } from './stock.ts';

/** Highest threshold. */
const MAX_THRESHOLD = 1_000_000;

/** Errors: quantity-invalid. */
export function requireThreshold(threshold: number): void {
  const fits = Number.isInteger(threshold) && threshold >= 0 && threshold <= MAX_THRESHOLD;
  if (!fits) throw new DomainError('quantity-invalid', `a threshold is from 0 to ${MAX_THRESHOLD}`);
}

/** Whether so many pieces are low where a SKU has a threshold. */
export const isLow = (available: number, threshold: number | undefined): boolean =>
  threshold !== undefined && available <= threshold;

/** What a change of its pieces does to a SKU's flag; nothing where it stays on its side of the threshold. */
export function flagChange(before: StockDoc, available: number): UpdateFilter<StockDoc> {
  const low = isLow(available, before.low_at);
  if (low === (before.low ?? false)) return {};
  return low ? { $set: { low: true } } : { $unset: { low: '' } };
}

/** SKUs that came down to their thresholds by a batch of changes, each with the fact that says so. */
export function alertsOf(levels: Decision['levels'], before: Map<string, StockDoc>, now: Date): AlertDoc[] {
  return [...levels].flatMap(([sku_id, { stock: available, moves }]) => {
    const doc = before.get(sku_id);
    if (doc?.low_at === undefined || doc.low || !isLow(available, doc.low_at)) return [];

    const { product_id, merchant_id = '', low_at: threshold } = doc;
    const ids = { skuId: sku_id, productId: product_id, merchantId: merchant_id };
    const fact = envelope(LowStockReached, sku_id, { ...ids, available, threshold, at: now.toISOString() }, now);
    return [{ _id: `${sku_id}:${moves}`, sku_id, merchant_id, available, threshold, at: now, outbox: [fact] }];
  });
}

/** A threshold as a document keeps it, with whether the stock is low by it; decided where it is written. */
const withThreshold = (merchant_id: string, threshold: number | undefined) =>
  threshold === undefined
    ? [{ $set: { merchant_id } }, { $unset: ['low_at', 'low'] }]
    : [
        { $set: { merchant_id, low_at: threshold } },
        { $set: { low: { $cond: [{ $lte: ['$stock', threshold] }, true, '$$REMOVE'] } } },
      ];

/** Gives one SKU a threshold of its own, or takes it away, so that the merchant's default holds again. */
export async function setOwnThreshold(
  { stock, merchants }: Collections,
  merchantId: string,
  skuId: string,
  threshold: number | undefined,
): Promise<void> {
  if (threshold !== undefined) {
    const own = [...withThreshold(merchantId, threshold), { $set: { low_own: true } }];
    await stock.updateOne({ _id: skuId }, own);
    return;
  }
  const merchant = await merchants.findOne({ _id: merchantId });
  await stock.updateOne({ _id: skuId }, [...withThreshold(merchantId, merchant?.low_stock), { $unset: 'low_own' }]);
}

/** Says what holds for a merchant's SKUs that have no threshold of their own; `spreadDefaults` brings it to them. */
export async function setDefaultThreshold(
  { merchants }: Collections,
  merchantId: string,
  threshold: number | undefined,
): Promise<void> {
  const value = threshold === undefined ? {} : { low_stock: threshold };
  const gone = threshold === undefined ? { $unset: { low_stock: '' as const } } : {};
  await merchants.updateOne({ _id: merchantId }, { $set: { ...value, low_stock_changed: true }, ...gone });
}

/** Products whose SKUs are given a new default at a time. */
const PRODUCTS_AT_ONCE = 200;

async function spreadDefault({ merchants, products, stock }: Collections, merchantId: string): Promise<void> {
  const merchant = await merchants.findOneAndUpdate({ _id: merchantId }, { $unset: { low_stock_changed: '' } });
  const give = async (skuIds: string[]) => {
    const filter: Filter<StockDoc> = { _id: { $in: skuIds }, low_own: { $exists: false } };
    await stock.updateMany(filter, withThreshold(merchantId, merchant?.low_stock));
  };
  let skuIds: string[] = [];
  let count = 0;
  const all = products.find({ merchant_id: merchantId, deleted: false }, { projection: { 'skus.sku_id': 1 } });
  try {
    for await (const { skus } of all) {
      skuIds.push(...skus.map(({ sku_id }) => sku_id));
      if (++count % PRODUCTS_AT_ONCE > 0) continue;
      await give(skuIds);
      skuIds = [];
    }
    await give(skuIds);
  } catch (error) {
    await merchants.updateOne({ _id: merchantId }, { $set: { low_stock_changed: true } });
    throw error;
  }
}

/** Brings merchants' new defaults to their SKUs. Answers how many merchants had one. */
export async function spreadDefaults(collections: Collections): Promise<number> {
  const due = await collections.merchants.find({ low_stock_changed: true }, { projection: { _id: 1 } }).toArray();
  for (const { _id } of due) await spreadDefault(collections, _id);
  return due.length;
}

/** Gives new SKUs their merchants' defaults, in the transaction that opens them. */
export async function giveDefaults(
  { merchants, products, stock }: Collections,
  opening: OpeningStock[],
  session: ClientSession,
): Promise<void> {
  const withDefault = await merchants.find({ low_stock: { $exists: true } }, { session }).toArray();
  if (withDefault.length === 0) return;

  const productIds = [...new Set(opening.map(({ product_id }) => product_id))];
  for (const { _id, low_stock } of withDefault) {
    const filter = { _id: { $in: productIds }, merchant_id: _id };
    const found = await products.find(filter, { session, projection: { _id: 1 } }).toArray();
    const own = new Set(found.map((product) => product._id));
    const skuIds = opening.filter(({ product_id }) => own.has(product_id)).map(({ sku_id }) => sku_id);
    if (skuIds.length > 0) await stock.updateMany({ _id: { $in: skuIds } }, withThreshold(_id, low_stock), { session });
  }
}

const position = z.strictObject({ merchant: z.string(), stock: z.number().int(), id: z.string().max(64) });

function positionOf(merchantId: string, cursor: string): z.output<typeof position> | undefined {
  if (cursor === '') return undefined;

  try {
    const found = position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (found.merchant === merchantId) return found;
  } catch {
    // Torn or made up: the same to the caller as a cursor of another list.
  }
  throw new DomainError('cursor-invalid');
}

/** A merchant's SKUs that are low, fewest first, along one index. Errors: cursor-invalid. */
export async function lowStock(
  { stock }: Collections,
  { merchantId, limit, cursor }: { merchantId: string; limit: number; cursor: string },
): Promise<{ rows: StockDoc[]; nextCursor: string }> {
  const after = positionOf(merchantId, cursor);
  const beyond = after && [{ stock: { $gt: after.stock } }, { stock: after.stock, _id: { $gt: after.id } }];
  const filter: Filter<StockDoc> = { merchant_id: merchantId, low: true, ...(beyond ? { $or: beyond } : {}) };
  const found = await stock
    .find(filter)
    .sort({ merchant_id: 1, stock: 1, _id: 1 })
    .limit(limit + 1)
    .toArray();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (!last || found.length <= limit) return { rows, nextCursor: '' };

  const next = { merchant: merchantId, stock: last.stock, id: last._id };
  return { rows, nextCursor: Buffer.from(JSON.stringify(next)).toString('base64url') };
}
