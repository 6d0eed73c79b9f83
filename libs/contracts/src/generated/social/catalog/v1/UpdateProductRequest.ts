// Original file: protos/social/catalog/v1/catalog.proto

import type { ProductInput as _social_catalog_v1_ProductInput, ProductInput__Output as _social_catalog_v1_ProductInput__Output } from '../../../social/catalog/v1/ProductInput.ts';

export interface UpdateProductRequest {
  'productId'?: (string);
  'version'?: (number);
  'product'?: (_social_catalog_v1_ProductInput | null);
}

export interface UpdateProductRequest__Output {
  'productId': (string);
  'version': (number);
  'product': (_social_catalog_v1_ProductInput__Output | null);
}
