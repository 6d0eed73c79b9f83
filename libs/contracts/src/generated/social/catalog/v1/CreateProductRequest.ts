// Original file: protos/social/catalog/v1/catalog.proto

import type { ProductInput as _social_catalog_v1_ProductInput, ProductInput__Output as _social_catalog_v1_ProductInput__Output } from '../../../social/catalog/v1/ProductInput.ts';
import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface CreateProductRequest {
  'merchantId'?: (string);
  'product'?: (_social_catalog_v1_ProductInput | null);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface CreateProductRequest__Output {
  'merchantId': (string);
  'product': (_social_catalog_v1_ProductInput__Output | null);
  'request': (_social_common_v1_RequestKey__Output | null);
}
