// Original file: protos/social/orders/v1/orders.proto

import type { ParcelPreview as _social_orders_v1_ParcelPreview, ParcelPreview__Output as _social_orders_v1_ParcelPreview__Output } from '../../../social/orders/v1/ParcelPreview.ts';
import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';

export interface PreviewOrdersResponse {
  'parcels'?: (_social_orders_v1_ParcelPreview)[];
  'total'?: (_social_common_v1_Money | null);
}

export interface PreviewOrdersResponse__Output {
  'parcels': (_social_orders_v1_ParcelPreview__Output)[];
  'total': (_social_common_v1_Money__Output | null);
}
