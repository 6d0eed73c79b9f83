// Original file: protos/social/identity/v1/identity.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface ReadyShopper {
  'userId'?: (string);
  'addressId'?: (string);
  'accessToken'?: (string);
  'expiresAt'?: (_google_protobuf_Timestamp | null);
}

export interface ReadyShopper__Output {
  'userId': (string);
  'addressId': (string);
  'accessToken': (string);
  'expiresAt': (_google_protobuf_Timestamp__Output | null);
}
