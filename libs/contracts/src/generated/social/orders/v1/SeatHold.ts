// Original file: protos/social/orders/v1/orders.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface SeatHold {
  'orderId'?: (string);
  'groupId'?: (string);
  'buyerId'?: (string);
  'quantity'?: (number);
  'payBy'?: (_google_protobuf_Timestamp | null);
}

export interface SeatHold__Output {
  'orderId': (string);
  'groupId': (string);
  'buyerId': (string);
  'quantity': (number);
  'payBy': (_google_protobuf_Timestamp__Output | null);
}
