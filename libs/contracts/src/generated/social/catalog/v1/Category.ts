// Original file: protos/social/catalog/v1/catalog.proto


export interface Category {
  'categoryId'?: (string);
  'slug'?: (string);
  'name'?: (string);
  /**
   * Empty for a root.
   */
  'parentId'?: (string);
}

export interface Category__Output {
  'categoryId': (string);
  'slug': (string);
  'name': (string);
  /**
   * Empty for a root.
   */
  'parentId': (string);
}
