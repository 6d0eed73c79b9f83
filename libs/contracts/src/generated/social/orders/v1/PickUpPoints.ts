// Original file: protos/social/orders/v1/orders.proto

import type { PickUpPoint as _social_orders_v1_PickUpPoint, PickUpPoint__Output as _social_orders_v1_PickUpPoint__Output } from '../../../social/orders/v1/PickUpPoint.ts';

export interface PickUpPoints {
  'merchantId'?: (string);
  'points'?: (_social_orders_v1_PickUpPoint)[];
}

export interface PickUpPoints__Output {
  'merchantId': (string);
  'points': (_social_orders_v1_PickUpPoint__Output)[];
}
