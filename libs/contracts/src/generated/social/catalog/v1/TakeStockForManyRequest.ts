// Original file: protos/social/catalog/v1/catalog.proto

import type { TakeStockRequest as _social_catalog_v1_TakeStockRequest, TakeStockRequest__Output as _social_catalog_v1_TakeStockRequest__Output } from '../../../social/catalog/v1/TakeStockRequest.ts';

export interface TakeStockForManyRequest {
  /**
   * 1–200.
   */
  'requests'?: (_social_catalog_v1_TakeStockRequest)[];
}

export interface TakeStockForManyRequest__Output {
  /**
   * 1–200.
   */
  'requests': (_social_catalog_v1_TakeStockRequest__Output)[];
}
