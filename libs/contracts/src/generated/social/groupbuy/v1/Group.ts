// Original file: protos/social/groupbuy/v1/group_buy.proto

import type { GroupState as _social_groupbuy_v1_GroupState, GroupState__Output as _social_groupbuy_v1_GroupState__Output } from '../../../social/groupbuy/v1/GroupState.ts';
import type { Member as _social_groupbuy_v1_Member, Member__Output as _social_groupbuy_v1_Member__Output } from '../../../social/groupbuy/v1/Member.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface Group {
  'groupId'?: (string);
  'activityId'?: (string);
  'state'?: (_social_groupbuy_v1_GroupState);
  'size'?: (number);
  /**
   * Paid members, in the order they joined.
   */
  'members'?: (_social_groupbuy_v1_Member)[];
  'headId'?: (string);
  'openedAt'?: (_google_protobuf_Timestamp | null);
  'dueAt'?: (_google_protobuf_Timestamp | null);
  'version'?: (number);
  'failReason'?: (string);
}

export interface Group__Output {
  'groupId': (string);
  'activityId': (string);
  'state': (_social_groupbuy_v1_GroupState__Output);
  'size': (number);
  /**
   * Paid members, in the order they joined.
   */
  'members': (_social_groupbuy_v1_Member__Output)[];
  'headId': (string);
  'openedAt': (_google_protobuf_Timestamp__Output | null);
  'dueAt': (_google_protobuf_Timestamp__Output | null);
  'version': (number);
  'failReason': (string);
}
