// Original file: protos/social/orders/v1/cart.proto


export interface RemoveLineRequest {
  'guestToken'?: (string);
  'skuId'?: (string);
}

export interface RemoveLineRequest__Output {
  'guestToken': (string);
  'skuId': (string);
}
