// Original file: protos/social/catalog/v1/catalog.proto

import type { Long } from '@grpc/proto-loader';

export interface ImportProgress {
  'bytes'?: (number | string | Long);
  'rows'?: (number);
  'created'?: (number);
  'updated'?: (number);
  'refused'?: (number);
}

export interface ImportProgress__Output {
  'bytes': (number);
  'rows': (number);
  'created': (number);
  'updated': (number);
  'refused': (number);
}
