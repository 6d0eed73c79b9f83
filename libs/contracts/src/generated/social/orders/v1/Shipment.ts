// Original file: protos/social/orders/v1/orders.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface Shipment {
  'carrier'?: (string);
  'trackingNumber'?: (string);
  'shippedAt'?: (_google_protobuf_Timestamp | null);
}

export interface Shipment__Output {
  'carrier': (string);
  'trackingNumber': (string);
  'shippedAt': (_google_protobuf_Timestamp__Output | null);
}
