// Original file: protos/social/catalog/v1/catalog.proto


export interface RejectProductRequest {
  'productId'?: (string);
  'version'?: (number);
  /**
   * From 1 to 500 characters, told to its merchant.
   */
  'reason'?: (string);
}

export interface RejectProductRequest__Output {
  'productId': (string);
  'version': (number);
  /**
   * From 1 to 500 characters, told to its merchant.
   */
  'reason': (string);
}
