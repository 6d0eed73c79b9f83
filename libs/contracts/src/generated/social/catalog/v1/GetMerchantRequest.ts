// Original file: protos/social/catalog/v1/catalog.proto


export interface GetMerchantRequest {
  /**
   * An id or a slug.
   */
  'merchant'?: (string);
}

export interface GetMerchantRequest__Output {
  /**
   * An id or a slug.
   */
  'merchant': (string);
}
