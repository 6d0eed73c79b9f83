// Original file: protos/social/catalog/v1/catalog.proto


export interface StockLine {
  'skuId'?: (string);
  'quantity'?: (number);
}

export interface StockLine__Output {
  'skuId': (string);
  'quantity': (number);
}
