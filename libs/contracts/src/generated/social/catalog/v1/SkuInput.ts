// Original file: protos/social/catalog/v1/catalog.proto

import type { Long } from '@grpc/proto-loader';

export interface SkuInput {
  /**
   * Empty for a new SKU; an existing id keeps its stock.
   */
  'skuId'?: (string);
  'code'?: (string);
  'optionValues'?: (string)[];
  'priceAmount'?: (number | string | Long);
  'compareAtAmount'?: (number | string | Long);
  'weightGrams'?: (number);
  'barcode'?: (string);
  /**
   * Opening stock of a new SKU.
   */
  'stock'?: (number);
  'pictures'?: (string)[];
  /**
   * 0 when unknown.
   */
  'costAmount'?: (number | string | Long);
}

export interface SkuInput__Output {
  /**
   * Empty for a new SKU; an existing id keeps its stock.
   */
  'skuId': (string);
  'code': (string);
  'optionValues': (string)[];
  'priceAmount': (number);
  'compareAtAmount': (number);
  'weightGrams': (number);
  'barcode': (string);
  /**
   * Opening stock of a new SKU.
   */
  'stock': (number);
  'pictures': (string)[];
  /**
   * 0 when unknown.
   */
  'costAmount': (number);
}
