// Original file: protos/social/orders/v1/cart.proto

import type { CartMerchant as _social_orders_v1_CartMerchant, CartMerchant__Output as _social_orders_v1_CartMerchant__Output } from '../../../social/orders/v1/CartMerchant.ts';
import type { CartSelection as _social_orders_v1_CartSelection, CartSelection__Output as _social_orders_v1_CartSelection__Output } from '../../../social/orders/v1/CartSelection.ts';
import type { CartLeftOut as _social_orders_v1_CartLeftOut, CartLeftOut__Output as _social_orders_v1_CartLeftOut__Output } from '../../../social/orders/v1/CartLeftOut.ts';
import type { Long } from '@grpc/proto-loader';

export interface Cart {
  /**
   * Whose newest line is newest first.
   */
  'merchants'?: (_social_orders_v1_CartMerchant)[];
  'selection'?: (_social_orders_v1_CartSelection | null);
  'lines'?: (number);
  /**
   * Told for a day.
   */
  'leftOut'?: (_social_orders_v1_CartLeftOut)[];
  'version'?: (number | string | Long);
}

export interface Cart__Output {
  /**
   * Whose newest line is newest first.
   */
  'merchants': (_social_orders_v1_CartMerchant__Output)[];
  'selection': (_social_orders_v1_CartSelection__Output | null);
  'lines': (number);
  /**
   * Told for a day.
   */
  'leftOut': (_social_orders_v1_CartLeftOut__Output)[];
  'version': (number);
}
