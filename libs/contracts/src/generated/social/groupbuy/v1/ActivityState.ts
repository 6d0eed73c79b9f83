// Original file: protos/social/groupbuy/v1/group_buy.proto

export const ActivityState = {
  ACTIVITY_STATE_UNSPECIFIED: 'ACTIVITY_STATE_UNSPECIFIED',
  ACTIVITY_STATE_SCHEDULED: 'ACTIVITY_STATE_SCHEDULED',
  ACTIVITY_STATE_OPEN: 'ACTIVITY_STATE_OPEN',
  ACTIVITY_STATE_ENDED: 'ACTIVITY_STATE_ENDED',
} as const;

export type ActivityState =
  | 'ACTIVITY_STATE_UNSPECIFIED'
  | 0
  | 'ACTIVITY_STATE_SCHEDULED'
  | 1
  | 'ACTIVITY_STATE_OPEN'
  | 2
  | 'ACTIVITY_STATE_ENDED'
  | 3

export type ActivityState__Output = typeof ActivityState[keyof typeof ActivityState]
