import { z } from 'zod';
import { event } from './event.ts';

export const CATALOG_TOPIC = 'catalog.product.v1';

/** A product's page is no longer what it was: created, changed, on or off sale, deleted. Key: productId. */
export const ProductChanged = event(
  CATALOG_TOPIC,
  'catalog.product.changed.v1',
  z.object({
    productId: z.string(),
    merchantId: z.string(),
    categoryId: z.string(),
    onSale: z.boolean(),
    deleted: z.boolean(),
    version: z.number().int(),
  }),
);
