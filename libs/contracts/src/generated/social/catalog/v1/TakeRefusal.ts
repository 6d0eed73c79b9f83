// Original file: protos/social/catalog/v1/catalog.proto


export interface TakeRefusal {
  'skuId'?: (string);
  /**
   * How many are left, or that there is none such.
   */
  'message'?: (string);
}

export interface TakeRefusal__Output {
  'skuId': (string);
  /**
   * How many are left, or that there is none such.
   */
  'message': (string);
}
