// Original file: protos/social/orders/v1/orders.proto


export interface GetCheckoutRequest {
  /**
   * Any of its orders.
   */
  'orderId'?: (string);
}

export interface GetCheckoutRequest__Output {
  /**
   * Any of its orders.
   */
  'orderId': (string);
}
