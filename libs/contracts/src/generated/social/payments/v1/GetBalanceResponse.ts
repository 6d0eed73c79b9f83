// Original file: protos/social/payments/v1/payments.proto

import type { Long } from '@grpc/proto-loader';

export interface GetBalanceResponse {
  'captured'?: (number | string | Long);
  'refunded'?: (number | string | Long);
  'refundsPending'?: (number | string | Long);
  'currency'?: (string);
}

export interface GetBalanceResponse__Output {
  'captured': (number);
  'refunded': (number);
  'refundsPending': (number);
  'currency': (string);
}
