// Original file: protos/social/orders/v1/orders.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

/**
 * A carrier's word of where a parcel is.
 */
export interface ParcelScan {
  /**
   * booked, picked-up, in-transit, out-for-delivery, delivered or returned.
   */
  'state'?: (string);
  'at'?: (_google_protobuf_Timestamp | null);
  'place'?: (string);
}

/**
 * A carrier's word of where a parcel is.
 */
export interface ParcelScan__Output {
  /**
   * booked, picked-up, in-transit, out-for-delivery, delivered or returned.
   */
  'state': (string);
  'at': (_google_protobuf_Timestamp__Output | null);
  'place': (string);
}
