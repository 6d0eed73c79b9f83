// Original file: protos/social/orders/v1/orders.proto


export interface HideOrderRequest {
  'orderId'?: (string);
}

export interface HideOrderRequest__Output {
  'orderId': (string);
}
