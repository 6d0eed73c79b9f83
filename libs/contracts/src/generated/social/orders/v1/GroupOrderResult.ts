// Original file: protos/social/orders/v1/orders.proto

import type { PlacedOrder as _social_orders_v1_PlacedOrder, PlacedOrder__Output as _social_orders_v1_PlacedOrder__Output } from '../../../social/orders/v1/PlacedOrder.ts';
import type { Long } from '@grpc/proto-loader';

export interface GroupOrderResult {
  /**
   * When the order is to be paid, in ms since 1970; 0 where another order or an error is the result.
   */
  'payByMs'?: (number | string | Long);
  /**
   * The order that a request with the same key placed before.
   */
  'earlier'?: (_social_orders_v1_PlacedOrder | null);
  /**
   * Stable code; empty when placed.
   */
  'errorCode'?: (string);
  'errorMessage'?: (string);
}

export interface GroupOrderResult__Output {
  /**
   * When the order is to be paid, in ms since 1970; 0 where another order or an error is the result.
   */
  'payByMs': (number);
  /**
   * The order that a request with the same key placed before.
   */
  'earlier': (_social_orders_v1_PlacedOrder__Output | null);
  /**
   * Stable code; empty when placed.
   */
  'errorCode': (string);
  'errorMessage': (string);
}
