// Original file: protos/social/catalog/v1/catalog.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface CreateCategoryRequest {
  'slug'?: (string);
  'name'?: (string);
  'parentId'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface CreateCategoryRequest__Output {
  'slug': (string);
  'name': (string);
  'parentId': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
}
