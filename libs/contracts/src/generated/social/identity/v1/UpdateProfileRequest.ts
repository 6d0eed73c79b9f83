// Original file: protos/social/identity/v1/identity.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface UpdateProfileRequest {
  'name'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface UpdateProfileRequest__Output {
  'name': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
}
