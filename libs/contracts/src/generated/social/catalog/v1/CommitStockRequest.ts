// Original file: protos/social/catalog/v1/catalog.proto

import type { StockLine as _social_catalog_v1_StockLine, StockLine__Output as _social_catalog_v1_StockLine__Output } from '../../../social/catalog/v1/StockLine.ts';

export interface CommitStockRequest {
  'holderId'?: (string);
  /**
   * Empty: all that the holder took.
   */
  'sold'?: (_social_catalog_v1_StockLine)[];
}

export interface CommitStockRequest__Output {
  'holderId': (string);
  /**
   * Empty: all that the holder took.
   */
  'sold': (_social_catalog_v1_StockLine__Output)[];
}
