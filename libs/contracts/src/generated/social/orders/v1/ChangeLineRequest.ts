// Original file: protos/social/orders/v1/cart.proto

import type { LineSelection as _social_orders_v1_LineSelection, LineSelection__Output as _social_orders_v1_LineSelection__Output } from '../../../social/orders/v1/LineSelection.ts';

export interface ChangeLineRequest {
  'guestToken'?: (string);
  'skuId'?: (string);
  /**
   * 0: as it is.
   */
  'quantity'?: (number);
  /**
   * Unspecified: as it is.
   */
  'selection'?: (_social_orders_v1_LineSelection);
}

export interface ChangeLineRequest__Output {
  'guestToken': (string);
  'skuId': (string);
  /**
   * 0: as it is.
   */
  'quantity': (number);
  /**
   * Unspecified: as it is.
   */
  'selection': (_social_orders_v1_LineSelection__Output);
}
