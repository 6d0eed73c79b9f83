// Original file: protos/social/identity/v1/identity.proto


export interface ChangePhoneRequest {
  'newPhone'?: (string);
  'code'?: (string);
  'password'?: (string);
}

export interface ChangePhoneRequest__Output {
  'newPhone': (string);
  'code': (string);
  'password': (string);
}
