import { z } from 'zod';
import { event, instant } from './event.ts';

export const CATALOG_TOPIC = 'catalog.product.v1';

/** A product's page is no longer what it was: created, changed, on or off sale, deleted. Key: productId. */
export const ProductChanged = event(
  CATALOG_TOPIC,
  'catalog.product.changed.v1',
  z.object({
    productId: z.string(),
    merchantId: z.string(),
    categoryId: z.string(),
    /** Whether shoppers see and buy it: published and on sale. */
    onSale: z.boolean(),
    deleted: z.boolean(),
    version: z.number().int(),
  }),
);

export const STOCK_TOPIC = 'catalog.stock.v1';

/** What nobody has taken of a SKU has come down to its merchant's threshold; once each time it does. Key: skuId. */
export const LowStockReached = event(
  STOCK_TOPIC,
  'catalog.stock.low-reached.v1',
  z.object({
    skuId: z.string(),
    productId: z.string(),
    merchantId: z.string(),
    available: z.number().int(),
    threshold: z.number().int(),
    at: instant,
  }),
);
