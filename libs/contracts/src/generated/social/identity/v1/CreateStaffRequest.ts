// Original file: protos/social/identity/v1/identity.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface CreateStaffRequest {
  'phone'?: (string);
  'password'?: (string);
  'name'?: (string);
  /**
   * "operator" or "merchant-staff".
   */
  'role'?: (string);
  /**
   * Required for merchant-staff.
   */
  'merchantId'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface CreateStaffRequest__Output {
  'phone': (string);
  'password': (string);
  'name': (string);
  /**
   * "operator" or "merchant-staff".
   */
  'role': (string);
  /**
   * Required for merchant-staff.
   */
  'merchantId': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
}
