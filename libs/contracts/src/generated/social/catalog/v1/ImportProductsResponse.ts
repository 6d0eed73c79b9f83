// Original file: protos/social/catalog/v1/catalog.proto

import type { ImportProgress as _social_catalog_v1_ImportProgress, ImportProgress__Output as _social_catalog_v1_ImportProgress__Output } from '../../../social/catalog/v1/ImportProgress.ts';
import type { ImportRowError as _social_catalog_v1_ImportRowError, ImportRowError__Output as _social_catalog_v1_ImportRowError__Output } from '../../../social/catalog/v1/ImportRowError.ts';

export interface ImportProductsResponse {
  'progress'?: (_social_catalog_v1_ImportProgress | null);
  'errors'?: (_social_catalog_v1_ImportRowError)[];
  'done'?: (boolean);
}

export interface ImportProductsResponse__Output {
  'progress': (_social_catalog_v1_ImportProgress__Output | null);
  'errors': (_social_catalog_v1_ImportRowError__Output)[];
  'done': (boolean);
}
