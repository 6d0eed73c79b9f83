// Original file: protos/social/catalog/v1/catalog.proto


export interface Brand {
  'brandId'?: (string);
  'slug'?: (string);
  'name'?: (string);
  /**
   * A picture's address; may be empty.
   */
  'logo'?: (string);
  'description'?: (string);
}

export interface Brand__Output {
  'brandId': (string);
  'slug': (string);
  'name': (string);
  /**
   * A picture's address; may be empty.
   */
  'logo': (string);
  'description': (string);
}
