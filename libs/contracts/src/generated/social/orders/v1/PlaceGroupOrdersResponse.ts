// Original file: protos/social/orders/v1/orders.proto

import type { GroupOrderResult as _social_orders_v1_GroupOrderResult, GroupOrderResult__Output as _social_orders_v1_GroupOrderResult__Output } from '../../../social/orders/v1/GroupOrderResult.ts';

export interface PlaceGroupOrdersResponse {
  'results'?: (_social_orders_v1_GroupOrderResult)[];
}

export interface PlaceGroupOrdersResponse__Output {
  'results': (_social_orders_v1_GroupOrderResult__Output)[];
}
