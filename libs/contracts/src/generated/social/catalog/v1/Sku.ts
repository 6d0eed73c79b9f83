// Original file: protos/social/catalog/v1/catalog.proto

import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';
import type { Long } from '@grpc/proto-loader';

export interface Sku {
  'skuId'?: (string);
  /**
   * The merchant's own code; may be empty.
   */
  'code'?: (string);
  /**
   * One value an option, in the product's option order.
   */
  'optionValues'?: (string)[];
  'price'?: (_social_common_v1_Money | null);
  /**
   * 0 when there is none.
   */
  'compareAtAmount'?: (number | string | Long);
  'stock'?: (number);
  'weightGrams'?: (number);
  'barcode'?: (string);
  /**
   * The first one stands for the SKU.
   */
  'pictures'?: (string)[];
  /**
   * What a piece costs its merchant; 0 when unknown, and for everybody but the merchant's staff and operators.
   */
  'costAmount'?: (number | string | Long);
}

export interface Sku__Output {
  'skuId': (string);
  /**
   * The merchant's own code; may be empty.
   */
  'code': (string);
  /**
   * One value an option, in the product's option order.
   */
  'optionValues': (string)[];
  'price': (_social_common_v1_Money__Output | null);
  /**
   * 0 when there is none.
   */
  'compareAtAmount': (number);
  'stock': (number);
  'weightGrams': (number);
  'barcode': (string);
  /**
   * The first one stands for the SKU.
   */
  'pictures': (string)[];
  /**
   * What a piece costs its merchant; 0 when unknown, and for everybody but the merchant's staff and operators.
   */
  'costAmount': (number);
}
