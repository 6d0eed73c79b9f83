// Original file: protos/social/orders/v1/orders.proto


export interface GroupRef {
  'activityId'?: (string);
  'groupId'?: (string);
}

export interface GroupRef__Output {
  'activityId': (string);
  'groupId': (string);
}
