// Original file: protos/social/catalog/v1/catalog.proto


export interface SetMerchantTrustedRequest {
  /**
   * An id or a slug.
   */
  'merchant'?: (string);
  'trusted'?: (boolean);
}

export interface SetMerchantTrustedRequest__Output {
  /**
   * An id or a slug.
   */
  'merchant': (string);
  'trusted': (boolean);
}
