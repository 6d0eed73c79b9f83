// Original file: protos/social/identity/v1/identity.proto


export interface GetAddressRequest {
  'addressId'?: (string);
}

export interface GetAddressRequest__Output {
  'addressId': (string);
}
