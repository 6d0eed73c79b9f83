// Original file: protos/social/catalog/v1/catalog.proto


export interface ExportProductsRequest {
  /**
   * An id or a slug.
   */
  'merchant'?: (string);
}

export interface ExportProductsRequest__Output {
  /**
   * An id or a slug.
   */
  'merchant': (string);
}
