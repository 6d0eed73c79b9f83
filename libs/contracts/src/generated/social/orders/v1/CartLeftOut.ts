// Original file: protos/social/orders/v1/cart.proto


/**
 * Found no room when a guest's cart was merged.
 */
export interface CartLeftOut {
  'skuId'?: (string);
  'title'?: (string);
  'quantity'?: (number);
}

/**
 * Found no room when a guest's cart was merged.
 */
export interface CartLeftOut__Output {
  'skuId': (string);
  'title': (string);
  'quantity': (number);
}
