// Original file: protos/social/orders/v1/orders.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface SetNoteRequest {
  'orderId'?: (string);
  /**
   * At most 500 characters; empty: none.
   */
  'note'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface SetNoteRequest__Output {
  'orderId': (string);
  /**
   * At most 500 characters; empty: none.
   */
  'note': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
}
