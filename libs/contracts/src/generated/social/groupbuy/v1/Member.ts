// Original file: protos/social/groupbuy/v1/group_buy.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface Member {
  'userId'?: (string);
  'orderId'?: (string);
  'joinedAt'?: (_google_protobuf_Timestamp | null);
}

export interface Member__Output {
  'userId': (string);
  'orderId': (string);
  'joinedAt': (_google_protobuf_Timestamp__Output | null);
}
