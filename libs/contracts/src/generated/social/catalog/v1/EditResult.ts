// Original file: protos/social/catalog/v1/catalog.proto

import type { EditError as _social_catalog_v1_EditError, EditError__Output as _social_catalog_v1_EditError__Output } from '../../../social/catalog/v1/EditError.ts';

export interface EditResult {
  'productId'?: (string);
  /**
   * The product's, once the edit was applied.
   */
  'version'?: (number);
  /**
   * Why it was refused; empty when it was applied.
   */
  'code'?: (string);
  'detail'?: (string);
  'errors'?: (_social_catalog_v1_EditError)[];
}

export interface EditResult__Output {
  'productId': (string);
  /**
   * The product's, once the edit was applied.
   */
  'version': (number);
  /**
   * Why it was refused; empty when it was applied.
   */
  'code': (string);
  'detail': (string);
  'errors': (_social_catalog_v1_EditError__Output)[];
}
