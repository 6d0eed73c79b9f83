// Original file: protos/social/groupbuy/v1/group_buy.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';
import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';
import type { WaitingRoom as _social_groupbuy_v1_WaitingRoom, WaitingRoom__Output as _social_groupbuy_v1_WaitingRoom__Output } from '../../../social/groupbuy/v1/WaitingRoom.ts';
import type { Long } from '@grpc/proto-loader';

export interface CreateActivityRequest {
  'skuId'?: (string);
  'groupAmount'?: (number | string | Long);
  /**
   * 2–100.
   */
  'groupSize'?: (number);
  'fillSeconds'?: (number);
  'stock'?: (number);
  'limitPerPerson'?: (number);
  'limitPerOrder'?: (number);
  'paySeconds'?: (number);
  'startsAt'?: (_google_protobuf_Timestamp | null);
  'endsAt'?: (_google_protobuf_Timestamp | null);
  'title'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
  'waitingRoom'?: (_social_groupbuy_v1_WaitingRoom | null);
}

export interface CreateActivityRequest__Output {
  'skuId': (string);
  'groupAmount': (number);
  /**
   * 2–100.
   */
  'groupSize': (number);
  'fillSeconds': (number);
  'stock': (number);
  'limitPerPerson': (number);
  'limitPerOrder': (number);
  'paySeconds': (number);
  'startsAt': (_google_protobuf_Timestamp__Output | null);
  'endsAt': (_google_protobuf_Timestamp__Output | null);
  'title': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
  'waitingRoom': (_social_groupbuy_v1_WaitingRoom__Output | null);
}
