// Original file: protos/social/catalog/v1/catalog.proto

import type { LowStock as _social_catalog_v1_LowStock, LowStock__Output as _social_catalog_v1_LowStock__Output } from '../../../social/catalog/v1/LowStock.ts';

export interface ListLowStockResponse {
  /**
   * Fewer than asked for where SKUs of a page are gone by now.
   */
  'items'?: (_social_catalog_v1_LowStock)[];
  'nextCursor'?: (string);
}

export interface ListLowStockResponse__Output {
  /**
   * Fewer than asked for where SKUs of a page are gone by now.
   */
  'items': (_social_catalog_v1_LowStock__Output)[];
  'nextCursor': (string);
}
