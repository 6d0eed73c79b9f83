// Original file: protos/social/orders/v1/orders.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';
import type { CartLine as _social_orders_v1_CartLine, CartLine__Output as _social_orders_v1_CartLine__Output } from '../../../social/orders/v1/CartLine.ts';

export interface ShipOrderRequest {
  'orderId'?: (string);
  /**
   * A carrier that the platform knows by this name, or any other's name.
   */
  'carrier'?: (string);
  /**
   * Empty: the carrier, which must be known, gives one.
   */
  'trackingNumber'?: (string);
  'request'?: (_social_common_v1_RequestKey | null);
  /**
   * Empty: all that is left.
   */
  'lines'?: (_social_orders_v1_CartLine)[];
}

export interface ShipOrderRequest__Output {
  'orderId': (string);
  /**
   * A carrier that the platform knows by this name, or any other's name.
   */
  'carrier': (string);
  /**
   * Empty: the carrier, which must be known, gives one.
   */
  'trackingNumber': (string);
  'request': (_social_common_v1_RequestKey__Output | null);
  /**
   * Empty: all that is left.
   */
  'lines': (_social_orders_v1_CartLine__Output)[];
}
