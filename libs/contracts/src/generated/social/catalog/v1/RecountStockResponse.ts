// Original file: protos/social/catalog/v1/catalog.proto

import type { StockDifference as _social_catalog_v1_StockDifference, StockDifference__Output as _social_catalog_v1_StockDifference__Output } from '../../../social/catalog/v1/StockDifference.ts';

export interface RecountStockResponse {
  /**
   * Looked at so far.
   */
  'skus'?: (number);
  'holders'?: (number);
  'differences'?: (_social_catalog_v1_StockDifference)[];
  'done'?: (boolean);
}

export interface RecountStockResponse__Output {
  /**
   * Looked at so far.
   */
  'skus': (number);
  'holders': (number);
  'differences': (_social_catalog_v1_StockDifference__Output)[];
  'done': (boolean);
}
