// Original file: protos/social/orders/v1/cart.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';
import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';
import type { CartNote as _social_orders_v1_CartNote, CartNote__Output as _social_orders_v1_CartNote__Output } from '../../../social/orders/v1/CartNote.ts';

export interface CartItem {
  'skuId'?: (string);
  'productId'?: (string);
  'title'?: (string);
  'optionValues'?: (string)[];
  'picture'?: (string);
  'quantity'?: (number);
  'selected'?: (boolean);
  'addedAt'?: (_google_protobuf_Timestamp | null);
  /**
   * Of one piece, now; of what is gone, as it was added.
   */
  'unitPrice'?: (_social_common_v1_Money | null);
  'unitPriceWhenAdded'?: (_social_common_v1_Money | null);
  /**
   * Pieces that are left.
   */
  'stock'?: (number);
  'notes'?: (_social_orders_v1_CartNote)[];
}

export interface CartItem__Output {
  'skuId': (string);
  'productId': (string);
  'title': (string);
  'optionValues': (string)[];
  'picture': (string);
  'quantity': (number);
  'selected': (boolean);
  'addedAt': (_google_protobuf_Timestamp__Output | null);
  /**
   * Of one piece, now; of what is gone, as it was added.
   */
  'unitPrice': (_social_common_v1_Money__Output | null);
  'unitPriceWhenAdded': (_social_common_v1_Money__Output | null);
  /**
   * Pieces that are left.
   */
  'stock': (number);
  'notes': (_social_orders_v1_CartNote__Output)[];
}
