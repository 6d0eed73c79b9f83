// Original file: protos/social/identity/v1/identity.proto

export const CodePurpose = {
  CODE_PURPOSE_UNSPECIFIED: 'CODE_PURPOSE_UNSPECIFIED',
  CODE_PURPOSE_REGISTER: 'CODE_PURPOSE_REGISTER',
  CODE_PURPOSE_LOG_IN: 'CODE_PURPOSE_LOG_IN',
  CODE_PURPOSE_RESET_PASSWORD: 'CODE_PURPOSE_RESET_PASSWORD',
  CODE_PURPOSE_CHANGE_PHONE: 'CODE_PURPOSE_CHANGE_PHONE',
} as const;

export type CodePurpose =
  | 'CODE_PURPOSE_UNSPECIFIED'
  | 0
  | 'CODE_PURPOSE_REGISTER'
  | 1
  | 'CODE_PURPOSE_LOG_IN'
  | 2
  | 'CODE_PURPOSE_RESET_PASSWORD'
  | 3
  | 'CODE_PURPOSE_CHANGE_PHONE'
  | 4

export type CodePurpose__Output = typeof CodePurpose[keyof typeof CodePurpose]
