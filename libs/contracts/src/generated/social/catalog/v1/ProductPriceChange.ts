// Original file: protos/social/catalog/v1/catalog.proto

import type { Long } from '@grpc/proto-loader';

export interface ProductPriceChange {
  /**
   * Empty for every SKU of the product.
   */
  'skuId'?: (string);
  /**
   * Minor units.
   */
  'amount'?: (number | string | Long);
  /**
   * Hundredths of a percent, -9999 to 100000: -1500 takes 15 % off. Half a minor unit is rounded up.
   */
  'basisPoints'?: (number);
  'change'?: "amount"|"basisPoints";
}

export interface ProductPriceChange__Output {
  /**
   * Empty for every SKU of the product.
   */
  'skuId': (string);
  /**
   * Minor units.
   */
  'amount'?: (number);
  /**
   * Hundredths of a percent, -9999 to 100000: -1500 takes 15 % off. Half a minor unit is rounded up.
   */
  'basisPoints'?: (number);
  'change'?: "amount"|"basisPoints";
}
