// Original file: protos/social/groupbuy/v1/group_buy.proto


export interface ListActivitiesRequest {
  'merchantId'?: (string);
  'limit'?: (number);
  'cursor'?: (string);
}

export interface ListActivitiesRequest__Output {
  'merchantId': (string);
  'limit': (number);
  'cursor': (string);
}
