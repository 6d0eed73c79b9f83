// Original file: protos/social/orders/v1/orders.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface ChangeAddressRequest {
  'orderId'?: (string);
  'addressId'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface ChangeAddressRequest__Output {
  'orderId': (string);
  'addressId': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
}
