// Original file: protos/social/orders/v1/orders.proto

import type { Long } from '@grpc/proto-loader';

export interface PriceShare {
  'skuId'?: (string);
  'amount'?: (number | string | Long);
}

export interface PriceShare__Output {
  'skuId': (string);
  'amount': (number);
}
