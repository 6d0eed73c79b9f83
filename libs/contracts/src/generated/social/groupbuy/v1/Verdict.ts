// Original file: protos/social/groupbuy/v1/group_buy.proto

import type { Long } from '@grpc/proto-loader';

export interface Verdict {
  /**
   * sold-out or group-full; empty when somebody may still have it.
   */
  'errorCode'?: (string);
  /**
   * Milliseconds since 1970 when the first hold lapses; 0 when none does.
   */
  'freeAt'?: (number | string | Long);
  /**
   * Who has a seat in the group, or opened a group of the activity; only they may hear something else.
   */
  'holders'?: (string)[];
}

export interface Verdict__Output {
  /**
   * sold-out or group-full; empty when somebody may still have it.
   */
  'errorCode': (string);
  /**
   * Milliseconds since 1970 when the first hold lapses; 0 when none does.
   */
  'freeAt': (number);
  /**
   * Who has a seat in the group, or opened a group of the activity; only they may hear something else.
   */
  'holders': (string)[];
}
