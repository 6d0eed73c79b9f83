// Original file: protos/social/media/v1/media.proto

import type { Long } from '@grpc/proto-loader';

export interface PictureSize {
  /**
   * Its name in the address: the width it is for, e.g. "800".
   */
  'name'?: (string);
  /**
   * In pixels.
   */
  'width'?: (number);
  'height'?: (number);
  'bytes'?: (number | string | Long);
}

export interface PictureSize__Output {
  /**
   * Its name in the address: the width it is for, e.g. "800".
   */
  'name': (string);
  /**
   * In pixels.
   */
  'width': (number);
  'height': (number);
  'bytes': (number);
}
