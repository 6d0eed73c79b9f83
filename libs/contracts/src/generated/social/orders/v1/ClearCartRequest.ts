// Original file: protos/social/orders/v1/cart.proto


export interface ClearCartRequest {
  'guestToken'?: (string);
}

export interface ClearCartRequest__Output {
  'guestToken': (string);
}
