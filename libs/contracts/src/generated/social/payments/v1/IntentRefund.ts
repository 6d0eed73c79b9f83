// Original file: protos/social/payments/v1/payments.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';
import type { Long } from '@grpc/proto-loader';

export interface IntentRefund {
  'refundId'?: (string);
  'orderId'?: (string);
  'amount'?: (number | string | Long);
  'reason'?: (string);
  /**
   * "requested", "succeeded" or "failed".
   */
  'state'?: (string);
  'refundedAt'?: (_google_protobuf_Timestamp | null);
}

export interface IntentRefund__Output {
  'refundId': (string);
  'orderId': (string);
  'amount': (number);
  'reason': (string);
  /**
   * "requested", "succeeded" or "failed".
   */
  'state': (string);
  'refundedAt': (_google_protobuf_Timestamp__Output | null);
}
