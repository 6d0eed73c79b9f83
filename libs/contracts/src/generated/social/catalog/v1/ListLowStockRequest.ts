// Original file: protos/social/catalog/v1/catalog.proto


export interface ListLowStockRequest {
  'merchantId'?: (string);
  /**
   * 1–100, default 20.
   */
  'limit'?: (number);
  'cursor'?: (string);
}

export interface ListLowStockRequest__Output {
  'merchantId': (string);
  /**
   * 1–100, default 20.
   */
  'limit': (number);
  'cursor': (string);
}
