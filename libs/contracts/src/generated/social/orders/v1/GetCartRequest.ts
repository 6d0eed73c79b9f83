// Original file: protos/social/orders/v1/cart.proto


export interface GetCartRequest {
  'guestToken'?: (string);
}

export interface GetCartRequest__Output {
  'guestToken': (string);
}
