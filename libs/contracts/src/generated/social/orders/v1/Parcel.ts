// Original file: protos/social/orders/v1/orders.proto

import type { CartLine as _social_orders_v1_CartLine, CartLine__Output as _social_orders_v1_CartLine__Output } from '../../../social/orders/v1/CartLine.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';
import type { ParcelScan as _social_orders_v1_ParcelScan, ParcelScan__Output as _social_orders_v1_ParcelScan__Output } from '../../../social/orders/v1/ParcelScan.ts';

/**
 * What was sent in one go.
 */
export interface Parcel {
  'parcelId'?: (string);
  'lines'?: (_social_orders_v1_CartLine)[];
  'carrier'?: (string);
  /**
   * Empty while the carrier has not given one.
   */
  'trackingNumber'?: (string);
  'shippedAt'?: (_google_protobuf_Timestamp | null);
  'deliveredAt'?: (_google_protobuf_Timestamp | null);
  /**
   * Oldest first; none where nobody tells.
   */
  'scans'?: (_social_orders_v1_ParcelScan)[];
}

/**
 * What was sent in one go.
 */
export interface Parcel__Output {
  'parcelId': (string);
  'lines': (_social_orders_v1_CartLine__Output)[];
  'carrier': (string);
  /**
   * Empty while the carrier has not given one.
   */
  'trackingNumber': (string);
  'shippedAt': (_google_protobuf_Timestamp__Output | null);
  'deliveredAt': (_google_protobuf_Timestamp__Output | null);
  /**
   * Oldest first; none where nobody tells.
   */
  'scans': (_social_orders_v1_ParcelScan__Output)[];
}
