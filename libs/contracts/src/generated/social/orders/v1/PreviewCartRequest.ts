// Original file: protos/social/orders/v1/cart.proto

import type { MerchantWish as _social_orders_v1_MerchantWish, MerchantWish__Output as _social_orders_v1_MerchantWish__Output } from '../../../social/orders/v1/MerchantWish.ts';

export interface PreviewCartRequest {
  'guestToken'?: (string);
  /**
   * May be empty where all is picked up.
   */
  'addressId'?: (string);
  'wishes'?: (_social_orders_v1_MerchantWish)[];
}

export interface PreviewCartRequest__Output {
  'guestToken': (string);
  /**
   * May be empty where all is picked up.
   */
  'addressId': (string);
  'wishes': (_social_orders_v1_MerchantWish__Output)[];
}
