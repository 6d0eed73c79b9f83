// Original file: protos/social/identity/v1/identity.proto


export interface DeleteAddressRequest {
  'addressId'?: (string);
}

export interface DeleteAddressRequest__Output {
  'addressId': (string);
}
