// Original file: protos/social/orders/v1/orders.proto

import type { Order as _social_orders_v1_Order, Order__Output as _social_orders_v1_Order__Output } from '../../../social/orders/v1/Order.ts';

export interface PlaceOrdersResponse {
  'checkoutId'?: (string);
  'orders'?: (_social_orders_v1_Order)[];
}

export interface PlaceOrdersResponse__Output {
  'checkoutId': (string);
  'orders': (_social_orders_v1_Order__Output)[];
}
