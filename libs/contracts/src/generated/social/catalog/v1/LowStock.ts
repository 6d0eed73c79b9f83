// Original file: protos/social/catalog/v1/catalog.proto


export interface LowStock {
  'skuId'?: (string);
  'productId'?: (string);
  'title'?: (string);
  'optionValues'?: (string)[];
  'available'?: (number);
  'threshold'?: (number);
}

export interface LowStock__Output {
  'skuId': (string);
  'productId': (string);
  'title': (string);
  'optionValues': (string)[];
  'available': (number);
  'threshold': (number);
}
