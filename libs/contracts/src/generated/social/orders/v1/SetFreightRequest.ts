// Original file: protos/social/orders/v1/orders.proto

import type { Freight as _social_orders_v1_Freight, Freight__Output as _social_orders_v1_Freight__Output } from '../../../social/orders/v1/Freight.ts';

export interface SetFreightRequest {
  'freight'?: (_social_orders_v1_Freight | null);
}

export interface SetFreightRequest__Output {
  'freight': (_social_orders_v1_Freight__Output | null);
}
