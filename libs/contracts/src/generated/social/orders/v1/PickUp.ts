// Original file: protos/social/orders/v1/orders.proto

import type { PickUpPoint as _social_orders_v1_PickUpPoint, PickUpPoint__Output as _social_orders_v1_PickUpPoint__Output } from '../../../social/orders/v1/PickUpPoint.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

/**
 * How an order is picked up.
 */
export interface PickUp {
  /**
   * As it was when it was ordered.
   */
  'point'?: (_social_orders_v1_PickUpPoint | null);
  /**
   * To be shown at the counter; for the buyer alone, from payment to hand-over.
   */
  'code'?: (string);
  'handedOverAt'?: (_google_protobuf_Timestamp | null);
}

/**
 * How an order is picked up.
 */
export interface PickUp__Output {
  /**
   * As it was when it was ordered.
   */
  'point': (_social_orders_v1_PickUpPoint__Output | null);
  /**
   * To be shown at the counter; for the buyer alone, from payment to hand-over.
   */
  'code': (string);
  'handedOverAt': (_google_protobuf_Timestamp__Output | null);
}
