// Original file: protos/social/orders/v1/orders.proto

import type { PlacedOrder as _social_orders_v1_PlacedOrder, PlacedOrder__Output as _social_orders_v1_PlacedOrder__Output } from '../../../social/orders/v1/PlacedOrder.ts';

export interface GroupOrderResult {
  /**
   * The order, or where a request with the same key came before, that earlier order.
   */
  'order'?: (_social_orders_v1_PlacedOrder | null);
  /**
   * Stable code; empty when placed.
   */
  'errorCode'?: (string);
  'errorMessage'?: (string);
}

export interface GroupOrderResult__Output {
  /**
   * The order, or where a request with the same key came before, that earlier order.
   */
  'order': (_social_orders_v1_PlacedOrder__Output | null);
  /**
   * Stable code; empty when placed.
   */
  'errorCode': (string);
  'errorMessage': (string);
}
