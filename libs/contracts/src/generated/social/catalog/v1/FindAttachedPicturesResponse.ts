// Original file: protos/social/catalog/v1/catalog.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface FindAttachedPicturesResponse {
  'attachedIds'?: (string)[];
  'since'?: (_google_protobuf_Timestamp | null);
}

export interface FindAttachedPicturesResponse__Output {
  'attachedIds': (string)[];
  'since': (_google_protobuf_Timestamp__Output | null);
}
