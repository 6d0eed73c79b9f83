// Original file: protos/social/orders/v1/cart.proto

import type { CartItem as _social_orders_v1_CartItem, CartItem__Output as _social_orders_v1_CartItem__Output } from '../../../social/orders/v1/CartItem.ts';

export interface CartMerchant {
  'merchantId'?: (string);
  /**
   * Newest first.
   */
  'items'?: (_social_orders_v1_CartItem)[];
}

export interface CartMerchant__Output {
  'merchantId': (string);
  /**
   * Newest first.
   */
  'items': (_social_orders_v1_CartItem__Output)[];
}
