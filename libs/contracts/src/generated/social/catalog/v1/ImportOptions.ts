// Original file: protos/social/catalog/v1/catalog.proto

import type { Long } from '@grpc/proto-loader';

export interface ImportOptions {
  /**
   * An id or a slug.
   */
  'merchant'?: (string);
  'currency'?: (string);
  /**
   * The file's size if known, for the progress; 0 otherwise.
   */
  'totalBytes'?: (number | string | Long);
}

export interface ImportOptions__Output {
  /**
   * An id or a slug.
   */
  'merchant': (string);
  'currency': (string);
  /**
   * The file's size if known, for the progress; 0 otherwise.
   */
  'totalBytes': (number);
}
