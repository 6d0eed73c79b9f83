// Original file: protos/social/orders/v1/orders.proto

import type { OrderState as _social_orders_v1_OrderState, OrderState__Output as _social_orders_v1_OrderState__Output } from '../../../social/orders/v1/OrderState.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface HistoryEntry {
  'state'?: (_social_orders_v1_OrderState);
  'at'?: (_google_protobuf_Timestamp | null);
  /**
   * In what capacity: buyer, merchant-staff, operator, service, clock, payments or group-buy.
   */
  'role'?: (string);
  /**
   * A user's or service's id; empty for a buyer.
   */
  'by'?: (string);
  /**
   * What was done, as in the table of transitions; empty for the first entry.
   */
  'action'?: (string);
}

export interface HistoryEntry__Output {
  'state': (_social_orders_v1_OrderState__Output);
  'at': (_google_protobuf_Timestamp__Output | null);
  /**
   * In what capacity: buyer, merchant-staff, operator, service, clock, payments or group-buy.
   */
  'role': (string);
  /**
   * A user's or service's id; empty for a buyer.
   */
  'by': (string);
  /**
   * What was done, as in the table of transitions; empty for the first entry.
   */
  'action': (string);
}
