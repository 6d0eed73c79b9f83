// Original file: protos/social/catalog/v1/catalog.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface AdjustStockRequest {
  'merchantId'?: (string);
  'skuId'?: (string);
  /**
   * Negative: so many are taken out.
   */
  'pieces'?: (number);
  'reason'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface AdjustStockRequest__Output {
  'merchantId': (string);
  'skuId': (string);
  /**
   * Negative: so many are taken out.
   */
  'pieces': (number);
  'reason': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
}
