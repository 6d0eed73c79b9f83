// Original file: protos/social/orders/v1/orders.proto

import type { OrderState as _social_orders_v1_OrderState, OrderState__Output as _social_orders_v1_OrderState__Output } from '../../../social/orders/v1/OrderState.ts';

export interface ListOrdersRequest {
  /**
   * Empty: the caller's own as a buyer.
   */
  'merchantId'?: (string);
  /**
   * Unspecified: all.
   */
  'state'?: (_social_orders_v1_OrderState);
  /**
   * 1–100, default 20.
   */
  'limit'?: (number);
  'cursor'?: (string);
  'activityId'?: (string);
}

export interface ListOrdersRequest__Output {
  /**
   * Empty: the caller's own as a buyer.
   */
  'merchantId': (string);
  /**
   * Unspecified: all.
   */
  'state': (_social_orders_v1_OrderState__Output);
  /**
   * 1–100, default 20.
   */
  'limit': (number);
  'cursor': (string);
  'activityId': (string);
}
