// Original file: protos/social/groupbuy/v1/group_buy.proto

import type { Activity as _social_groupbuy_v1_Activity, Activity__Output as _social_groupbuy_v1_Activity__Output } from '../../../social/groupbuy/v1/Activity.ts';

export interface ListActivitiesResponse {
  'activities'?: (_social_groupbuy_v1_Activity)[];
  'nextCursor'?: (string);
}

export interface ListActivitiesResponse__Output {
  'activities': (_social_groupbuy_v1_Activity__Output)[];
  'nextCursor': (string);
}
