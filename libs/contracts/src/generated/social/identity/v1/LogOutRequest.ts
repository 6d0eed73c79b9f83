// Original file: protos/social/identity/v1/identity.proto


export interface LogOutRequest {
  'refreshToken'?: (string);
}

export interface LogOutRequest__Output {
  'refreshToken': (string);
}
