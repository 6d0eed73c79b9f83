// Original file: protos/social/groupbuy/v1/group_buy.proto


export interface GetActivityRequest {
  'activityId'?: (string);
}

export interface GetActivityRequest__Output {
  'activityId': (string);
}
