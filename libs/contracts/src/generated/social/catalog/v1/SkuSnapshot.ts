// Original file: protos/social/catalog/v1/catalog.proto

import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';

export interface SkuSnapshot {
  'skuId'?: (string);
  'productId'?: (string);
  'merchantId'?: (string);
  'title'?: (string);
  'optionValues'?: (string)[];
  'picture'?: (string);
  'price'?: (_social_common_v1_Money | null);
  'stock'?: (number);
  'weightGrams'?: (number);
}

export interface SkuSnapshot__Output {
  'skuId': (string);
  'productId': (string);
  'merchantId': (string);
  'title': (string);
  'optionValues': (string)[];
  'picture': (string);
  'price': (_social_common_v1_Money__Output | null);
  'stock': (number);
  'weightGrams': (number);
}
