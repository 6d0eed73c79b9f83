// Original file: protos/social/common/v1/common.proto

import type { StockClaim as _social_common_v1_StockClaim, StockClaim__Output as _social_common_v1_StockClaim__Output } from '../../../social/common/v1/StockClaim.ts';

export interface ListStockClaimsResponse {
  'claims'?: (_social_common_v1_StockClaim)[];
}

export interface ListStockClaimsResponse__Output {
  'claims': (_social_common_v1_StockClaim__Output)[];
}
