// Original file: protos/social/catalog/v1/catalog.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface StockMove {
  /**
   * opening, set, adjust, take, back or sold.
   */
  'kind'?: (string);
  /**
   * What it did to what nobody has taken, to what is reserved, and to what is sold.
   */
  'available'?: (number);
  'reserved'?: (number);
  'sold'?: (number);
  /**
   * What nobody had taken afterwards; absent in rows of old.
   */
  'availableAfter'?: (number);
  /**
   * The order or activity; empty where the merchant counted.
   */
  'holderId'?: (string);
  /**
   * Who counted, and why.
   */
  'by'?: (string);
  'reason'?: (string);
  'at'?: (_google_protobuf_Timestamp | null);
  '_availableAfter'?: "availableAfter";
}

export interface StockMove__Output {
  /**
   * opening, set, adjust, take, back or sold.
   */
  'kind': (string);
  /**
   * What it did to what nobody has taken, to what is reserved, and to what is sold.
   */
  'available': (number);
  'reserved': (number);
  'sold': (number);
  /**
   * What nobody had taken afterwards; absent in rows of old.
   */
  'availableAfter'?: (number);
  /**
   * The order or activity; empty where the merchant counted.
   */
  'holderId': (string);
  /**
   * Who counted, and why.
   */
  'by': (string);
  'reason': (string);
  'at': (_google_protobuf_Timestamp__Output | null);
  '_availableAfter'?: "availableAfter";
}
