// Original file: protos/social/payments/v1/payments.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface CreateIntentRequest {
  'orderIds'?: (string)[];
  'provider'?: (string);
  'returnUrl'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface CreateIntentRequest__Output {
  'orderIds': (string)[];
  'provider': (string);
  'returnUrl': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
}
