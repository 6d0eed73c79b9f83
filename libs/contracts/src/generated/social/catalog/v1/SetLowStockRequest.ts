// Original file: protos/social/catalog/v1/catalog.proto


export interface SetLowStockRequest {
  'merchantId'?: (string);
  /**
   * Empty: the merchant's default.
   */
  'skuId'?: (string);
  /**
   * Absent: no threshold (of its own).
   */
  'threshold'?: (number);
  '_threshold'?: "threshold";
}

export interface SetLowStockRequest__Output {
  'merchantId': (string);
  /**
   * Empty: the merchant's default.
   */
  'skuId': (string);
  /**
   * Absent: no threshold (of its own).
   */
  'threshold'?: (number);
  '_threshold'?: "threshold";
}
