// Original file: protos/social/catalog/v1/catalog.proto


export interface WithdrawProductRequest {
  'productId'?: (string);
}

export interface WithdrawProductRequest__Output {
  'productId': (string);
}
