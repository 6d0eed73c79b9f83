// Original file: protos/social/common/v1/common.proto

import type { StockFate as _social_common_v1_StockFate, StockFate__Output as _social_common_v1_StockFate__Output } from '../../../social/common/v1/StockFate.ts';
import type { StockQuantity as _social_common_v1_StockQuantity, StockQuantity__Output as _social_common_v1_StockQuantity__Output } from '../../../social/common/v1/StockQuantity.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

/**
 * What an order or an activity says of the stock that it has taken from the catalog.
 */
export interface StockClaim {
  'holderId'?: (string);
  'fate'?: (_social_common_v1_StockFate);
  /**
   * What it took.
   */
  'lines'?: (_social_common_v1_StockQuantity)[];
  /**
   * Only where it is less than what was taken: what of it is sold.
   */
  'sold'?: (_social_common_v1_StockQuantity)[];
  /**
   * While reserved: until when it is sure to have been decided; may be unset.
   */
  'reserveUntil'?: (_google_protobuf_Timestamp | null);
}

/**
 * What an order or an activity says of the stock that it has taken from the catalog.
 */
export interface StockClaim__Output {
  'holderId': (string);
  'fate': (_social_common_v1_StockFate__Output);
  /**
   * What it took.
   */
  'lines': (_social_common_v1_StockQuantity__Output)[];
  /**
   * Only where it is less than what was taken: what of it is sold.
   */
  'sold': (_social_common_v1_StockQuantity__Output)[];
  /**
   * While reserved: until when it is sure to have been decided; may be unset.
   */
  'reserveUntil': (_google_protobuf_Timestamp__Output | null);
}
