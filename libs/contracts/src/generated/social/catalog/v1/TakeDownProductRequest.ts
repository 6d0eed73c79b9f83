// Original file: protos/social/catalog/v1/catalog.proto


export interface TakeDownProductRequest {
  'productId'?: (string);
  /**
   * From 1 to 500 characters, told to its merchant.
   */
  'reason'?: (string);
}

export interface TakeDownProductRequest__Output {
  'productId': (string);
  /**
   * From 1 to 500 characters, told to its merchant.
   */
  'reason': (string);
}
