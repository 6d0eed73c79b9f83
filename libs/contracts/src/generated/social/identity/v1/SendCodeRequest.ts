// Original file: protos/social/identity/v1/identity.proto

import type { CodePurpose as _social_identity_v1_CodePurpose, CodePurpose__Output as _social_identity_v1_CodePurpose__Output } from '../../../social/identity/v1/CodePurpose.ts';

export interface SendCodeRequest {
  'phone'?: (string);
  'purpose'?: (_social_identity_v1_CodePurpose);
}

export interface SendCodeRequest__Output {
  'phone': (string);
  'purpose': (_social_identity_v1_CodePurpose__Output);
}
