// Original file: protos/social/catalog/v1/catalog.proto

import type { Brand as _social_catalog_v1_Brand, Brand__Output as _social_catalog_v1_Brand__Output } from '../../../social/catalog/v1/Brand.ts';

export interface ListBrandsResponse {
  'brands'?: (_social_catalog_v1_Brand)[];
}

export interface ListBrandsResponse__Output {
  'brands': (_social_catalog_v1_Brand__Output)[];
}
