// Original file: protos/social/orders/v1/orders.proto

import type { CartLine as _social_orders_v1_CartLine, CartLine__Output as _social_orders_v1_CartLine__Output } from '../../../social/orders/v1/CartLine.ts';

export interface PreviewOrdersRequest {
  'lines'?: (_social_orders_v1_CartLine)[];
  'addressId'?: (string);
}

export interface PreviewOrdersRequest__Output {
  'lines': (_social_orders_v1_CartLine__Output)[];
  'addressId': (string);
}
