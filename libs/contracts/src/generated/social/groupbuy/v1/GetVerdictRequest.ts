// Original file: protos/social/groupbuy/v1/group_buy.proto


export interface GetVerdictRequest {
  /**
   * One of the two: whether the activity is sold out, or the group full.
   */
  'activityId'?: (string);
  'groupId'?: (string);
}

export interface GetVerdictRequest__Output {
  /**
   * One of the two: whether the activity is sold out, or the group full.
   */
  'activityId': (string);
  'groupId': (string);
}
