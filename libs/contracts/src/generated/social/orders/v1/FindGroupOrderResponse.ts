// Original file: protos/social/orders/v1/orders.proto

import type { PlacedOrder as _social_orders_v1_PlacedOrder, PlacedOrder__Output as _social_orders_v1_PlacedOrder__Output } from '../../../social/orders/v1/PlacedOrder.ts';

export interface FindGroupOrderResponse {
  /**
   * Unset when the request placed nothing.
   */
  'order'?: (_social_orders_v1_PlacedOrder | null);
}

export interface FindGroupOrderResponse__Output {
  /**
   * Unset when the request placed nothing.
   */
  'order': (_social_orders_v1_PlacedOrder__Output | null);
}
