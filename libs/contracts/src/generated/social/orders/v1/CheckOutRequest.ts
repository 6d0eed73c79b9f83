// Original file: protos/social/orders/v1/cart.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';
import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';
import type { MerchantWish as _social_orders_v1_MerchantWish, MerchantWish__Output as _social_orders_v1_MerchantWish__Output } from '../../../social/orders/v1/MerchantWish.ts';

export interface CheckOutRequest {
  'guestToken'?: (string);
  'addressId'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
  /**
   * What the buyer was shown; unset: whatever it costs.
   */
  'expectedTotal'?: (_social_common_v1_Money | null);
  'wishes'?: (_social_orders_v1_MerchantWish)[];
}

export interface CheckOutRequest__Output {
  'guestToken': (string);
  'addressId': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
  /**
   * What the buyer was shown; unset: whatever it costs.
   */
  'expectedTotal': (_social_common_v1_Money__Output | null);
  'wishes': (_social_orders_v1_MerchantWish__Output)[];
}
