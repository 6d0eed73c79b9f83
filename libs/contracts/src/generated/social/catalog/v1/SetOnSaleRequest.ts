// Original file: protos/social/catalog/v1/catalog.proto


export interface SetOnSaleRequest {
  'productId'?: (string);
  'onSale'?: (boolean);
}

export interface SetOnSaleRequest__Output {
  'productId': (string);
  'onSale': (boolean);
}
