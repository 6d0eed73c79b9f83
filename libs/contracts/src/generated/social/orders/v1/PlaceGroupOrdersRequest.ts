// Original file: protos/social/orders/v1/orders.proto

import type { GroupOffer as _social_orders_v1_GroupOffer, GroupOffer__Output as _social_orders_v1_GroupOffer__Output } from '../../../social/orders/v1/GroupOffer.ts';
import type { GroupOrderRequest as _social_orders_v1_GroupOrderRequest, GroupOrderRequest__Output as _social_orders_v1_GroupOrderRequest__Output } from '../../../social/orders/v1/GroupOrderRequest.ts';

export interface PlaceGroupOrdersRequest {
  'offers'?: (_social_orders_v1_GroupOffer)[];
  'orders'?: (_social_orders_v1_GroupOrderRequest)[];
}

export interface PlaceGroupOrdersRequest__Output {
  'offers': (_social_orders_v1_GroupOffer__Output)[];
  'orders': (_social_orders_v1_GroupOrderRequest__Output)[];
}
