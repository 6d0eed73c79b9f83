import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.ts';
import type { FileChunk as _social_common_v1_FileChunk, FileChunk__Output as _social_common_v1_FileChunk__Output } from './social/common/v1/FileChunk.ts';
import type { ListStockClaimsRequest as _social_common_v1_ListStockClaimsRequest, ListStockClaimsRequest__Output as _social_common_v1_ListStockClaimsRequest__Output } from './social/common/v1/ListStockClaimsRequest.ts';
import type { ListStockClaimsResponse as _social_common_v1_ListStockClaimsResponse, ListStockClaimsResponse__Output as _social_common_v1_ListStockClaimsResponse__Output } from './social/common/v1/ListStockClaimsResponse.ts';
import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from './social/common/v1/Money.ts';
import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from './social/common/v1/RequestKey.ts';
import type { StockClaim as _social_common_v1_StockClaim, StockClaim__Output as _social_common_v1_StockClaim__Output } from './social/common/v1/StockClaim.ts';
import type { StockQuantity as _social_common_v1_StockQuantity, StockQuantity__Output as _social_common_v1_StockQuantity__Output } from './social/common/v1/StockQuantity.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  social: {
    common: {
      v1: {
        FileChunk: MessageTypeDefinition<_social_common_v1_FileChunk, _social_common_v1_FileChunk__Output>
        ListStockClaimsRequest: MessageTypeDefinition<_social_common_v1_ListStockClaimsRequest, _social_common_v1_ListStockClaimsRequest__Output>
        ListStockClaimsResponse: MessageTypeDefinition<_social_common_v1_ListStockClaimsResponse, _social_common_v1_ListStockClaimsResponse__Output>
        Money: MessageTypeDefinition<_social_common_v1_Money, _social_common_v1_Money__Output>
        RequestKey: MessageTypeDefinition<_social_common_v1_RequestKey, _social_common_v1_RequestKey__Output>
        StockClaim: MessageTypeDefinition<_social_common_v1_StockClaim, _social_common_v1_StockClaim__Output>
        StockFate: EnumTypeDefinition
        StockQuantity: MessageTypeDefinition<_social_common_v1_StockQuantity, _social_common_v1_StockQuantity__Output>
      }
    }
  }
}

