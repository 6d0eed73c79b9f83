// Original file: protos/social/catalog/v1/catalog.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface CreateBrandRequest {
  'slug'?: (string);
  'name'?: (string);
  'logo'?: (string);
  'description'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface CreateBrandRequest__Output {
  'slug': (string);
  'name': (string);
  'logo': (string);
  'description': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
}
