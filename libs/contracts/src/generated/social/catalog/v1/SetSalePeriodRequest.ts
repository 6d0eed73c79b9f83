// Original file: protos/social/catalog/v1/catalog.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface SetSalePeriodRequest {
  'productId'?: (string);
  /**
   * Absent: it stays as it is, on or off sale.
   */
  'from'?: (_google_protobuf_Timestamp | null);
  /**
   * Absent: it stays on sale.
   */
  'until'?: (_google_protobuf_Timestamp | null);
}

export interface SetSalePeriodRequest__Output {
  'productId': (string);
  /**
   * Absent: it stays as it is, on or off sale.
   */
  'from': (_google_protobuf_Timestamp__Output | null);
  /**
   * Absent: it stays on sale.
   */
  'until': (_google_protobuf_Timestamp__Output | null);
}
