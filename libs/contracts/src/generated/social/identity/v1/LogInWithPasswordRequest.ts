// Original file: protos/social/identity/v1/identity.proto


export interface LogInWithPasswordRequest {
  'phone'?: (string);
  'password'?: (string);
}

export interface LogInWithPasswordRequest__Output {
  'phone': (string);
  'password': (string);
}
