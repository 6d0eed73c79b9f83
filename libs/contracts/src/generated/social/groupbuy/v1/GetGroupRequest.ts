// Original file: protos/social/groupbuy/v1/group_buy.proto


export interface GetGroupRequest {
  'groupId'?: (string);
}

export interface GetGroupRequest__Output {
  'groupId': (string);
}
