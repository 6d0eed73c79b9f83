// Original file: protos/social/catalog/v1/catalog.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface SetStockRequest {
  'skuId'?: (string);
  'stock'?: (number);
  'request'?: (_social_common_v1_RequestKey | null);
  /**
   * Why, for the SKU's history; may be empty, at most 200 characters.
   */
  'reason'?: (string);
}

export interface SetStockRequest__Output {
  'skuId': (string);
  'stock': (number);
  'request': (_social_common_v1_RequestKey__Output | null);
  /**
   * Why, for the SKU's history; may be empty, at most 200 characters.
   */
  'reason': (string);
}
