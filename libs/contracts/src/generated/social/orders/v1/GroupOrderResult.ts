// Original file: protos/social/orders/v1/orders.proto

import type { Order as _social_orders_v1_Order, Order__Output as _social_orders_v1_Order__Output } from '../../../social/orders/v1/Order.ts';

export interface GroupOrderResult {
  /**
   * The order, or where a request with the same key came before, that earlier order.
   */
  'order'?: (_social_orders_v1_Order | null);
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
  'order': (_social_orders_v1_Order__Output | null);
  /**
   * Stable code; empty when placed.
   */
  'errorCode': (string);
  'errorMessage': (string);
}
