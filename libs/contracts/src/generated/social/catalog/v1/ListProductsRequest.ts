// Original file: protos/social/catalog/v1/catalog.proto

import type { ProductOrder as _social_catalog_v1_ProductOrder, ProductOrder__Output as _social_catalog_v1_ProductOrder__Output } from '../../../social/catalog/v1/ProductOrder.ts';
import type { Publication as _social_catalog_v1_Publication, Publication__Output as _social_catalog_v1_Publication__Output } from '../../../social/catalog/v1/Publication.ts';
import type { Long } from '@grpc/proto-loader';

export interface ListProductsRequest {
  /**
   * Includes the category's descendants.
   */
  'categoryId'?: (string);
  'merchantId'?: (string);
  'order'?: (_social_catalog_v1_ProductOrder);
  /**
   * Inclusive bounds on the lowest SKU price; 0 = none.
   */
  'minAmount'?: (number | string | Long);
  'maxAmount'?: (number | string | Long);
  /**
   * 1–100, default 20.
   */
  'limit'?: (number);
  /**
   * From the previous page's next_cursor.
   */
  'cursor'?: (string);
  /**
   * Also those off sale; the merchant's staff and operators only.
   */
  'includeOffSale'?: (boolean);
  /**
   * With include_off_sale: only drafts, those in review, or those rejected.
   */
  'publication'?: (_social_catalog_v1_Publication);
  /**
   * What is on sale of a brand; with no merchant and no category.
   */
  'brandId'?: (string);
}

export interface ListProductsRequest__Output {
  /**
   * Includes the category's descendants.
   */
  'categoryId': (string);
  'merchantId': (string);
  'order': (_social_catalog_v1_ProductOrder__Output);
  /**
   * Inclusive bounds on the lowest SKU price; 0 = none.
   */
  'minAmount': (number);
  'maxAmount': (number);
  /**
   * 1–100, default 20.
   */
  'limit': (number);
  /**
   * From the previous page's next_cursor.
   */
  'cursor': (string);
  /**
   * Also those off sale; the merchant's staff and operators only.
   */
  'includeOffSale': (boolean);
  /**
   * With include_off_sale: only drafts, those in review, or those rejected.
   */
  'publication': (_social_catalog_v1_Publication__Output);
  /**
   * What is on sale of a brand; with no merchant and no category.
   */
  'brandId': (string);
}
