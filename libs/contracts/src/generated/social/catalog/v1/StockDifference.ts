// Original file: protos/social/catalog/v1/catalog.proto

import type { RecountSide as _social_catalog_v1_RecountSide, RecountSide__Output as _social_catalog_v1_RecountSide__Output } from '../../../social/catalog/v1/RecountSide.ts';

export interface StockDifference {
  /**
   * counter, numbering, below-zero, rows, no-holder, no-owner, no-reservation, fate or lines.
   */
  'kind'?: (string);
  /**
   * May be empty.
   */
  'skuId'?: (string);
  /**
   * The order or activity; empty where it is about a SKU.
   */
  'holderId'?: (string);
  'sides'?: (_social_catalog_v1_RecountSide)[];
}

export interface StockDifference__Output {
  /**
   * counter, numbering, below-zero, rows, no-holder, no-owner, no-reservation, fate or lines.
   */
  'kind': (string);
  /**
   * May be empty.
   */
  'skuId': (string);
  /**
   * The order or activity; empty where it is about a SKU.
   */
  'holderId': (string);
  'sides': (_social_catalog_v1_RecountSide__Output)[];
}
