// Original file: protos/social/catalog/v1/catalog.proto


export interface OwnSkuRequest {
  'merchantId'?: (string);
  'skuId'?: (string);
}

export interface OwnSkuRequest__Output {
  'merchantId': (string);
  'skuId': (string);
}
