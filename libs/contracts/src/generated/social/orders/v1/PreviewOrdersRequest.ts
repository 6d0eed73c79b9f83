// Original file: protos/social/orders/v1/orders.proto

import type { CartLine as _social_orders_v1_CartLine, CartLine__Output as _social_orders_v1_CartLine__Output } from '../../../social/orders/v1/CartLine.ts';
import type { MerchantWish as _social_orders_v1_MerchantWish, MerchantWish__Output as _social_orders_v1_MerchantWish__Output } from '../../../social/orders/v1/MerchantWish.ts';

export interface PreviewOrdersRequest {
  'lines'?: (_social_orders_v1_CartLine)[];
  /**
   * May be empty where all is picked up.
   */
  'addressId'?: (string);
  'wishes'?: (_social_orders_v1_MerchantWish)[];
}

export interface PreviewOrdersRequest__Output {
  'lines': (_social_orders_v1_CartLine__Output)[];
  /**
   * May be empty where all is picked up.
   */
  'addressId': (string);
  'wishes': (_social_orders_v1_MerchantWish__Output)[];
}
