// Original file: protos/social/catalog/v1/catalog.proto

import type { StockLine as _social_catalog_v1_StockLine, StockLine__Output as _social_catalog_v1_StockLine__Output } from '../../../social/catalog/v1/StockLine.ts';

export interface StockTake {
  /**
   * The order or activity that takes.
   */
  'holderId'?: (string);
  'lines'?: (_social_catalog_v1_StockLine)[];
}

export interface StockTake__Output {
  /**
   * The order or activity that takes.
   */
  'holderId': (string);
  'lines': (_social_catalog_v1_StockLine__Output)[];
}
