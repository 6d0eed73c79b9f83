// Original file: protos/social/common/v1/common.proto

import type { Long } from '@grpc/proto-loader';

/**
 * An amount of money in minor units (fen, cents) of an ISO 4217 currency. Never a fraction.
 */
export interface Money {
  'amount'?: (number | string | Long);
  'currency'?: (string);
}

/**
 * An amount of money in minor units (fen, cents) of an ISO 4217 currency. Never a fraction.
 */
export interface Money__Output {
  'amount': (number);
  'currency': (string);
}
