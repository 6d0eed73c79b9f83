// Original file: protos/social/catalog/v1/catalog.proto

import type { Product as _social_catalog_v1_Product, Product__Output as _social_catalog_v1_Product__Output } from '../../../social/catalog/v1/Product.ts';

export interface ListProductsResponse {
  'products'?: (_social_catalog_v1_Product)[];
  /**
   * Empty on the last page.
   */
  'nextCursor'?: (string);
}

export interface ListProductsResponse__Output {
  'products': (_social_catalog_v1_Product__Output)[];
  /**
   * Empty on the last page.
   */
  'nextCursor': (string);
}
