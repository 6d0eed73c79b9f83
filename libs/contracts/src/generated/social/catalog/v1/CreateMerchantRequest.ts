// Original file: protos/social/catalog/v1/catalog.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface CreateMerchantRequest {
  'slug'?: (string);
  'name'?: (string);
  'description'?: (string);
  'city'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
  'trusted'?: (boolean);
}

export interface CreateMerchantRequest__Output {
  'slug': (string);
  'name': (string);
  'description': (string);
  'city': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
  'trusted': (boolean);
}
