// Original file: protos/social/orders/v1/orders.proto

import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * What the holder of a seat is told of its order, as it was placed.
 */
export interface PlacedOrder {
  'orderId'?: (string);
  'groupId'?: (string);
  'quantity'?: (number);
  'total'?: (_social_common_v1_Money | null);
  /**
   * In ms since 1970.
   */
  'payByMs'?: (number | string | Long);
}

/**
 * What the holder of a seat is told of its order, as it was placed.
 */
export interface PlacedOrder__Output {
  'orderId': (string);
  'groupId': (string);
  'quantity': (number);
  'total': (_social_common_v1_Money__Output | null);
  /**
   * In ms since 1970.
   */
  'payByMs': (number);
}
