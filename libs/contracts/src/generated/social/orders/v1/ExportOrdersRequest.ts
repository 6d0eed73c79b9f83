// Original file: protos/social/orders/v1/orders.proto

import type { OrderState as _social_orders_v1_OrderState, OrderState__Output as _social_orders_v1_OrderState__Output } from '../../../social/orders/v1/OrderState.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface ExportOrdersRequest {
  'merchantId'?: (string);
  /**
   * Unspecified: all.
   */
  'state'?: (_social_orders_v1_OrderState);
  /**
   * Placed at or after; unset: from the first on.
   */
  'from'?: (_google_protobuf_Timestamp | null);
  /**
   * Placed before; unset: up to now.
   */
  'to'?: (_google_protobuf_Timestamp | null);
}

export interface ExportOrdersRequest__Output {
  'merchantId': (string);
  /**
   * Unspecified: all.
   */
  'state': (_social_orders_v1_OrderState__Output);
  /**
   * Placed at or after; unset: from the first on.
   */
  'from': (_google_protobuf_Timestamp__Output | null);
  /**
   * Placed before; unset: up to now.
   */
  'to': (_google_protobuf_Timestamp__Output | null);
}
