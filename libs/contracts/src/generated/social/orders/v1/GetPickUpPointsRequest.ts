// Original file: protos/social/orders/v1/orders.proto


export interface GetPickUpPointsRequest {
  'merchantId'?: (string);
}

export interface GetPickUpPointsRequest__Output {
  'merchantId': (string);
}
