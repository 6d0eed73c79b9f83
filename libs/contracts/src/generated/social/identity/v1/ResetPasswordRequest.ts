// Original file: protos/social/identity/v1/identity.proto


export interface ResetPasswordRequest {
  'phone'?: (string);
  'code'?: (string);
  'newPassword'?: (string);
}

export interface ResetPasswordRequest__Output {
  'phone': (string);
  'code': (string);
  'newPassword': (string);
}
