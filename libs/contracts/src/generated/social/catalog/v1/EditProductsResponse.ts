// Original file: protos/social/catalog/v1/catalog.proto

import type { EditResult as _social_catalog_v1_EditResult, EditResult__Output as _social_catalog_v1_EditResult__Output } from '../../../social/catalog/v1/EditResult.ts';

export interface EditProductsResponse {
  /**
   * One for each edit, in order.
   */
  'results'?: (_social_catalog_v1_EditResult)[];
}

export interface EditProductsResponse__Output {
  /**
   * One for each edit, in order.
   */
  'results': (_social_catalog_v1_EditResult__Output)[];
}
