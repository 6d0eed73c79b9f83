// Original file: protos/social/identity/v1/identity.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface SaveAddressRequest {
  'addressId'?: (string);
  'recipient'?: (string);
  'phone'?: (string);
  'districtCode'?: (string);
  'detail'?: (string);
  'isDefault'?: (boolean);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface SaveAddressRequest__Output {
  'addressId': (string);
  'recipient': (string);
  'phone': (string);
  'districtCode': (string);
  'detail': (string);
  'isDefault': (boolean);
  'request': (_social_common_v1_RequestKey__Output | null);
}
