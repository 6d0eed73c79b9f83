// Original file: protos/social/orders/v1/orders.proto

import type { Order as _social_orders_v1_Order, Order__Output as _social_orders_v1_Order__Output } from '../../../social/orders/v1/Order.ts';
import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';

export interface GetCheckoutResponse {
  'checkoutId'?: (string);
  'orders'?: (_social_orders_v1_Order)[];
  /**
   * What they come to together.
   */
  'total'?: (_social_common_v1_Money | null);
}

export interface GetCheckoutResponse__Output {
  'checkoutId': (string);
  'orders': (_social_orders_v1_Order__Output)[];
  /**
   * What they come to together.
   */
  'total': (_social_common_v1_Money__Output | null);
}
