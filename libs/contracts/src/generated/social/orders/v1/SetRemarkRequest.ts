// Original file: protos/social/orders/v1/orders.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface SetRemarkRequest {
  'orderId'?: (string);
  /**
   * At most 200 characters; empty: none.
   */
  'remark'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface SetRemarkRequest__Output {
  'orderId': (string);
  /**
   * At most 200 characters; empty: none.
   */
  'remark': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
}
