// Original file: protos/social/orders/v1/orders.proto


export interface ListSeatHoldsRequest {
  'activityId'?: (string);
  'afterOrderId'?: (string);
  /**
   * 1–1,000.
   */
  'limit'?: (number);
}

export interface ListSeatHoldsRequest__Output {
  'activityId': (string);
  'afterOrderId': (string);
  /**
   * 1–1,000.
   */
  'limit': (number);
}
