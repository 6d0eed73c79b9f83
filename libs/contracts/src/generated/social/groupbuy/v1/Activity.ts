// Original file: protos/social/groupbuy/v1/group_buy.proto

import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';
import type { ActivityState as _social_groupbuy_v1_ActivityState, ActivityState__Output as _social_groupbuy_v1_ActivityState__Output } from '../../../social/groupbuy/v1/ActivityState.ts';
import type { WaitingRoom as _social_groupbuy_v1_WaitingRoom, WaitingRoom__Output as _social_groupbuy_v1_WaitingRoom__Output } from '../../../social/groupbuy/v1/WaitingRoom.ts';

export interface Activity {
  'activityId'?: (string);
  'merchantId'?: (string);
  'skuId'?: (string);
  'productId'?: (string);
  'title'?: (string);
  'picture'?: (string);
  'listPrice'?: (_social_common_v1_Money | null);
  'groupPrice'?: (_social_common_v1_Money | null);
  'groupSize'?: (number);
  /**
   * Seconds a group has to fill, from its opening.
   */
  'fillSeconds'?: (number);
  /**
   * Units set aside for this activity.
   */
  'stock'?: (number);
  /**
   * Units in paid seats of forming and succeeded groups.
   */
  'sold'?: (number);
  'limitPerPerson'?: (number);
  'limitPerOrder'?: (number);
  /**
   * Seconds a member has to pay for a held seat.
   */
  'paySeconds'?: (number);
  'startsAt'?: (_google_protobuf_Timestamp | null);
  'endsAt'?: (_google_protobuf_Timestamp | null);
  'state'?: (_social_groupbuy_v1_ActivityState);
  'version'?: (number);
  'optionValues'?: (string)[];
  /**
   * Unset: nobody waits in line.
   */
  'waitingRoom'?: (_social_groupbuy_v1_WaitingRoom | null);
}

export interface Activity__Output {
  'activityId': (string);
  'merchantId': (string);
  'skuId': (string);
  'productId': (string);
  'title': (string);
  'picture': (string);
  'listPrice': (_social_common_v1_Money__Output | null);
  'groupPrice': (_social_common_v1_Money__Output | null);
  'groupSize': (number);
  /**
   * Seconds a group has to fill, from its opening.
   */
  'fillSeconds': (number);
  /**
   * Units set aside for this activity.
   */
  'stock': (number);
  /**
   * Units in paid seats of forming and succeeded groups.
   */
  'sold': (number);
  'limitPerPerson': (number);
  'limitPerOrder': (number);
  /**
   * Seconds a member has to pay for a held seat.
   */
  'paySeconds': (number);
  'startsAt': (_google_protobuf_Timestamp__Output | null);
  'endsAt': (_google_protobuf_Timestamp__Output | null);
  'state': (_social_groupbuy_v1_ActivityState__Output);
  'version': (number);
  'optionValues': (string)[];
  /**
   * Unset: nobody waits in line.
   */
  'waitingRoom': (_social_groupbuy_v1_WaitingRoom__Output | null);
}
