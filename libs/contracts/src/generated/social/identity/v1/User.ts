// Original file: protos/social/identity/v1/identity.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

/**
 * Phone is masked (138****5678) wherever it leaves the service.
 */
export interface User {
  'userId'?: (string);
  'name'?: (string);
  'phoneMasked'?: (string);
  'roles'?: (string)[];
  'merchantId'?: (string);
  'createdAt'?: (_google_protobuf_Timestamp | null);
}

/**
 * Phone is masked (138****5678) wherever it leaves the service.
 */
export interface User__Output {
  'userId': (string);
  'name': (string);
  'phoneMasked': (string);
  'roles': (string)[];
  'merchantId': (string);
  'createdAt': (_google_protobuf_Timestamp__Output | null);
}
