// Original file: protos/social/catalog/v1/catalog.proto

import type { TakeStockResult as _social_catalog_v1_TakeStockResult, TakeStockResult__Output as _social_catalog_v1_TakeStockResult__Output } from '../../../social/catalog/v1/TakeStockResult.ts';

export interface TakeStockForManyResponse {
  'results'?: (_social_catalog_v1_TakeStockResult)[];
}

export interface TakeStockForManyResponse__Output {
  'results': (_social_catalog_v1_TakeStockResult__Output)[];
}
