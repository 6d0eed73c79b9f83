// Original file: protos/social/orders/v1/cart.proto

import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';

export interface CartSelection {
  'lines'?: (number);
  'pieces'?: (number);
  /**
   * List prices, one a currency, without what is gone; what it costs with freight and all, PreviewCart tells.
   */
  'totals'?: (_social_common_v1_Money)[];
}

export interface CartSelection__Output {
  'lines': (number);
  'pieces': (number);
  /**
   * List prices, one a currency, without what is gone; what it costs with freight and all, PreviewCart tells.
   */
  'totals': (_social_common_v1_Money__Output)[];
}
