// Original file: protos/social/orders/v1/orders.proto

import type { OrderLine as _social_orders_v1_OrderLine, OrderLine__Output as _social_orders_v1_OrderLine__Output } from '../../../social/orders/v1/OrderLine.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';
import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface GroupOrderRequest {
  /**
   * Minted by group-buy before the seat was held.
   */
  'orderId'?: (string);
  'buyerId'?: (string);
  'merchantId'?: (string);
  'activityId'?: (string);
  'groupId'?: (string);
  'line'?: (_social_orders_v1_OrderLine | null);
  'currency'?: (string);
  'addressId'?: (string);
  /**
   * The order is to be paid by the earlier of this and the usual time.
   */
  'payByLimit'?: (_google_protobuf_Timestamp | null);
  'request'?: (_social_common_v1_RequestKey | null);
  /**
   * The W3C trace context of whoever asked, as this is one of many in a call; may be empty.
   */
  'traceparent'?: (string);
}

export interface GroupOrderRequest__Output {
  /**
   * Minted by group-buy before the seat was held.
   */
  'orderId': (string);
  'buyerId': (string);
  'merchantId': (string);
  'activityId': (string);
  'groupId': (string);
  'line': (_social_orders_v1_OrderLine__Output | null);
  'currency': (string);
  'addressId': (string);
  /**
   * The order is to be paid by the earlier of this and the usual time.
   */
  'payByLimit': (_google_protobuf_Timestamp__Output | null);
  'request': (_social_common_v1_RequestKey__Output | null);
  /**
   * The W3C trace context of whoever asked, as this is one of many in a call; may be empty.
   */
  'traceparent': (string);
}
