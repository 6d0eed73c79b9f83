// Original file: protos/social/catalog/v1/catalog.proto

import type { AttributeType as _social_catalog_v1_AttributeType, AttributeType__Output as _social_catalog_v1_AttributeType__Output } from '../../../social/catalog/v1/AttributeType.ts';

export interface AttributeTemplate {
  'name'?: (string);
  'type'?: (_social_catalog_v1_AttributeType);
  /**
   * Without it a product is not published.
   */
  'required'?: (boolean);
  /**
   * Of a choice only.
   */
  'choices'?: (string)[];
}

export interface AttributeTemplate__Output {
  'name': (string);
  'type': (_social_catalog_v1_AttributeType__Output);
  /**
   * Without it a product is not published.
   */
  'required': (boolean);
  /**
   * Of a choice only.
   */
  'choices': (string)[];
}
