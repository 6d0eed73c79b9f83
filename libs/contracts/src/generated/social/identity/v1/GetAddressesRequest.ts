// Original file: protos/social/identity/v1/identity.proto

import type { AddressOfUser as _social_identity_v1_AddressOfUser, AddressOfUser__Output as _social_identity_v1_AddressOfUser__Output } from '../../../social/identity/v1/AddressOfUser.ts';

export interface GetAddressesRequest {
  /**
   * 1–1,000.
   */
  'of'?: (_social_identity_v1_AddressOfUser)[];
}

export interface GetAddressesRequest__Output {
  /**
   * 1–1,000.
   */
  'of': (_social_identity_v1_AddressOfUser__Output)[];
}
