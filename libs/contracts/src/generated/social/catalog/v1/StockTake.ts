// Original file: protos/social/catalog/v1/catalog.proto

import type { StockLine as _social_catalog_v1_StockLine, StockLine__Output as _social_catalog_v1_StockLine__Output } from '../../../social/catalog/v1/StockLine.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface StockTake {
  /**
   * The order or activity that takes.
   */
  'holderId'?: (string);
  'lines'?: (_social_catalog_v1_StockLine)[];
  /**
   * When orders is to be asked what became of it, if nothing was heard; unset: never.
   */
  'reserveUntil'?: (_google_protobuf_Timestamp | null);
}

export interface StockTake__Output {
  /**
   * The order or activity that takes.
   */
  'holderId': (string);
  'lines': (_social_catalog_v1_StockLine__Output)[];
  /**
   * When orders is to be asked what became of it, if nothing was heard; unset: never.
   */
  'reserveUntil': (_google_protobuf_Timestamp__Output | null);
}
