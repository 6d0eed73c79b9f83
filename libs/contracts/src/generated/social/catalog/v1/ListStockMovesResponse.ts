// Original file: protos/social/catalog/v1/catalog.proto

import type { StockMove as _social_catalog_v1_StockMove, StockMove__Output as _social_catalog_v1_StockMove__Output } from '../../../social/catalog/v1/StockMove.ts';

export interface ListStockMovesResponse {
  'moves'?: (_social_catalog_v1_StockMove)[];
  'nextCursor'?: (string);
}

export interface ListStockMovesResponse__Output {
  'moves': (_social_catalog_v1_StockMove__Output)[];
  'nextCursor': (string);
}
