// Original file: protos/social/catalog/v1/catalog.proto


export interface SubmitProductRequest {
  'productId'?: (string);
}

export interface SubmitProductRequest__Output {
  'productId': (string);
}
