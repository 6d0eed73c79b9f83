// Original file: protos/social/orders/v1/orders.proto

import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

/**
 * What the holder of a seat is told of its order, as it was placed.
 */
export interface PlacedOrder {
  'orderId'?: (string);
  'buyerId'?: (string);
  'groupId'?: (string);
  'quantity'?: (number);
  'total'?: (_social_common_v1_Money | null);
  'payBy'?: (_google_protobuf_Timestamp | null);
}

/**
 * What the holder of a seat is told of its order, as it was placed.
 */
export interface PlacedOrder__Output {
  'orderId': (string);
  'buyerId': (string);
  'groupId': (string);
  'quantity': (number);
  'total': (_social_common_v1_Money__Output | null);
  'payBy': (_google_protobuf_Timestamp__Output | null);
}
