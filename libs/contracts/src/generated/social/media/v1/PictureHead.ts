// Original file: protos/social/media/v1/media.proto

import type { Long } from '@grpc/proto-loader';

export interface PictureHead {
  'contentType'?: (string);
  'bytes'?: (number | string | Long);
  /**
   * Strong, in quotes.
   */
  'etag'?: (string);
}

export interface PictureHead__Output {
  'contentType': (string);
  'bytes': (number);
  /**
   * Strong, in quotes.
   */
  'etag': (string);
}
