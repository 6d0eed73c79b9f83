// Original file: protos/social/catalog/v1/catalog.proto

import type { ProductEdit as _social_catalog_v1_ProductEdit, ProductEdit__Output as _social_catalog_v1_ProductEdit__Output } from '../../../social/catalog/v1/ProductEdit.ts';
import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';

export interface EditProductsRequest {
  'merchantId'?: (string);
  'edits'?: (_social_catalog_v1_ProductEdit)[];
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface EditProductsRequest__Output {
  'merchantId': (string);
  'edits': (_social_catalog_v1_ProductEdit__Output)[];
  'request': (_social_common_v1_RequestKey__Output | null);
}
