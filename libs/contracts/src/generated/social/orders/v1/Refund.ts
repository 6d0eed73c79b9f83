// Original file: protos/social/orders/v1/orders.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';
import type { Long } from '@grpc/proto-loader';

export interface Refund {
  'refundId'?: (string);
  'amount'?: (number | string | Long);
  'reason'?: (string);
  'requestedAt'?: (_google_protobuf_Timestamp | null);
  /**
   * Unset until the provider has confirmed.
   */
  'refundedAt'?: (_google_protobuf_Timestamp | null);
}

export interface Refund__Output {
  'refundId': (string);
  'amount': (number);
  'reason': (string);
  'requestedAt': (_google_protobuf_Timestamp__Output | null);
  /**
   * Unset until the provider has confirmed.
   */
  'refundedAt': (_google_protobuf_Timestamp__Output | null);
}
