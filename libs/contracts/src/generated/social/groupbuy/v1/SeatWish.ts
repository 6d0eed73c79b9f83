// Original file: protos/social/groupbuy/v1/group_buy.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface SeatWish {
  'userId'?: (string);
  /**
   * Opens a group of this activity, or
   */
  'activityId'?: (string);
  /**
   * joins this group.
   */
  'groupId'?: (string);
  'quantity'?: (number);
  'addressId'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
  /**
   * The W3C trace context of the wish, whose effects belong to it and not to the call's; may be empty.
   */
  'traceparent'?: (string);
}

export interface SeatWish__Output {
  'userId': (string);
  /**
   * Opens a group of this activity, or
   */
  'activityId': (string);
  /**
   * joins this group.
   */
  'groupId': (string);
  'quantity': (number);
  'addressId': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
  /**
   * The W3C trace context of the wish, whose effects belong to it and not to the call's; may be empty.
   */
  'traceparent': (string);
}
