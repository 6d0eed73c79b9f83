// Original file: protos/social/orders/v1/orders.proto

import type { OrderLine as _social_orders_v1_OrderLine, OrderLine__Output as _social_orders_v1_OrderLine__Output } from '../../../social/orders/v1/OrderLine.ts';
import type { Long } from '@grpc/proto-loader';

export interface PreviewLine {
  'line'?: (_social_orders_v1_OrderLine | null);
  /**
   * To be paid for all pieces of the line.
   */
  'amount'?: (number | string | Long);
  /**
   * Pieces that are left now.
   */
  'stock'?: (number);
}

export interface PreviewLine__Output {
  'line': (_social_orders_v1_OrderLine__Output | null);
  /**
   * To be paid for all pieces of the line.
   */
  'amount': (number);
  /**
   * Pieces that are left now.
   */
  'stock': (number);
}
