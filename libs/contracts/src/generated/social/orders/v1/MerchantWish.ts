// Original file: protos/social/orders/v1/orders.proto


/**
 * What is wished of one merchant's order.
 */
export interface MerchantWish {
  'merchantId'?: (string);
  /**
   * At most 200 characters; for the merchant.
   */
  'remark'?: (string);
  /**
   * Where it is picked up; empty: it is sent.
   */
  'pickUpPoint'?: (string);
}

/**
 * What is wished of one merchant's order.
 */
export interface MerchantWish__Output {
  'merchantId': (string);
  /**
   * At most 200 characters; for the merchant.
   */
  'remark': (string);
  /**
   * Where it is picked up; empty: it is sent.
   */
  'pickUpPoint': (string);
}
