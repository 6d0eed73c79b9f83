// Original file: protos/social/catalog/v1/catalog.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';
import type { Long } from '@grpc/proto-loader';

export interface PriceChange {
  'beforeAmount'?: (number | string | Long);
  'beforeCompareAtAmount'?: (number | string | Long);
  'afterAmount'?: (number | string | Long);
  'afterCompareAtAmount'?: (number | string | Long);
  'currency'?: (string);
  /**
   * Who changed it.
   */
  'by'?: (string);
  'at'?: (_google_protobuf_Timestamp | null);
  /**
   * The product's version that brought it.
   */
  'version'?: (number);
}

export interface PriceChange__Output {
  'beforeAmount': (number);
  'beforeCompareAtAmount': (number);
  'afterAmount': (number);
  'afterCompareAtAmount': (number);
  'currency': (string);
  /**
   * Who changed it.
   */
  'by': (string);
  'at': (_google_protobuf_Timestamp__Output | null);
  /**
   * The product's version that brought it.
   */
  'version': (number);
}
