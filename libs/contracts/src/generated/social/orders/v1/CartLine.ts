// Original file: protos/social/orders/v1/orders.proto


export interface CartLine {
  'skuId'?: (string);
  'quantity'?: (number);
}

export interface CartLine__Output {
  'skuId': (string);
  'quantity': (number);
}
