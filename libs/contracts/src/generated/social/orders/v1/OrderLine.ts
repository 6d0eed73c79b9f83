// Original file: protos/social/orders/v1/orders.proto

import type { Long } from '@grpc/proto-loader';

export interface OrderLine {
  'skuId'?: (string);
  'productId'?: (string);
  'title'?: (string);
  'optionValues'?: (string)[];
  'picture'?: (string);
  'quantity'?: (number);
  'unitAmount'?: (number | string | Long);
}

export interface OrderLine__Output {
  'skuId': (string);
  'productId': (string);
  'title': (string);
  'optionValues': (string)[];
  'picture': (string);
  'quantity': (number);
  'unitAmount': (number);
}
