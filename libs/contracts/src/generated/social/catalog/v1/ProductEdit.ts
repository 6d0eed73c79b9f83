// Original file: protos/social/catalog/v1/catalog.proto

import type { ProductPriceChange as _social_catalog_v1_ProductPriceChange, ProductPriceChange__Output as _social_catalog_v1_ProductPriceChange__Output } from '../../../social/catalog/v1/ProductPriceChange.ts';
import type { SaleChange as _social_catalog_v1_SaleChange, SaleChange__Output as _social_catalog_v1_SaleChange__Output } from '../../../social/catalog/v1/SaleChange.ts';

/**
 * What is empty stays as it is.
 */
export interface ProductEdit {
  'productId'?: (string);
  /**
   * The one that was read; 0 for any.
   */
  'version'?: (number);
  'prices'?: (_social_catalog_v1_ProductPriceChange)[];
  'sale'?: (_social_catalog_v1_SaleChange);
  'addTags'?: (string)[];
  'removeTags'?: (string)[];
  'categoryId'?: (string);
}

/**
 * What is empty stays as it is.
 */
export interface ProductEdit__Output {
  'productId': (string);
  /**
   * The one that was read; 0 for any.
   */
  'version': (number);
  'prices': (_social_catalog_v1_ProductPriceChange__Output)[];
  'sale': (_social_catalog_v1_SaleChange__Output);
  'addTags': (string)[];
  'removeTags': (string)[];
  'categoryId': (string);
}
