// Original file: protos/social/catalog/v1/catalog.proto

import type { PriceChange as _social_catalog_v1_PriceChange, PriceChange__Output as _social_catalog_v1_PriceChange__Output } from '../../../social/catalog/v1/PriceChange.ts';

export interface ListPriceChangesResponse {
  'changes'?: (_social_catalog_v1_PriceChange)[];
  'nextCursor'?: (string);
}

export interface ListPriceChangesResponse__Output {
  'changes': (_social_catalog_v1_PriceChange__Output)[];
  'nextCursor': (string);
}
