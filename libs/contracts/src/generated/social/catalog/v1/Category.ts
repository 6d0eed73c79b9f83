// Original file: protos/social/catalog/v1/catalog.proto

import type { AttributeTemplate as _social_catalog_v1_AttributeTemplate, AttributeTemplate__Output as _social_catalog_v1_AttributeTemplate__Output } from '../../../social/catalog/v1/AttributeTemplate.ts';

export interface Category {
  'categoryId'?: (string);
  'slug'?: (string);
  'name'?: (string);
  /**
   * Empty for a root.
   */
  'parentId'?: (string);
  /**
   * Its own; those of the categories above hold as well, and the nearer one of a name counts.
   */
  'attributes'?: (_social_catalog_v1_AttributeTemplate)[];
}

export interface Category__Output {
  'categoryId': (string);
  'slug': (string);
  'name': (string);
  /**
   * Empty for a root.
   */
  'parentId': (string);
  /**
   * Its own; those of the categories above hold as well, and the nearer one of a name counts.
   */
  'attributes': (_social_catalog_v1_AttributeTemplate__Output)[];
}
