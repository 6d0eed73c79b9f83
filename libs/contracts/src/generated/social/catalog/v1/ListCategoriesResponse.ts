// Original file: protos/social/catalog/v1/catalog.proto

import type { Category as _social_catalog_v1_Category, Category__Output as _social_catalog_v1_Category__Output } from '../../../social/catalog/v1/Category.ts';

export interface ListCategoriesResponse {
  'categories'?: (_social_catalog_v1_Category)[];
}

export interface ListCategoriesResponse__Output {
  'categories': (_social_catalog_v1_Category__Output)[];
}
