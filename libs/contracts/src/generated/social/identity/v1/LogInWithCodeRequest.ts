// Original file: protos/social/identity/v1/identity.proto


export interface LogInWithCodeRequest {
  'phone'?: (string);
  'code'?: (string);
}

export interface LogInWithCodeRequest__Output {
  'phone': (string);
  'code': (string);
}
