// Original file: protos/social/orders/v1/orders.proto

import type { PriceShare as _social_orders_v1_PriceShare, PriceShare__Output as _social_orders_v1_PriceShare__Output } from '../../../social/orders/v1/PriceShare.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * One step of a price, in minor units; negative: less to pay.
 */
export interface PriceStep {
  /**
   * group, bargain, member, shop, order, coupon, points, freight or merchant (agreed on after the placing).
   */
  'kind'?: (string);
  /**
   * Of the discount; of the SKU for a special price, of the merchant for freight and what was agreed on.
   */
  'id'?: (string);
  'amount'?: (number | string | Long);
  /**
   * What each line has of it.
   */
  'shares'?: (_social_orders_v1_PriceShare)[];
}

/**
 * One step of a price, in minor units; negative: less to pay.
 */
export interface PriceStep__Output {
  /**
   * group, bargain, member, shop, order, coupon, points, freight or merchant (agreed on after the placing).
   */
  'kind': (string);
  /**
   * Of the discount; of the SKU for a special price, of the merchant for freight and what was agreed on.
   */
  'id': (string);
  'amount': (number);
  /**
   * What each line has of it.
   */
  'shares': (_social_orders_v1_PriceShare__Output)[];
}
