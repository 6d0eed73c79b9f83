// Original file: protos/social/catalog/v1/catalog.proto

import type { TakeRefusal as _social_catalog_v1_TakeRefusal, TakeRefusal__Output as _social_catalog_v1_TakeRefusal__Output } from '../../../social/catalog/v1/TakeRefusal.ts';

export interface TakeStockResult {
  /**
   * As of TakeStock; empty when taken.
   */
  'errorCode'?: (string);
  'refusals'?: (_social_catalog_v1_TakeRefusal)[];
}

export interface TakeStockResult__Output {
  /**
   * As of TakeStock; empty when taken.
   */
  'errorCode': (string);
  'refusals': (_social_catalog_v1_TakeRefusal__Output)[];
}
