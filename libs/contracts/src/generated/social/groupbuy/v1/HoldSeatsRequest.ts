// Original file: protos/social/groupbuy/v1/group_buy.proto

import type { SeatWish as _social_groupbuy_v1_SeatWish, SeatWish__Output as _social_groupbuy_v1_SeatWish__Output } from '../../../social/groupbuy/v1/SeatWish.ts';

export interface HoldSeatsRequest {
  /**
   * Up to 256; none only opens the way.
   */
  'wishes'?: (_social_groupbuy_v1_SeatWish)[];
}

export interface HoldSeatsRequest__Output {
  /**
   * Up to 256; none only opens the way.
   */
  'wishes': (_social_groupbuy_v1_SeatWish__Output)[];
}
