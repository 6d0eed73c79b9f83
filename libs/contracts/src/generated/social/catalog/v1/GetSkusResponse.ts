// Original file: protos/social/catalog/v1/catalog.proto

import type { SkuSnapshot as _social_catalog_v1_SkuSnapshot, SkuSnapshot__Output as _social_catalog_v1_SkuSnapshot__Output } from '../../../social/catalog/v1/SkuSnapshot.ts';

export interface GetSkusResponse {
  'skus'?: (_social_catalog_v1_SkuSnapshot)[];
}

export interface GetSkusResponse__Output {
  'skus': (_social_catalog_v1_SkuSnapshot__Output)[];
}
