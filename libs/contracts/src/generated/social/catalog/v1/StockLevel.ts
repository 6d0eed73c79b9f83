// Original file: protos/social/catalog/v1/catalog.proto

import type { Long } from '@grpc/proto-loader';

export interface StockLevel {
  'skuId'?: (string);
  /**
   * What nobody has taken.
   */
  'available'?: (number);
  /**
   * Taken by unpaid orders and running activities.
   */
  'reserved'?: (number);
  'sold'?: (number | string | Long);
}

export interface StockLevel__Output {
  'skuId': (string);
  /**
   * What nobody has taken.
   */
  'available': (number);
  /**
   * Taken by unpaid orders and running activities.
   */
  'reserved': (number);
  'sold': (number);
}
