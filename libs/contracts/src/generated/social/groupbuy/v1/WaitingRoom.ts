// Original file: protos/social/groupbuy/v1/group_buy.proto


/**
 * Whoever opens or joins a group of the activity waits for a turn first; gateways keep the line.
 */
export interface WaitingRoom {
  /**
   * 1–100,000, from the start of the activity on.
   */
  'admitPerSecond'?: (number);
}

/**
 * Whoever opens or joins a group of the activity waits for a turn first; gateways keep the line.
 */
export interface WaitingRoom__Output {
  /**
   * 1–100,000, from the start of the activity on.
   */
  'admitPerSecond': (number);
}
