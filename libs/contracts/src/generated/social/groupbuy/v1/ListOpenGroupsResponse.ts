// Original file: protos/social/groupbuy/v1/group_buy.proto

import type { Group as _social_groupbuy_v1_Group, Group__Output as _social_groupbuy_v1_Group__Output } from '../../../social/groupbuy/v1/Group.ts';

export interface ListOpenGroupsResponse {
  'groups'?: (_social_groupbuy_v1_Group)[];
}

export interface ListOpenGroupsResponse__Output {
  'groups': (_social_groupbuy_v1_Group__Output)[];
}
