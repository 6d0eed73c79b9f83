// Original file: protos/social/payments/v1/payments.proto

import type { IntentState as _social_payments_v1_IntentState, IntentState__Output as _social_payments_v1_IntentState__Output } from '../../../social/payments/v1/IntentState.ts';
import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';
import type { IntentOrder as _social_payments_v1_IntentOrder, IntentOrder__Output as _social_payments_v1_IntentOrder__Output } from '../../../social/payments/v1/IntentOrder.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';
import type { IntentRefund as _social_payments_v1_IntentRefund, IntentRefund__Output as _social_payments_v1_IntentRefund__Output } from '../../../social/payments/v1/IntentRefund.ts';

export interface Intent {
  'paymentId'?: (string);
  'payerId'?: (string);
  'provider'?: (string);
  'state'?: (_social_payments_v1_IntentState);
  'total'?: (_social_common_v1_Money | null);
  'orders'?: (_social_payments_v1_IntentOrder)[];
  /**
   * Where the payer's browser goes to pay.
   */
  'cashierUrl'?: (string);
  'createdAt'?: (_google_protobuf_Timestamp | null);
  'paidAt'?: (_google_protobuf_Timestamp | null);
  'refunds'?: (_social_payments_v1_IntentRefund)[];
  'payBy'?: (_google_protobuf_Timestamp | null);
}

export interface Intent__Output {
  'paymentId': (string);
  'payerId': (string);
  'provider': (string);
  'state': (_social_payments_v1_IntentState__Output);
  'total': (_social_common_v1_Money__Output | null);
  'orders': (_social_payments_v1_IntentOrder__Output)[];
  /**
   * Where the payer's browser goes to pay.
   */
  'cashierUrl': (string);
  'createdAt': (_google_protobuf_Timestamp__Output | null);
  'paidAt': (_google_protobuf_Timestamp__Output | null);
  'refunds': (_social_payments_v1_IntentRefund__Output)[];
  'payBy': (_google_protobuf_Timestamp__Output | null);
}
