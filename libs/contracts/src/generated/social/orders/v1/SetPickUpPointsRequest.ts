// Original file: protos/social/orders/v1/orders.proto

import type { PickUpPoints as _social_orders_v1_PickUpPoints, PickUpPoints__Output as _social_orders_v1_PickUpPoints__Output } from '../../../social/orders/v1/PickUpPoints.ts';

export interface SetPickUpPointsRequest {
  'points'?: (_social_orders_v1_PickUpPoints | null);
}

export interface SetPickUpPointsRequest__Output {
  'points': (_social_orders_v1_PickUpPoints__Output | null);
}
