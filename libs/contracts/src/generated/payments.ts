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
import type { CreateIntentRequest as _social_payments_v1_CreateIntentRequest, CreateIntentRequest__Output as _social_payments_v1_CreateIntentRequest__Output } from './social/payments/v1/CreateIntentRequest.ts';
import type { GetBalanceRequest as _social_payments_v1_GetBalanceRequest, GetBalanceRequest__Output as _social_payments_v1_GetBalanceRequest__Output } from './social/payments/v1/GetBalanceRequest.ts';
import type { GetBalanceResponse as _social_payments_v1_GetBalanceResponse, GetBalanceResponse__Output as _social_payments_v1_GetBalanceResponse__Output } from './social/payments/v1/GetBalanceResponse.ts';
import type { GetIntentRequest as _social_payments_v1_GetIntentRequest, GetIntentRequest__Output as _social_payments_v1_GetIntentRequest__Output } from './social/payments/v1/GetIntentRequest.ts';
import type { HandleCallbackRequest as _social_payments_v1_HandleCallbackRequest, HandleCallbackRequest__Output as _social_payments_v1_HandleCallbackRequest__Output } from './social/payments/v1/HandleCallbackRequest.ts';
import type { HandleCallbackResponse as _social_payments_v1_HandleCallbackResponse, HandleCallbackResponse__Output as _social_payments_v1_HandleCallbackResponse__Output } from './social/payments/v1/HandleCallbackResponse.ts';
import type { Intent as _social_payments_v1_Intent, Intent__Output as _social_payments_v1_Intent__Output } from './social/payments/v1/Intent.ts';
import type { IntentOrder as _social_payments_v1_IntentOrder, IntentOrder__Output as _social_payments_v1_IntentOrder__Output } from './social/payments/v1/IntentOrder.ts';
import type { IntentRefund as _social_payments_v1_IntentRefund, IntentRefund__Output as _social_payments_v1_IntentRefund__Output } from './social/payments/v1/IntentRefund.ts';
import type { PaymentsServiceClient as _social_payments_v1_PaymentsServiceClient, PaymentsServiceDefinition as _social_payments_v1_PaymentsServiceDefinition } from './social/payments/v1/PaymentsService.ts';

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
    payments: {
      v1: {
        CreateIntentRequest: MessageTypeDefinition<_social_payments_v1_CreateIntentRequest, _social_payments_v1_CreateIntentRequest__Output>
        GetBalanceRequest: MessageTypeDefinition<_social_payments_v1_GetBalanceRequest, _social_payments_v1_GetBalanceRequest__Output>
        GetBalanceResponse: MessageTypeDefinition<_social_payments_v1_GetBalanceResponse, _social_payments_v1_GetBalanceResponse__Output>
        GetIntentRequest: MessageTypeDefinition<_social_payments_v1_GetIntentRequest, _social_payments_v1_GetIntentRequest__Output>
        HandleCallbackRequest: MessageTypeDefinition<_social_payments_v1_HandleCallbackRequest, _social_payments_v1_HandleCallbackRequest__Output>
        HandleCallbackResponse: MessageTypeDefinition<_social_payments_v1_HandleCallbackResponse, _social_payments_v1_HandleCallbackResponse__Output>
        Intent: MessageTypeDefinition<_social_payments_v1_Intent, _social_payments_v1_Intent__Output>
        IntentOrder: MessageTypeDefinition<_social_payments_v1_IntentOrder, _social_payments_v1_IntentOrder__Output>
        IntentRefund: MessageTypeDefinition<_social_payments_v1_IntentRefund, _social_payments_v1_IntentRefund__Output>
        IntentState: EnumTypeDefinition
        /**
         * Money in and money back through payment providers.
         */
        PaymentsService: SubtypeConstructor<typeof grpc.Client, _social_payments_v1_PaymentsServiceClient> & { service: _social_payments_v1_PaymentsServiceDefinition }
      }
    }
  }
}

