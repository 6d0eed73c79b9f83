// Original file: protos/social/orders/v1/orders.proto

import type { GroupOrderRequest as _social_orders_v1_GroupOrderRequest, GroupOrderRequest__Output as _social_orders_v1_GroupOrderRequest__Output } from '../../../social/orders/v1/GroupOrderRequest.ts';

export interface PlaceGroupOrdersRequest {
  'orders'?: (_social_orders_v1_GroupOrderRequest)[];
}

export interface PlaceGroupOrdersRequest__Output {
  'orders': (_social_orders_v1_GroupOrderRequest__Output)[];
}
