// Original file: protos/social/groupbuy/v1/group_buy.proto


export interface ListOpenGroupsRequest {
  'activityId'?: (string);
  'limit'?: (number);
}

export interface ListOpenGroupsRequest__Output {
  'activityId': (string);
  'limit': (number);
}
