// Original file: protos/social/groupbuy/v1/group_buy.proto

import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

/**
 * A held seat and the order that pays for it. Built only from what is fixed when the seat is taken.
 */
export interface Seat {
  'activityId'?: (string);
  'groupId'?: (string);
  'orderId'?: (string);
  'quantity'?: (number);
  'total'?: (_social_common_v1_Money | null);
  'payBy'?: (_google_protobuf_Timestamp | null);
}

/**
 * A held seat and the order that pays for it. Built only from what is fixed when the seat is taken.
 */
export interface Seat__Output {
  'activityId': (string);
  'groupId': (string);
  'orderId': (string);
  'quantity': (number);
  'total': (_social_common_v1_Money__Output | null);
  'payBy': (_google_protobuf_Timestamp__Output | null);
}
