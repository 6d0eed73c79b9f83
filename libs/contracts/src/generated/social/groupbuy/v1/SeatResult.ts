// Original file: protos/social/groupbuy/v1/group_buy.proto

import type { Seat as _social_groupbuy_v1_Seat, Seat__Output as _social_groupbuy_v1_Seat__Output } from '../../../social/groupbuy/v1/Seat.ts';
import type { Long } from '@grpc/proto-loader';

export interface SeatResult {
  /**
   * Unset when refused.
   */
  'seat'?: (_social_groupbuy_v1_Seat | null);
  /**
   * Stable code; empty when held.
   */
  'errorCode'?: (string);
  'errorMessage'?: (string);
  /**
   * 0: coming back does not help.
   */
  'retryAfterMs'?: (number | string | Long);
}

export interface SeatResult__Output {
  /**
   * Unset when refused.
   */
  'seat': (_social_groupbuy_v1_Seat__Output | null);
  /**
   * Stable code; empty when held.
   */
  'errorCode': (string);
  'errorMessage': (string);
  /**
   * 0: coming back does not help.
   */
  'retryAfterMs': (number);
}
