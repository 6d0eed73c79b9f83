// Original file: protos/social/catalog/v1/catalog.proto

import type { AttributeTemplate as _social_catalog_v1_AttributeTemplate, AttributeTemplate__Output as _social_catalog_v1_AttributeTemplate__Output } from '../../../social/catalog/v1/AttributeTemplate.ts';

export interface SetCategoryAttributesRequest {
  'categoryId'?: (string);
  'attributes'?: (_social_catalog_v1_AttributeTemplate)[];
}

export interface SetCategoryAttributesRequest__Output {
  'categoryId': (string);
  'attributes': (_social_catalog_v1_AttributeTemplate__Output)[];
}
