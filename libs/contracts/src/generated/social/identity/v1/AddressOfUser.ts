// Original file: protos/social/identity/v1/identity.proto


export interface AddressOfUser {
  'userId'?: (string);
  'addressId'?: (string);
}

export interface AddressOfUser__Output {
  'userId': (string);
  'addressId': (string);
}
