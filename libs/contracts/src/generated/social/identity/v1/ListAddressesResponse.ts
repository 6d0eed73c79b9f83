// Original file: protos/social/identity/v1/identity.proto

import type { Address as _social_identity_v1_Address, Address__Output as _social_identity_v1_Address__Output } from '../../../social/identity/v1/Address.ts';

export interface ListAddressesResponse {
  'addresses'?: (_social_identity_v1_Address)[];
}

export interface ListAddressesResponse__Output {
  'addresses': (_social_identity_v1_Address__Output)[];
}
