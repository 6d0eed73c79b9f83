// Original file: protos/social/orders/v1/orders.proto

import type { Payable as _social_orders_v1_Payable, Payable__Output as _social_orders_v1_Payable__Output } from '../../../social/orders/v1/Payable.ts';

export interface GetPayableResponse {
  'orders'?: (_social_orders_v1_Payable)[];
}

export interface GetPayableResponse__Output {
  'orders': (_social_orders_v1_Payable__Output)[];
}
