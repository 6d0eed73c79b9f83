// Original file: protos/social/groupbuy/v1/group_buy.proto

import type { SeatResult as _social_groupbuy_v1_SeatResult, SeatResult__Output as _social_groupbuy_v1_SeatResult__Output } from '../../../social/groupbuy/v1/SeatResult.ts';

export interface HoldSeatsResponse {
  'results'?: (_social_groupbuy_v1_SeatResult)[];
}

export interface HoldSeatsResponse__Output {
  'results': (_social_groupbuy_v1_SeatResult__Output)[];
}
