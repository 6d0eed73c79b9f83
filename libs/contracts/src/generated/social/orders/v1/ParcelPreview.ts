// Original file: protos/social/orders/v1/orders.proto

import type { PreviewLine as _social_orders_v1_PreviewLine, PreviewLine__Output as _social_orders_v1_PreviewLine__Output } from '../../../social/orders/v1/PreviewLine.ts';
import type { PriceStep as _social_orders_v1_PriceStep, PriceStep__Output as _social_orders_v1_PriceStep__Output } from '../../../social/orders/v1/PriceStep.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * What one merchant is to deliver, as it would be ordered now.
 */
export interface ParcelPreview {
  'merchantId'?: (string);
  'lines'?: (_social_orders_v1_PreviewLine)[];
  'goodsAmount'?: (number | string | Long);
  'freightAmount'?: (number | string | Long);
  'totalAmount'?: (number | string | Long);
  'priceSteps'?: (_social_orders_v1_PriceStep)[];
}

/**
 * What one merchant is to deliver, as it would be ordered now.
 */
export interface ParcelPreview__Output {
  'merchantId': (string);
  'lines': (_social_orders_v1_PreviewLine__Output)[];
  'goodsAmount': (number);
  'freightAmount': (number);
  'totalAmount': (number);
  'priceSteps': (_social_orders_v1_PriceStep__Output)[];
}
