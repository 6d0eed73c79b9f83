// Original file: protos/social/media/v1/media.proto

import type { Purpose as _social_media_v1_Purpose, Purpose__Output as _social_media_v1_Purpose__Output } from '../../../social/media/v1/Purpose.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';

export interface Upload {
  'uploadId'?: (string);
  'purpose'?: (_social_media_v1_Purpose);
  /**
   * How the file is sent: this method, this address, these headers.
   */
  'method'?: (string);
  'url'?: (string);
  'headers'?: ({[key: string]: string});
  /**
   * Until when.
   */
  'expiresAt'?: (_google_protobuf_Timestamp | null);
}

export interface Upload__Output {
  'uploadId': (string);
  'purpose': (_social_media_v1_Purpose__Output);
  /**
   * How the file is sent: this method, this address, these headers.
   */
  'method': (string);
  'url': (string);
  'headers': ({[key: string]: string});
  /**
   * Until when.
   */
  'expiresAt': (_google_protobuf_Timestamp__Output | null);
}
