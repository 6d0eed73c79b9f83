// Original file: protos/social/identity/v1/identity.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface RegisterRequest {
  'phone'?: (string);
  'code'?: (string);
  'password'?: (string);
  'name'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface RegisterRequest__Output {
  'phone': (string);
  'code': (string);
  'password': (string);
  'name': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
}
