// Original file: protos/social/payments/v1/payments.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface GetBalanceRequest {
  'from'?: (_google_protobuf_Timestamp | null);
  'to'?: (_google_protobuf_Timestamp | null);
  /**
   * Empty: all.
   */
  'orderIds'?: (string)[];
  /**
   * Sums are of one currency; empty: CNY.
   */
  'currency'?: (string);
}

export interface GetBalanceRequest__Output {
  'from': (_google_protobuf_Timestamp__Output | null);
  'to': (_google_protobuf_Timestamp__Output | null);
  /**
   * Empty: all.
   */
  'orderIds': (string)[];
  /**
   * Sums are of one currency; empty: CNY.
   */
  'currency': (string);
}
