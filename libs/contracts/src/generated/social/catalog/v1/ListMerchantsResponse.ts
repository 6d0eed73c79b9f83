// Original file: protos/social/catalog/v1/catalog.proto

import type { Merchant as _social_catalog_v1_Merchant, Merchant__Output as _social_catalog_v1_Merchant__Output } from '../../../social/catalog/v1/Merchant.ts';

export interface ListMerchantsResponse {
  'merchants'?: (_social_catalog_v1_Merchant)[];
}

export interface ListMerchantsResponse__Output {
  'merchants': (_social_catalog_v1_Merchant__Output)[];
}
