// Original file: protos/social/orders/v1/orders.proto

import type { Tariff as _social_orders_v1_Tariff, Tariff__Output as _social_orders_v1_Tariff__Output } from '../../../social/orders/v1/Tariff.ts';

export interface FreightRule {
  /**
   * GB/T 2260 codes of provinces, cities or districts; the nearest counts. Empty: everywhere else.
   */
  'regions'?: (string)[];
  /**
   * Unset: not served.
   */
  'tariff'?: (_social_orders_v1_Tariff | null);
}

export interface FreightRule__Output {
  /**
   * GB/T 2260 codes of provinces, cities or districts; the nearest counts. Empty: everywhere else.
   */
  'regions': (string)[];
  /**
   * Unset: not served.
   */
  'tariff': (_social_orders_v1_Tariff__Output | null);
}
