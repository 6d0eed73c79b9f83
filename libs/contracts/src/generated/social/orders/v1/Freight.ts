// Original file: protos/social/orders/v1/orders.proto

import type { FreightMeasure as _social_orders_v1_FreightMeasure, FreightMeasure__Output as _social_orders_v1_FreightMeasure__Output } from '../../../social/orders/v1/FreightMeasure.ts';
import type { FreightRule as _social_orders_v1_FreightRule, FreightRule__Output as _social_orders_v1_FreightRule__Output } from '../../../social/orders/v1/FreightRule.ts';

export interface Freight {
  'merchantId'?: (string);
  'measure'?: (_social_orders_v1_FreightMeasure);
  'currency'?: (string);
  'rules'?: (_social_orders_v1_FreightRule)[];
}

export interface Freight__Output {
  'merchantId': (string);
  'measure': (_social_orders_v1_FreightMeasure__Output);
  'currency': (string);
  'rules': (_social_orders_v1_FreightRule__Output)[];
}
