// Original file: protos/social/catalog/v1/catalog.proto


export interface GetSkusRequest {
  'skuIds'?: (string)[];
}

export interface GetSkusRequest__Output {
  'skuIds': (string)[];
}
