// Original file: protos/social/catalog/v1/catalog.proto


export interface GetBrandRequest {
  /**
   * An id or a slug.
   */
  'brand'?: (string);
}

export interface GetBrandRequest__Output {
  /**
   * An id or a slug.
   */
  'brand': (string);
}
