// Original file: protos/social/catalog/v1/catalog.proto


export interface Merchant {
  'merchantId'?: (string);
  'slug'?: (string);
  'name'?: (string);
  'description'?: (string);
  'city'?: (string);
  /**
   * Its goods are seen without a review.
   */
  'trusted'?: (boolean);
}

export interface Merchant__Output {
  'merchantId': (string);
  'slug': (string);
  'name': (string);
  'description': (string);
  'city': (string);
  /**
   * Its goods are seen without a review.
   */
  'trusted': (boolean);
}
