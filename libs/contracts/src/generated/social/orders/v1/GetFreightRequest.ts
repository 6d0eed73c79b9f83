// Original file: protos/social/orders/v1/orders.proto


export interface GetFreightRequest {
  'merchantId'?: (string);
}

export interface GetFreightRequest__Output {
  'merchantId': (string);
}
