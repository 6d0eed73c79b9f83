// Original file: protos/social/payments/v1/payments.proto

export const IntentState = {
  INTENT_STATE_UNSPECIFIED: 'INTENT_STATE_UNSPECIFIED',
  INTENT_STATE_PENDING: 'INTENT_STATE_PENDING',
  INTENT_STATE_CAPTURED: 'INTENT_STATE_CAPTURED',
  INTENT_STATE_FAILED: 'INTENT_STATE_FAILED',
} as const;

export type IntentState =
  | 'INTENT_STATE_UNSPECIFIED'
  | 0
  | 'INTENT_STATE_PENDING'
  | 1
  | 'INTENT_STATE_CAPTURED'
  | 2
  | 'INTENT_STATE_FAILED'
  | 3

export type IntentState__Output = typeof IntentState[keyof typeof IntentState]
