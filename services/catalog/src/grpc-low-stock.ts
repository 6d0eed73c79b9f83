import { requireMerchant } from '@social/runtime/caller';
import type { StockDoc } from './documents.ts';
import type { CatalogHandlers, Deps } from './grpc.ts';
import { requireOwnSku } from './grpc-sku-history.ts';
import { lowStock, requireThreshold, setDefaultThreshold, setOwnThreshold } from './low-stock.ts';
import type { Product } from './product.ts';
import { fromDocument } from './product-document.ts';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

function rowToProto({ _id, stock, low_at }: StockDoc, product: Product | undefined) {
  const sku = product?.skus.find(({ sku_id }) => sku_id === _id);
  if (!product || !sku) return [];

  const names = { productId: product._id, title: product.title, optionValues: sku.option_values };
  return [{ skuId: _id, ...names, available: stock, threshold: low_at ?? 0 }];
}

/** When a merchant wants to know that a SKU runs out, and which ones do. */
export const lowStockHandlers = ({
  collections,
  merchants,
}: Deps): Pick<CatalogHandlers, 'SetLowStock' | 'ListLowStock'> => ({
  SetLowStock: async ({ merchantId, skuId, ...request }, { caller }) => {
    const merchant = await merchants.get(merchantId);
    requireMerchant(caller, merchant._id);
    const threshold = '_threshold' in request ? request.threshold : undefined;
    if (threshold !== undefined) requireThreshold(threshold);
    if (skuId === '') await setDefaultThreshold(collections, merchant._id, threshold);
    else {
      await requireOwnSku(collections, caller, { merchantId: merchant._id, skuId });
      await setOwnThreshold(collections, merchant._id, skuId, threshold);
    }
    return {};
  },
  ListLowStock: async ({ merchantId, limit, cursor }, { caller }) => {
    requireMerchant(caller, merchantId);
    const most = Math.min(Math.max(limit || DEFAULT_LIMIT, 1), MAX_LIMIT);
    const { rows, nextCursor } = await lowStock(collections, { merchantId, limit: most, cursor });
    const ids = [...new Set(rows.map(({ product_id }) => product_id))];
    const found = await collections.products.find({ _id: { $in: ids }, deleted: false }).toArray();
    const products = new Map(found.map((doc) => [doc._id, fromDocument(doc)]));
    return { items: rows.flatMap((row) => rowToProto(row, products.get(row.product_id))), nextCursor };
  },
});
