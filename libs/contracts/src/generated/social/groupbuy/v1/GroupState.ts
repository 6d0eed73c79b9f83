// Original file: protos/social/groupbuy/v1/group_buy.proto

export const GroupState = {
  GROUP_STATE_UNSPECIFIED: 'GROUP_STATE_UNSPECIFIED',
  GROUP_STATE_FORMING: 'GROUP_STATE_FORMING',
  GROUP_STATE_SUCCEEDED: 'GROUP_STATE_SUCCEEDED',
  GROUP_STATE_FAILED: 'GROUP_STATE_FAILED',
} as const;

export type GroupState =
  | 'GROUP_STATE_UNSPECIFIED'
  | 0
  | 'GROUP_STATE_FORMING'
  | 1
  | 'GROUP_STATE_SUCCEEDED'
  | 2
  | 'GROUP_STATE_FAILED'
  | 3

export type GroupState__Output = typeof GroupState[keyof typeof GroupState]
