// Original file: protos/social/catalog/v1/catalog.proto


export interface ApproveProductRequest {
  'productId'?: (string);
  'version'?: (number);
}

export interface ApproveProductRequest__Output {
  'productId': (string);
  'version': (number);
}
