// Original file: protos/social/payments/v1/payments.proto

import type { Long } from '@grpc/proto-loader';

export interface IntentOrder {
  'orderId'?: (string);
  'amount'?: (number | string | Long);
}

export interface IntentOrder__Output {
  'orderId': (string);
  'amount': (number);
}
