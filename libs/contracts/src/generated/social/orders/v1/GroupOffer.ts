// Original file: protos/social/orders/v1/orders.proto

import type { OrderLine as _social_orders_v1_OrderLine, OrderLine__Output as _social_orders_v1_OrderLine__Output } from '../../../social/orders/v1/OrderLine.ts';

/**
 * What seats of one activity are sold as.
 */
export interface GroupOffer {
  'activityId'?: (string);
  'merchantId'?: (string);
  'currency'?: (string);
  /**
   * One unit.
   */
  'line'?: (_social_orders_v1_OrderLine | null);
}

/**
 * What seats of one activity are sold as.
 */
export interface GroupOffer__Output {
  'activityId': (string);
  'merchantId': (string);
  'currency': (string);
  /**
   * One unit.
   */
  'line': (_social_orders_v1_OrderLine__Output | null);
}
