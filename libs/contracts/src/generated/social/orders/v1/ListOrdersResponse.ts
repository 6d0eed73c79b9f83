// Original file: protos/social/orders/v1/orders.proto

import type { Order as _social_orders_v1_Order, Order__Output as _social_orders_v1_Order__Output } from '../../../social/orders/v1/Order.ts';

export interface ListOrdersResponse {
  'orders'?: (_social_orders_v1_Order)[];
  'nextCursor'?: (string);
}

export interface ListOrdersResponse__Output {
  'orders': (_social_orders_v1_Order__Output)[];
  'nextCursor': (string);
}
