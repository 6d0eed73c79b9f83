// Original file: protos/social/orders/v1/cart.proto

import type { LineSelection as _social_orders_v1_LineSelection, LineSelection__Output as _social_orders_v1_LineSelection__Output } from '../../../social/orders/v1/LineSelection.ts';
import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface SelectLinesRequest {
  'guestToken'?: (string);
  'selection'?: (_social_orders_v1_LineSelection);
  /**
   * Whose lines; empty: every merchant's.
   */
  'merchantId'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface SelectLinesRequest__Output {
  'guestToken': (string);
  'selection': (_social_orders_v1_LineSelection__Output);
  /**
   * Whose lines; empty: every merchant's.
   */
  'merchantId': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
}
