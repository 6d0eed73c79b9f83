// Original file: protos/social/groupbuy/v1/group_buy.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface JoinGroupRequest {
  'groupId'?: (string);
  'quantity'?: (number);
  'addressId'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface JoinGroupRequest__Output {
  'groupId': (string);
  'quantity': (number);
  'addressId': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
}
