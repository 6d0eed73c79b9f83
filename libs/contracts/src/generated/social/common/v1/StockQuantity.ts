// Original file: protos/social/common/v1/common.proto


/**
 * So many pieces of one SKU.
 */
export interface StockQuantity {
  'skuId'?: (string);
  'quantity'?: (number);
}

/**
 * So many pieces of one SKU.
 */
export interface StockQuantity__Output {
  'skuId': (string);
  'quantity': (number);
}
