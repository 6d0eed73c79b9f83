// Original file: protos/social/catalog/v1/catalog.proto


export interface SkuHistoryRequest {
  'merchantId'?: (string);
  'skuId'?: (string);
  /**
   * 1–100, default 20.
   */
  'limit'?: (number);
  'cursor'?: (string);
}

export interface SkuHistoryRequest__Output {
  'merchantId': (string);
  'skuId': (string);
  /**
   * 1–100, default 20.
   */
  'limit': (number);
  'cursor': (string);
}
