// Original file: protos/social/orders/v1/orders.proto

import type { SeatHold as _social_orders_v1_SeatHold, SeatHold__Output as _social_orders_v1_SeatHold__Output } from '../../../social/orders/v1/SeatHold.ts';

export interface ListSeatHoldsResponse {
  'holds'?: (_social_orders_v1_SeatHold)[];
}

export interface ListSeatHoldsResponse__Output {
  'holds': (_social_orders_v1_SeatHold__Output)[];
}
