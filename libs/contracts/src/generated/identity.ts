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
import type { Address as _social_identity_v1_Address, Address__Output as _social_identity_v1_Address__Output } from './social/identity/v1/Address.ts';
import type { AddressOfUser as _social_identity_v1_AddressOfUser, AddressOfUser__Output as _social_identity_v1_AddressOfUser__Output } from './social/identity/v1/AddressOfUser.ts';
import type { ChangePhoneRequest as _social_identity_v1_ChangePhoneRequest, ChangePhoneRequest__Output as _social_identity_v1_ChangePhoneRequest__Output } from './social/identity/v1/ChangePhoneRequest.ts';
import type { CreateStaffRequest as _social_identity_v1_CreateStaffRequest, CreateStaffRequest__Output as _social_identity_v1_CreateStaffRequest__Output } from './social/identity/v1/CreateStaffRequest.ts';
import type { DeleteAddressRequest as _social_identity_v1_DeleteAddressRequest, DeleteAddressRequest__Output as _social_identity_v1_DeleteAddressRequest__Output } from './social/identity/v1/DeleteAddressRequest.ts';
import type { DeleteAddressResponse as _social_identity_v1_DeleteAddressResponse, DeleteAddressResponse__Output as _social_identity_v1_DeleteAddressResponse__Output } from './social/identity/v1/DeleteAddressResponse.ts';
import type { GetAddressRequest as _social_identity_v1_GetAddressRequest, GetAddressRequest__Output as _social_identity_v1_GetAddressRequest__Output } from './social/identity/v1/GetAddressRequest.ts';
import type { GetAddressesRequest as _social_identity_v1_GetAddressesRequest, GetAddressesRequest__Output as _social_identity_v1_GetAddressesRequest__Output } from './social/identity/v1/GetAddressesRequest.ts';
import type { GetAddressesResponse as _social_identity_v1_GetAddressesResponse, GetAddressesResponse__Output as _social_identity_v1_GetAddressesResponse__Output } from './social/identity/v1/GetAddressesResponse.ts';
import type { GetJwksRequest as _social_identity_v1_GetJwksRequest, GetJwksRequest__Output as _social_identity_v1_GetJwksRequest__Output } from './social/identity/v1/GetJwksRequest.ts';
import type { GetJwksResponse as _social_identity_v1_GetJwksResponse, GetJwksResponse__Output as _social_identity_v1_GetJwksResponse__Output } from './social/identity/v1/GetJwksResponse.ts';
import type { GetProfileRequest as _social_identity_v1_GetProfileRequest, GetProfileRequest__Output as _social_identity_v1_GetProfileRequest__Output } from './social/identity/v1/GetProfileRequest.ts';
import type { IdentityServiceClient as _social_identity_v1_IdentityServiceClient, IdentityServiceDefinition as _social_identity_v1_IdentityServiceDefinition } from './social/identity/v1/IdentityService.ts';
import type { ListAddressesRequest as _social_identity_v1_ListAddressesRequest, ListAddressesRequest__Output as _social_identity_v1_ListAddressesRequest__Output } from './social/identity/v1/ListAddressesRequest.ts';
import type { ListAddressesResponse as _social_identity_v1_ListAddressesResponse, ListAddressesResponse__Output as _social_identity_v1_ListAddressesResponse__Output } from './social/identity/v1/ListAddressesResponse.ts';
import type { ListRegionsRequest as _social_identity_v1_ListRegionsRequest, ListRegionsRequest__Output as _social_identity_v1_ListRegionsRequest__Output } from './social/identity/v1/ListRegionsRequest.ts';
import type { ListRegionsResponse as _social_identity_v1_ListRegionsResponse, ListRegionsResponse__Output as _social_identity_v1_ListRegionsResponse__Output } from './social/identity/v1/ListRegionsResponse.ts';
import type { LogInWithCodeRequest as _social_identity_v1_LogInWithCodeRequest, LogInWithCodeRequest__Output as _social_identity_v1_LogInWithCodeRequest__Output } from './social/identity/v1/LogInWithCodeRequest.ts';
import type { LogInWithPasswordRequest as _social_identity_v1_LogInWithPasswordRequest, LogInWithPasswordRequest__Output as _social_identity_v1_LogInWithPasswordRequest__Output } from './social/identity/v1/LogInWithPasswordRequest.ts';
import type { LogOutRequest as _social_identity_v1_LogOutRequest, LogOutRequest__Output as _social_identity_v1_LogOutRequest__Output } from './social/identity/v1/LogOutRequest.ts';
import type { LogOutResponse as _social_identity_v1_LogOutResponse, LogOutResponse__Output as _social_identity_v1_LogOutResponse__Output } from './social/identity/v1/LogOutResponse.ts';
import type { MintShoppersRequest as _social_identity_v1_MintShoppersRequest, MintShoppersRequest__Output as _social_identity_v1_MintShoppersRequest__Output } from './social/identity/v1/MintShoppersRequest.ts';
import type { MintShoppersResponse as _social_identity_v1_MintShoppersResponse, MintShoppersResponse__Output as _social_identity_v1_MintShoppersResponse__Output } from './social/identity/v1/MintShoppersResponse.ts';
import type { ReadyShopper as _social_identity_v1_ReadyShopper, ReadyShopper__Output as _social_identity_v1_ReadyShopper__Output } from './social/identity/v1/ReadyShopper.ts';
import type { RefreshSessionRequest as _social_identity_v1_RefreshSessionRequest, RefreshSessionRequest__Output as _social_identity_v1_RefreshSessionRequest__Output } from './social/identity/v1/RefreshSessionRequest.ts';
import type { Region as _social_identity_v1_Region, Region__Output as _social_identity_v1_Region__Output } from './social/identity/v1/Region.ts';
import type { RegisterRequest as _social_identity_v1_RegisterRequest, RegisterRequest__Output as _social_identity_v1_RegisterRequest__Output } from './social/identity/v1/RegisterRequest.ts';
import type { ResetPasswordRequest as _social_identity_v1_ResetPasswordRequest, ResetPasswordRequest__Output as _social_identity_v1_ResetPasswordRequest__Output } from './social/identity/v1/ResetPasswordRequest.ts';
import type { ResetPasswordResponse as _social_identity_v1_ResetPasswordResponse, ResetPasswordResponse__Output as _social_identity_v1_ResetPasswordResponse__Output } from './social/identity/v1/ResetPasswordResponse.ts';
import type { SaveAddressRequest as _social_identity_v1_SaveAddressRequest, SaveAddressRequest__Output as _social_identity_v1_SaveAddressRequest__Output } from './social/identity/v1/SaveAddressRequest.ts';
import type { SendCodeRequest as _social_identity_v1_SendCodeRequest, SendCodeRequest__Output as _social_identity_v1_SendCodeRequest__Output } from './social/identity/v1/SendCodeRequest.ts';
import type { SendCodeResponse as _social_identity_v1_SendCodeResponse, SendCodeResponse__Output as _social_identity_v1_SendCodeResponse__Output } from './social/identity/v1/SendCodeResponse.ts';
import type { Session as _social_identity_v1_Session, Session__Output as _social_identity_v1_Session__Output } from './social/identity/v1/Session.ts';
import type { UpdateProfileRequest as _social_identity_v1_UpdateProfileRequest, UpdateProfileRequest__Output as _social_identity_v1_UpdateProfileRequest__Output } from './social/identity/v1/UpdateProfileRequest.ts';
import type { User as _social_identity_v1_User, User__Output as _social_identity_v1_User__Output } from './social/identity/v1/User.ts';

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
    identity: {
      v1: {
        Address: MessageTypeDefinition<_social_identity_v1_Address, _social_identity_v1_Address__Output>
        AddressOfUser: MessageTypeDefinition<_social_identity_v1_AddressOfUser, _social_identity_v1_AddressOfUser__Output>
        ChangePhoneRequest: MessageTypeDefinition<_social_identity_v1_ChangePhoneRequest, _social_identity_v1_ChangePhoneRequest__Output>
        CodePurpose: EnumTypeDefinition
        CreateStaffRequest: MessageTypeDefinition<_social_identity_v1_CreateStaffRequest, _social_identity_v1_CreateStaffRequest__Output>
        DeleteAddressRequest: MessageTypeDefinition<_social_identity_v1_DeleteAddressRequest, _social_identity_v1_DeleteAddressRequest__Output>
        DeleteAddressResponse: MessageTypeDefinition<_social_identity_v1_DeleteAddressResponse, _social_identity_v1_DeleteAddressResponse__Output>
        GetAddressRequest: MessageTypeDefinition<_social_identity_v1_GetAddressRequest, _social_identity_v1_GetAddressRequest__Output>
        GetAddressesRequest: MessageTypeDefinition<_social_identity_v1_GetAddressesRequest, _social_identity_v1_GetAddressesRequest__Output>
        GetAddressesResponse: MessageTypeDefinition<_social_identity_v1_GetAddressesResponse, _social_identity_v1_GetAddressesResponse__Output>
        GetJwksRequest: MessageTypeDefinition<_social_identity_v1_GetJwksRequest, _social_identity_v1_GetJwksRequest__Output>
        GetJwksResponse: MessageTypeDefinition<_social_identity_v1_GetJwksResponse, _social_identity_v1_GetJwksResponse__Output>
        GetProfileRequest: MessageTypeDefinition<_social_identity_v1_GetProfileRequest, _social_identity_v1_GetProfileRequest__Output>
        /**
         * People, how they prove who they are, and where their parcels go.
         */
        IdentityService: SubtypeConstructor<typeof grpc.Client, _social_identity_v1_IdentityServiceClient> & { service: _social_identity_v1_IdentityServiceDefinition }
        ListAddressesRequest: MessageTypeDefinition<_social_identity_v1_ListAddressesRequest, _social_identity_v1_ListAddressesRequest__Output>
        ListAddressesResponse: MessageTypeDefinition<_social_identity_v1_ListAddressesResponse, _social_identity_v1_ListAddressesResponse__Output>
        ListRegionsRequest: MessageTypeDefinition<_social_identity_v1_ListRegionsRequest, _social_identity_v1_ListRegionsRequest__Output>
        ListRegionsResponse: MessageTypeDefinition<_social_identity_v1_ListRegionsResponse, _social_identity_v1_ListRegionsResponse__Output>
        LogInWithCodeRequest: MessageTypeDefinition<_social_identity_v1_LogInWithCodeRequest, _social_identity_v1_LogInWithCodeRequest__Output>
        LogInWithPasswordRequest: MessageTypeDefinition<_social_identity_v1_LogInWithPasswordRequest, _social_identity_v1_LogInWithPasswordRequest__Output>
        LogOutRequest: MessageTypeDefinition<_social_identity_v1_LogOutRequest, _social_identity_v1_LogOutRequest__Output>
        LogOutResponse: MessageTypeDefinition<_social_identity_v1_LogOutResponse, _social_identity_v1_LogOutResponse__Output>
        MintShoppersRequest: MessageTypeDefinition<_social_identity_v1_MintShoppersRequest, _social_identity_v1_MintShoppersRequest__Output>
        MintShoppersResponse: MessageTypeDefinition<_social_identity_v1_MintShoppersResponse, _social_identity_v1_MintShoppersResponse__Output>
        ReadyShopper: MessageTypeDefinition<_social_identity_v1_ReadyShopper, _social_identity_v1_ReadyShopper__Output>
        RefreshSessionRequest: MessageTypeDefinition<_social_identity_v1_RefreshSessionRequest, _social_identity_v1_RefreshSessionRequest__Output>
        Region: MessageTypeDefinition<_social_identity_v1_Region, _social_identity_v1_Region__Output>
        RegisterRequest: MessageTypeDefinition<_social_identity_v1_RegisterRequest, _social_identity_v1_RegisterRequest__Output>
        ResetPasswordRequest: MessageTypeDefinition<_social_identity_v1_ResetPasswordRequest, _social_identity_v1_ResetPasswordRequest__Output>
        ResetPasswordResponse: MessageTypeDefinition<_social_identity_v1_ResetPasswordResponse, _social_identity_v1_ResetPasswordResponse__Output>
        SaveAddressRequest: MessageTypeDefinition<_social_identity_v1_SaveAddressRequest, _social_identity_v1_SaveAddressRequest__Output>
        SendCodeRequest: MessageTypeDefinition<_social_identity_v1_SendCodeRequest, _social_identity_v1_SendCodeRequest__Output>
        SendCodeResponse: MessageTypeDefinition<_social_identity_v1_SendCodeResponse, _social_identity_v1_SendCodeResponse__Output>
        Session: MessageTypeDefinition<_social_identity_v1_Session, _social_identity_v1_Session__Output>
        UpdateProfileRequest: MessageTypeDefinition<_social_identity_v1_UpdateProfileRequest, _social_identity_v1_UpdateProfileRequest__Output>
        User: MessageTypeDefinition<_social_identity_v1_User, _social_identity_v1_User__Output>
      }
    }
  }
}

