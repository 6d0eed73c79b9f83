// Original file: protos/social/orders/v1/orders.proto

import type { Long } from '@grpc/proto-loader';

/**
 * For the first `first` of the measure, and for every `next` that is begun beyond.
 */
export interface Tariff {
  'first'?: (number | string | Long);
  'firstAmount'?: (number | string | Long);
  'next'?: (number | string | Long);
  'nextAmount'?: (number | string | Long);
  /**
   * Goods of so much and more are sent for nothing; 0: none are.
   */
  'freeFromAmount'?: (number | string | Long);
}

/**
 * For the first `first` of the measure, and for every `next` that is begun beyond.
 */
export interface Tariff__Output {
  'first': (number);
  'firstAmount': (number);
  'next': (number);
  'nextAmount': (number);
  /**
   * Goods of so much and more are sent for nothing; 0: none are.
   */
  'freeFromAmount': (number);
}
