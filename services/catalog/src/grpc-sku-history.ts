import { DomainError } from '@social/contracts/errors';
import type { PriceChange } from '@social/contracts/generated/social/catalog/v1/PriceChange';
import type { StockLevel } from '@social/contracts/generated/social/catalog/v1/StockLevel';
import type { StockMove } from '@social/contracts/generated/social/catalog/v1/StockMove';
import { toTimestamp } from '@social/rpc/time';
import { type Caller, requireMerchant } from '@social/runtime/caller';
import type { Collections, MovementDoc } from './documents.ts';
import type { CatalogHandlers, Deps } from './grpc.ts';
import type { PriceChangeDoc } from './price-changes.ts';
import { markOf } from './requests.ts';
import { pricesOf, stockMoves } from './sku-history.ts';
import { effectOf, type Level } from './stock.ts';

type Names = 'AdjustStock' | 'GetStock' | 'ListStockMoves' | 'ListPriceChanges';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
export const MAX_REASON = 200;

/** Errors: request-invalid. */
export function requireReason(reason: string): void {
  if (reason.length > MAX_REASON)
    throw new DomainError('request-invalid', `a reason has at most ${MAX_REASON} characters`);
}

/**
 * Errors: forbidden, unless the caller may act for the merchant; sku-not-found, unless the SKU is or was the merchant's:
 * what is gone from a product keeps its history.
 */
export async function requireOwnSku(
  { stock, products }: Collections,
  caller: Caller,
  { merchantId, skuId }: { merchantId: string; skuId: string },
): Promise<void> {
  requireMerchant(caller, merchantId);
  const found = await stock.findOne({ _id: skuId }, { projection: { product_id: 1 } });
  const product =
    found && (await products.findOne({ _id: found.product_id, merchant_id: merchantId }, { projection: { _id: 1 } }));
  if (!product) throw new DomainError('sku-not-found');
}

const levelToProto = (skuId: string, { stock, reserved, sold }: Level): StockLevel => ({
  skuId,
  available: stock,
  reserved,
  sold,
});

function moveToProto(row: MovementDoc): StockMove {
  const { stock, reserved, sold } = effectOf(row);
  // A SKU has nothing before it opens.
  const after = row.stock_after ?? (row.reason === 'opening' ? row.quantity : undefined);
  return {
    ...{ kind: row.reason, available: stock, reserved, sold, availableAfter: after },
    ...{ holderId: row.holder_id.startsWith('set:') ? '' : row.holder_id, by: row.by, reason: row.note },
    at: toTimestamp(row.at),
  };
}

const changeToProto = ({ before, after, currency, by, at, version }: PriceChangeDoc): PriceChange => ({
  ...{ beforeAmount: before.price, beforeCompareAtAmount: before.compare_at },
  ...{ afterAmount: after.price, afterCompareAtAmount: after.compare_at },
  ...{ currency, by, version, at: toTimestamp(at) },
});

/** What a merchant's people see of one SKU, and do to its stock. */
export const skuHistoryHandlers = ({ collections, stock }: Deps): Pick<CatalogHandlers, Names> => {
  const pageOf = async (
    caller: Caller,
    request: { merchantId: string; skuId: string; limit: number; cursor: string },
  ) => {
    await requireOwnSku(collections, caller, request);
    const limit = Math.min(Math.max(request.limit || DEFAULT_LIMIT, 1), MAX_LIMIT);
    return { skuId: request.skuId, limit, cursor: request.cursor };
  };
  return {
    AdjustStock: async ({ merchantId, skuId, pieces, reason, request }, { caller }) => {
      requireReason(reason);
      await requireOwnSku(collections, caller, { merchantId, skuId });
      await stock.adjust(pieces, { skuId, by: caller.userId, note: reason, request: markOf(request) });
      return levelToProto(skuId, await stock.level(skuId));
    },
    GetStock: async ({ merchantId, skuId }, { caller }) => {
      await requireOwnSku(collections, caller, { merchantId, skuId });
      return levelToProto(skuId, await stock.level(skuId));
    },
    ListStockMoves: async (request, { caller }) => {
      const { rows, nextCursor } = await stockMoves(collections, await pageOf(caller, request));
      return { moves: rows.map(moveToProto), nextCursor };
    },
    ListPriceChanges: async (request, { caller }) => {
      const { rows, nextCursor } = await pricesOf(collections, await pageOf(caller, request));
      return { changes: rows.map(changeToProto), nextCursor };
    },
  };
};
