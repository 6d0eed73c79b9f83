// Original file: protos/social/orders/v1/orders.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';
import type { Long } from '@grpc/proto-loader';

export interface AdjustPriceRequest {
  'orderId'?: (string);
  /**
   * In the order's currency, freight included.
   */
  'totalAmount'?: (number | string | Long);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface AdjustPriceRequest__Output {
  'orderId': (string);
  /**
   * In the order's currency, freight included.
   */
  'totalAmount': (number);
  'request': (_social_common_v1_RequestKey__Output | null);
}
