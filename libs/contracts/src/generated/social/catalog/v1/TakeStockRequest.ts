// Original file: protos/social/catalog/v1/catalog.proto

import type { StockTake as _social_catalog_v1_StockTake, StockTake__Output as _social_catalog_v1_StockTake__Output } from '../../../social/catalog/v1/StockTake.ts';

export interface TakeStockRequest {
  'takes'?: (_social_catalog_v1_StockTake)[];
}

export interface TakeStockRequest__Output {
  'takes': (_social_catalog_v1_StockTake__Output)[];
}
