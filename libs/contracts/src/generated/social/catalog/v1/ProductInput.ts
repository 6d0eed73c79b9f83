// Original file: protos/social/catalog/v1/catalog.proto

import type { Option as _social_catalog_v1_Option, Option__Output as _social_catalog_v1_Option__Output } from '../../../social/catalog/v1/Option.ts';
import type { SkuInput as _social_catalog_v1_SkuInput, SkuInput__Output as _social_catalog_v1_SkuInput__Output } from '../../../social/catalog/v1/SkuInput.ts';
import type { Attribute as _social_catalog_v1_Attribute, Attribute__Output as _social_catalog_v1_Attribute__Output } from '../../../social/catalog/v1/Attribute.ts';

export interface ProductInput {
  'handle'?: (string);
  'title'?: (string);
  'description'?: (string);
  'categoryId'?: (string);
  'pictures'?: (string)[];
  'options'?: (_social_catalog_v1_Option)[];
  'skus'?: (_social_catalog_v1_SkuInput)[];
  'currency'?: (string);
  'onSale'?: (boolean);
  'vendor'?: (string);
  'tags'?: (string)[];
  'attributes'?: (_social_catalog_v1_Attribute)[];
  /**
   * Empty for none.
   */
  'brandId'?: (string);
}

export interface ProductInput__Output {
  'handle': (string);
  'title': (string);
  'description': (string);
  'categoryId': (string);
  'pictures': (string)[];
  'options': (_social_catalog_v1_Option__Output)[];
  'skus': (_social_catalog_v1_SkuInput__Output)[];
  'currency': (string);
  'onSale': (boolean);
  'vendor': (string);
  'tags': (string)[];
  'attributes': (_social_catalog_v1_Attribute__Output)[];
  /**
   * Empty for none.
   */
  'brandId': (string);
}
