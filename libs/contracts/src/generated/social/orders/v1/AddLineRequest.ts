// Original file: protos/social/orders/v1/cart.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface AddLineRequest {
  'guestToken'?: (string);
  'skuId'?: (string);
  'quantity'?: (number);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface AddLineRequest__Output {
  'guestToken': (string);
  'skuId': (string);
  'quantity': (number);
  'request': (_social_common_v1_RequestKey__Output | null);
}
