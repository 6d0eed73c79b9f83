// Original file: protos/social/orders/v1/orders.proto


export interface GetPayableRequest {
  'orderIds'?: (string)[];
  'buyerId'?: (string);
}

export interface GetPayableRequest__Output {
  'orderIds': (string)[];
  'buyerId': (string);
}
