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
import type { Activity as _social_groupbuy_v1_Activity, Activity__Output as _social_groupbuy_v1_Activity__Output } from './social/groupbuy/v1/Activity.ts';
import type { CreateActivityRequest as _social_groupbuy_v1_CreateActivityRequest, CreateActivityRequest__Output as _social_groupbuy_v1_CreateActivityRequest__Output } from './social/groupbuy/v1/CreateActivityRequest.ts';
import type { EndActivityRequest as _social_groupbuy_v1_EndActivityRequest, EndActivityRequest__Output as _social_groupbuy_v1_EndActivityRequest__Output } from './social/groupbuy/v1/EndActivityRequest.ts';
import type { GetActivityRequest as _social_groupbuy_v1_GetActivityRequest, GetActivityRequest__Output as _social_groupbuy_v1_GetActivityRequest__Output } from './social/groupbuy/v1/GetActivityRequest.ts';
import type { GetGroupRequest as _social_groupbuy_v1_GetGroupRequest, GetGroupRequest__Output as _social_groupbuy_v1_GetGroupRequest__Output } from './social/groupbuy/v1/GetGroupRequest.ts';
import type { GetVerdictRequest as _social_groupbuy_v1_GetVerdictRequest, GetVerdictRequest__Output as _social_groupbuy_v1_GetVerdictRequest__Output } from './social/groupbuy/v1/GetVerdictRequest.ts';
import type { Group as _social_groupbuy_v1_Group, Group__Output as _social_groupbuy_v1_Group__Output } from './social/groupbuy/v1/Group.ts';
import type { GroupBuyServiceClient as _social_groupbuy_v1_GroupBuyServiceClient, GroupBuyServiceDefinition as _social_groupbuy_v1_GroupBuyServiceDefinition } from './social/groupbuy/v1/GroupBuyService.ts';
import type { HoldSeatsRequest as _social_groupbuy_v1_HoldSeatsRequest, HoldSeatsRequest__Output as _social_groupbuy_v1_HoldSeatsRequest__Output } from './social/groupbuy/v1/HoldSeatsRequest.ts';
import type { HoldSeatsResponse as _social_groupbuy_v1_HoldSeatsResponse, HoldSeatsResponse__Output as _social_groupbuy_v1_HoldSeatsResponse__Output } from './social/groupbuy/v1/HoldSeatsResponse.ts';
import type { JoinGroupRequest as _social_groupbuy_v1_JoinGroupRequest, JoinGroupRequest__Output as _social_groupbuy_v1_JoinGroupRequest__Output } from './social/groupbuy/v1/JoinGroupRequest.ts';
import type { LeaveGroupRequest as _social_groupbuy_v1_LeaveGroupRequest, LeaveGroupRequest__Output as _social_groupbuy_v1_LeaveGroupRequest__Output } from './social/groupbuy/v1/LeaveGroupRequest.ts';
import type { ListActivitiesRequest as _social_groupbuy_v1_ListActivitiesRequest, ListActivitiesRequest__Output as _social_groupbuy_v1_ListActivitiesRequest__Output } from './social/groupbuy/v1/ListActivitiesRequest.ts';
import type { ListActivitiesResponse as _social_groupbuy_v1_ListActivitiesResponse, ListActivitiesResponse__Output as _social_groupbuy_v1_ListActivitiesResponse__Output } from './social/groupbuy/v1/ListActivitiesResponse.ts';
import type { ListOpenGroupsRequest as _social_groupbuy_v1_ListOpenGroupsRequest, ListOpenGroupsRequest__Output as _social_groupbuy_v1_ListOpenGroupsRequest__Output } from './social/groupbuy/v1/ListOpenGroupsRequest.ts';
import type { ListOpenGroupsResponse as _social_groupbuy_v1_ListOpenGroupsResponse, ListOpenGroupsResponse__Output as _social_groupbuy_v1_ListOpenGroupsResponse__Output } from './social/groupbuy/v1/ListOpenGroupsResponse.ts';
import type { Member as _social_groupbuy_v1_Member, Member__Output as _social_groupbuy_v1_Member__Output } from './social/groupbuy/v1/Member.ts';
import type { OpenGroupRequest as _social_groupbuy_v1_OpenGroupRequest, OpenGroupRequest__Output as _social_groupbuy_v1_OpenGroupRequest__Output } from './social/groupbuy/v1/OpenGroupRequest.ts';
import type { Seat as _social_groupbuy_v1_Seat, Seat__Output as _social_groupbuy_v1_Seat__Output } from './social/groupbuy/v1/Seat.ts';
import type { SeatResult as _social_groupbuy_v1_SeatResult, SeatResult__Output as _social_groupbuy_v1_SeatResult__Output } from './social/groupbuy/v1/SeatResult.ts';
import type { SeatWish as _social_groupbuy_v1_SeatWish, SeatWish__Output as _social_groupbuy_v1_SeatWish__Output } from './social/groupbuy/v1/SeatWish.ts';
import type { Verdict as _social_groupbuy_v1_Verdict, Verdict__Output as _social_groupbuy_v1_Verdict__Output } from './social/groupbuy/v1/Verdict.ts';
import type { WaitingRoom as _social_groupbuy_v1_WaitingRoom, WaitingRoom__Output as _social_groupbuy_v1_WaitingRoom__Output } from './social/groupbuy/v1/WaitingRoom.ts';

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
    groupbuy: {
      v1: {
        Activity: MessageTypeDefinition<_social_groupbuy_v1_Activity, _social_groupbuy_v1_Activity__Output>
        ActivityState: EnumTypeDefinition
        CreateActivityRequest: MessageTypeDefinition<_social_groupbuy_v1_CreateActivityRequest, _social_groupbuy_v1_CreateActivityRequest__Output>
        EndActivityRequest: MessageTypeDefinition<_social_groupbuy_v1_EndActivityRequest, _social_groupbuy_v1_EndActivityRequest__Output>
        GetActivityRequest: MessageTypeDefinition<_social_groupbuy_v1_GetActivityRequest, _social_groupbuy_v1_GetActivityRequest__Output>
        GetGroupRequest: MessageTypeDefinition<_social_groupbuy_v1_GetGroupRequest, _social_groupbuy_v1_GetGroupRequest__Output>
        GetVerdictRequest: MessageTypeDefinition<_social_groupbuy_v1_GetVerdictRequest, _social_groupbuy_v1_GetVerdictRequest__Output>
        Group: MessageTypeDefinition<_social_groupbuy_v1_Group, _social_groupbuy_v1_Group__Output>
        /**
         * Group-buy activities, their groups, and the seats in them.
         */
        GroupBuyService: SubtypeConstructor<typeof grpc.Client, _social_groupbuy_v1_GroupBuyServiceClient> & { service: _social_groupbuy_v1_GroupBuyServiceDefinition }
        GroupState: EnumTypeDefinition
        HoldSeatsRequest: MessageTypeDefinition<_social_groupbuy_v1_HoldSeatsRequest, _social_groupbuy_v1_HoldSeatsRequest__Output>
        HoldSeatsResponse: MessageTypeDefinition<_social_groupbuy_v1_HoldSeatsResponse, _social_groupbuy_v1_HoldSeatsResponse__Output>
        JoinGroupRequest: MessageTypeDefinition<_social_groupbuy_v1_JoinGroupRequest, _social_groupbuy_v1_JoinGroupRequest__Output>
        LeaveGroupRequest: MessageTypeDefinition<_social_groupbuy_v1_LeaveGroupRequest, _social_groupbuy_v1_LeaveGroupRequest__Output>
        ListActivitiesRequest: MessageTypeDefinition<_social_groupbuy_v1_ListActivitiesRequest, _social_groupbuy_v1_ListActivitiesRequest__Output>
        ListActivitiesResponse: MessageTypeDefinition<_social_groupbuy_v1_ListActivitiesResponse, _social_groupbuy_v1_ListActivitiesResponse__Output>
        ListOpenGroupsRequest: MessageTypeDefinition<_social_groupbuy_v1_ListOpenGroupsRequest, _social_groupbuy_v1_ListOpenGroupsRequest__Output>
        ListOpenGroupsResponse: MessageTypeDefinition<_social_groupbuy_v1_ListOpenGroupsResponse, _social_groupbuy_v1_ListOpenGroupsResponse__Output>
        Member: MessageTypeDefinition<_social_groupbuy_v1_Member, _social_groupbuy_v1_Member__Output>
        OpenGroupRequest: MessageTypeDefinition<_social_groupbuy_v1_OpenGroupRequest, _social_groupbuy_v1_OpenGroupRequest__Output>
        Seat: MessageTypeDefinition<_social_groupbuy_v1_Seat, _social_groupbuy_v1_Seat__Output>
        SeatResult: MessageTypeDefinition<_social_groupbuy_v1_SeatResult, _social_groupbuy_v1_SeatResult__Output>
        SeatWish: MessageTypeDefinition<_social_groupbuy_v1_SeatWish, _social_groupbuy_v1_SeatWish__Output>
        Verdict: MessageTypeDefinition<_social_groupbuy_v1_Verdict, _social_groupbuy_v1_Verdict__Output>
        WaitingRoom: MessageTypeDefinition<_social_groupbuy_v1_WaitingRoom, _social_groupbuy_v1_WaitingRoom__Output>
      }
    }
  }
}

