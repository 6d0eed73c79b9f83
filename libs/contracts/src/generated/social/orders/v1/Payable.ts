// Original file: protos/social/orders/v1/orders.proto

import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface Payable {
  'orderId'?: (string);
  'total'?: (_social_common_v1_Money | null);
  'payBy'?: (_google_protobuf_Timestamp | null);
  'title'?: (string);
}

export interface Payable__Output {
  'orderId': (string);
  'total': (_social_common_v1_Money__Output | null);
  'payBy': (_google_protobuf_Timestamp__Output | null);
  'title': (string);
}
