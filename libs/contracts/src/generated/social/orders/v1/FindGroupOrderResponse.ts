// Original file: protos/social/orders/v1/orders.proto

import type { Order as _social_orders_v1_Order, Order__Output as _social_orders_v1_Order__Output } from '../../../social/orders/v1/Order.ts';

export interface FindGroupOrderResponse {
  /**
   * Unset when the request placed nothing.
   */
  'order'?: (_social_orders_v1_Order | null);
}

export interface FindGroupOrderResponse__Output {
  /**
   * Unset when the request placed nothing.
   */
  'order': (_social_orders_v1_Order__Output | null);
}
