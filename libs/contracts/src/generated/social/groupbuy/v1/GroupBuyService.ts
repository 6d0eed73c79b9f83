// Original file: protos/social/groupbuy/v1/group_buy.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Activity as _social_groupbuy_v1_Activity, Activity__Output as _social_groupbuy_v1_Activity__Output } from '../../../social/groupbuy/v1/Activity.ts';
import type { CreateActivityRequest as _social_groupbuy_v1_CreateActivityRequest, CreateActivityRequest__Output as _social_groupbuy_v1_CreateActivityRequest__Output } from '../../../social/groupbuy/v1/CreateActivityRequest.ts';
import type { EndActivityRequest as _social_groupbuy_v1_EndActivityRequest, EndActivityRequest__Output as _social_groupbuy_v1_EndActivityRequest__Output } from '../../../social/groupbuy/v1/EndActivityRequest.ts';
import type { GetActivityRequest as _social_groupbuy_v1_GetActivityRequest, GetActivityRequest__Output as _social_groupbuy_v1_GetActivityRequest__Output } from '../../../social/groupbuy/v1/GetActivityRequest.ts';
import type { GetGroupRequest as _social_groupbuy_v1_GetGroupRequest, GetGroupRequest__Output as _social_groupbuy_v1_GetGroupRequest__Output } from '../../../social/groupbuy/v1/GetGroupRequest.ts';
import type { GetVerdictRequest as _social_groupbuy_v1_GetVerdictRequest, GetVerdictRequest__Output as _social_groupbuy_v1_GetVerdictRequest__Output } from '../../../social/groupbuy/v1/GetVerdictRequest.ts';
import type { Group as _social_groupbuy_v1_Group, Group__Output as _social_groupbuy_v1_Group__Output } from '../../../social/groupbuy/v1/Group.ts';
import type { HoldSeatsRequest as _social_groupbuy_v1_HoldSeatsRequest, HoldSeatsRequest__Output as _social_groupbuy_v1_HoldSeatsRequest__Output } from '../../../social/groupbuy/v1/HoldSeatsRequest.ts';
import type { HoldSeatsResponse as _social_groupbuy_v1_HoldSeatsResponse, HoldSeatsResponse__Output as _social_groupbuy_v1_HoldSeatsResponse__Output } from '../../../social/groupbuy/v1/HoldSeatsResponse.ts';
import type { JoinGroupRequest as _social_groupbuy_v1_JoinGroupRequest, JoinGroupRequest__Output as _social_groupbuy_v1_JoinGroupRequest__Output } from '../../../social/groupbuy/v1/JoinGroupRequest.ts';
import type { LeaveGroupRequest as _social_groupbuy_v1_LeaveGroupRequest, LeaveGroupRequest__Output as _social_groupbuy_v1_LeaveGroupRequest__Output } from '../../../social/groupbuy/v1/LeaveGroupRequest.ts';
import type { ListActivitiesRequest as _social_groupbuy_v1_ListActivitiesRequest, ListActivitiesRequest__Output as _social_groupbuy_v1_ListActivitiesRequest__Output } from '../../../social/groupbuy/v1/ListActivitiesRequest.ts';
import type { ListActivitiesResponse as _social_groupbuy_v1_ListActivitiesResponse, ListActivitiesResponse__Output as _social_groupbuy_v1_ListActivitiesResponse__Output } from '../../../social/groupbuy/v1/ListActivitiesResponse.ts';
import type { ListOpenGroupsRequest as _social_groupbuy_v1_ListOpenGroupsRequest, ListOpenGroupsRequest__Output as _social_groupbuy_v1_ListOpenGroupsRequest__Output } from '../../../social/groupbuy/v1/ListOpenGroupsRequest.ts';
import type { ListOpenGroupsResponse as _social_groupbuy_v1_ListOpenGroupsResponse, ListOpenGroupsResponse__Output as _social_groupbuy_v1_ListOpenGroupsResponse__Output } from '../../../social/groupbuy/v1/ListOpenGroupsResponse.ts';
import type { ListStockClaimsRequest as _social_common_v1_ListStockClaimsRequest, ListStockClaimsRequest__Output as _social_common_v1_ListStockClaimsRequest__Output } from '../../../social/common/v1/ListStockClaimsRequest.ts';
import type { ListStockClaimsResponse as _social_common_v1_ListStockClaimsResponse, ListStockClaimsResponse__Output as _social_common_v1_ListStockClaimsResponse__Output } from '../../../social/common/v1/ListStockClaimsResponse.ts';
import type { OpenGroupRequest as _social_groupbuy_v1_OpenGroupRequest, OpenGroupRequest__Output as _social_groupbuy_v1_OpenGroupRequest__Output } from '../../../social/groupbuy/v1/OpenGroupRequest.ts';
import type { Seat as _social_groupbuy_v1_Seat, Seat__Output as _social_groupbuy_v1_Seat__Output } from '../../../social/groupbuy/v1/Seat.ts';
import type { Verdict as _social_groupbuy_v1_Verdict, Verdict__Output as _social_groupbuy_v1_Verdict__Output } from '../../../social/groupbuy/v1/Verdict.ts';

/**
 * Group-buy activities, their groups, and the seats in them.
 */
export interface GroupBuyServiceClient extends grpc.Client {
  /**
   * The merchant's staff. Sets the stock aside from the SKU. Errors: sku-not-found, out-of-stock, activity-invalid.
   */
  CreateActivity(argument: _social_groupbuy_v1_CreateActivityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  CreateActivity(argument: _social_groupbuy_v1_CreateActivityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  CreateActivity(argument: _social_groupbuy_v1_CreateActivityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  CreateActivity(argument: _social_groupbuy_v1_CreateActivityRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  /**
   * The merchant's staff. Sets the stock aside from the SKU. Errors: sku-not-found, out-of-stock, activity-invalid.
   */
  createActivity(argument: _social_groupbuy_v1_CreateActivityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  createActivity(argument: _social_groupbuy_v1_CreateActivityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  createActivity(argument: _social_groupbuy_v1_CreateActivityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  createActivity(argument: _social_groupbuy_v1_CreateActivityRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  
  /**
   * The merchant's staff or an operator: ends it at once; its open groups are refunded. Errors: activity-not-found.
   */
  EndActivity(argument: _social_groupbuy_v1_EndActivityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  EndActivity(argument: _social_groupbuy_v1_EndActivityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  EndActivity(argument: _social_groupbuy_v1_EndActivityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  EndActivity(argument: _social_groupbuy_v1_EndActivityRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  /**
   * The merchant's staff or an operator: ends it at once; its open groups are refunded. Errors: activity-not-found.
   */
  endActivity(argument: _social_groupbuy_v1_EndActivityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  endActivity(argument: _social_groupbuy_v1_EndActivityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  endActivity(argument: _social_groupbuy_v1_EndActivityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  endActivity(argument: _social_groupbuy_v1_EndActivityRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  
  GetActivity(argument: _social_groupbuy_v1_GetActivityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  GetActivity(argument: _social_groupbuy_v1_GetActivityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  GetActivity(argument: _social_groupbuy_v1_GetActivityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  GetActivity(argument: _social_groupbuy_v1_GetActivityRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  getActivity(argument: _social_groupbuy_v1_GetActivityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  getActivity(argument: _social_groupbuy_v1_GetActivityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  getActivity(argument: _social_groupbuy_v1_GetActivityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  getActivity(argument: _social_groupbuy_v1_GetActivityRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Activity__Output>): grpc.ClientUnaryCall;
  
  GetGroup(argument: _social_groupbuy_v1_GetGroupRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  GetGroup(argument: _social_groupbuy_v1_GetGroupRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  GetGroup(argument: _social_groupbuy_v1_GetGroupRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  GetGroup(argument: _social_groupbuy_v1_GetGroupRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  getGroup(argument: _social_groupbuy_v1_GetGroupRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  getGroup(argument: _social_groupbuy_v1_GetGroupRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  getGroup(argument: _social_groupbuy_v1_GetGroupRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  getGroup(argument: _social_groupbuy_v1_GetGroupRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gateways only: what nobody can have just now, unless they have it already. Errors: group-not-found,
   * activity-not-found, seats-rebuilding.
   */
  GetVerdict(argument: _social_groupbuy_v1_GetVerdictRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Verdict__Output>): grpc.ClientUnaryCall;
  GetVerdict(argument: _social_groupbuy_v1_GetVerdictRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Verdict__Output>): grpc.ClientUnaryCall;
  GetVerdict(argument: _social_groupbuy_v1_GetVerdictRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Verdict__Output>): grpc.ClientUnaryCall;
  GetVerdict(argument: _social_groupbuy_v1_GetVerdictRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Verdict__Output>): grpc.ClientUnaryCall;
  /**
   * Gateways only: what nobody can have just now, unless they have it already. Errors: group-not-found,
   * activity-not-found, seats-rebuilding.
   */
  getVerdict(argument: _social_groupbuy_v1_GetVerdictRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Verdict__Output>): grpc.ClientUnaryCall;
  getVerdict(argument: _social_groupbuy_v1_GetVerdictRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Verdict__Output>): grpc.ClientUnaryCall;
  getVerdict(argument: _social_groupbuy_v1_GetVerdictRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Verdict__Output>): grpc.ClientUnaryCall;
  getVerdict(argument: _social_groupbuy_v1_GetVerdictRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Verdict__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gateways only: opens and joins of many people in one call. Each wish has a result of its own, in order, with the
   * errors of OpenGroup and JoinGroup.
   */
  HoldSeats(argument: _social_groupbuy_v1_HoldSeatsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_HoldSeatsResponse__Output>): grpc.ClientUnaryCall;
  HoldSeats(argument: _social_groupbuy_v1_HoldSeatsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_HoldSeatsResponse__Output>): grpc.ClientUnaryCall;
  HoldSeats(argument: _social_groupbuy_v1_HoldSeatsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_HoldSeatsResponse__Output>): grpc.ClientUnaryCall;
  HoldSeats(argument: _social_groupbuy_v1_HoldSeatsRequest, callback: grpc.requestCallback<_social_groupbuy_v1_HoldSeatsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Gateways only: opens and joins of many people in one call. Each wish has a result of its own, in order, with the
   * errors of OpenGroup and JoinGroup.
   */
  holdSeats(argument: _social_groupbuy_v1_HoldSeatsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_HoldSeatsResponse__Output>): grpc.ClientUnaryCall;
  holdSeats(argument: _social_groupbuy_v1_HoldSeatsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_HoldSeatsResponse__Output>): grpc.ClientUnaryCall;
  holdSeats(argument: _social_groupbuy_v1_HoldSeatsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_HoldSeatsResponse__Output>): grpc.ClientUnaryCall;
  holdSeats(argument: _social_groupbuy_v1_HoldSeatsRequest, callback: grpc.requestCallback<_social_groupbuy_v1_HoldSeatsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Holds a seat in a group. Errors: group-not-found, group-full (with retry_after_ms when a seat may come free),
   * group-closed, group-expired, purchase-limit, already-joined, seats-rebuilding.
   */
  JoinGroup(argument: _social_groupbuy_v1_JoinGroupRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  JoinGroup(argument: _social_groupbuy_v1_JoinGroupRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  JoinGroup(argument: _social_groupbuy_v1_JoinGroupRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  JoinGroup(argument: _social_groupbuy_v1_JoinGroupRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  /**
   * Holds a seat in a group. Errors: group-not-found, group-full (with retry_after_ms when a seat may come free),
   * group-closed, group-expired, purchase-limit, already-joined, seats-rebuilding.
   */
  joinGroup(argument: _social_groupbuy_v1_JoinGroupRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  joinGroup(argument: _social_groupbuy_v1_JoinGroupRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  joinGroup(argument: _social_groupbuy_v1_JoinGroupRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  joinGroup(argument: _social_groupbuy_v1_JoinGroupRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives up a seat that is not paid; its order is cancelled. Errors: group-not-found, seat-paid, seat-not-found.
   */
  LeaveGroup(argument: _social_groupbuy_v1_LeaveGroupRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  LeaveGroup(argument: _social_groupbuy_v1_LeaveGroupRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  LeaveGroup(argument: _social_groupbuy_v1_LeaveGroupRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  LeaveGroup(argument: _social_groupbuy_v1_LeaveGroupRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  /**
   * Gives up a seat that is not paid; its order is cancelled. Errors: group-not-found, seat-paid, seat-not-found.
   */
  leaveGroup(argument: _social_groupbuy_v1_LeaveGroupRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  leaveGroup(argument: _social_groupbuy_v1_LeaveGroupRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  leaveGroup(argument: _social_groupbuy_v1_LeaveGroupRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  leaveGroup(argument: _social_groupbuy_v1_LeaveGroupRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Group__Output>): grpc.ClientUnaryCall;
  
  /**
   * Newest first, keyset-paged.
   */
  ListActivities(argument: _social_groupbuy_v1_ListActivitiesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_ListActivitiesResponse__Output>): grpc.ClientUnaryCall;
  ListActivities(argument: _social_groupbuy_v1_ListActivitiesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_ListActivitiesResponse__Output>): grpc.ClientUnaryCall;
  ListActivities(argument: _social_groupbuy_v1_ListActivitiesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_ListActivitiesResponse__Output>): grpc.ClientUnaryCall;
  ListActivities(argument: _social_groupbuy_v1_ListActivitiesRequest, callback: grpc.requestCallback<_social_groupbuy_v1_ListActivitiesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Newest first, keyset-paged.
   */
  listActivities(argument: _social_groupbuy_v1_ListActivitiesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_ListActivitiesResponse__Output>): grpc.ClientUnaryCall;
  listActivities(argument: _social_groupbuy_v1_ListActivitiesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_ListActivitiesResponse__Output>): grpc.ClientUnaryCall;
  listActivities(argument: _social_groupbuy_v1_ListActivitiesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_ListActivitiesResponse__Output>): grpc.ClientUnaryCall;
  listActivities(argument: _social_groupbuy_v1_ListActivitiesRequest, callback: grpc.requestCallback<_social_groupbuy_v1_ListActivitiesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Groups of an activity that can be joined, those that lack fewest members first.
   */
  ListOpenGroups(argument: _social_groupbuy_v1_ListOpenGroupsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_ListOpenGroupsResponse__Output>): grpc.ClientUnaryCall;
  ListOpenGroups(argument: _social_groupbuy_v1_ListOpenGroupsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_ListOpenGroupsResponse__Output>): grpc.ClientUnaryCall;
  ListOpenGroups(argument: _social_groupbuy_v1_ListOpenGroupsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_ListOpenGroupsResponse__Output>): grpc.ClientUnaryCall;
  ListOpenGroups(argument: _social_groupbuy_v1_ListOpenGroupsRequest, callback: grpc.requestCallback<_social_groupbuy_v1_ListOpenGroupsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Groups of an activity that can be joined, those that lack fewest members first.
   */
  listOpenGroups(argument: _social_groupbuy_v1_ListOpenGroupsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_ListOpenGroupsResponse__Output>): grpc.ClientUnaryCall;
  listOpenGroups(argument: _social_groupbuy_v1_ListOpenGroupsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_ListOpenGroupsResponse__Output>): grpc.ClientUnaryCall;
  listOpenGroups(argument: _social_groupbuy_v1_ListOpenGroupsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_ListOpenGroupsResponse__Output>): grpc.ClientUnaryCall;
  listOpenGroups(argument: _social_groupbuy_v1_ListOpenGroupsRequest, callback: grpc.requestCallback<_social_groupbuy_v1_ListOpenGroupsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Catalog service only: what became of the stock that was set aside for activities.
   */
  ListStockClaims(argument: _social_common_v1_ListStockClaimsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  ListStockClaims(argument: _social_common_v1_ListStockClaimsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  ListStockClaims(argument: _social_common_v1_ListStockClaimsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  ListStockClaims(argument: _social_common_v1_ListStockClaimsRequest, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Catalog service only: what became of the stock that was set aside for activities.
   */
  listStockClaims(argument: _social_common_v1_ListStockClaimsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  listStockClaims(argument: _social_common_v1_ListStockClaimsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  listStockClaims(argument: _social_common_v1_ListStockClaimsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  listStockClaims(argument: _social_common_v1_ListStockClaimsRequest, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Opens a group and holds its head's seat. Errors: activity-not-found, activity-not-open, activity-ended,
   * purchase-limit, sold-out, seats-rebuilding, address-not-found.
   */
  OpenGroup(argument: _social_groupbuy_v1_OpenGroupRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  OpenGroup(argument: _social_groupbuy_v1_OpenGroupRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  OpenGroup(argument: _social_groupbuy_v1_OpenGroupRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  OpenGroup(argument: _social_groupbuy_v1_OpenGroupRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  /**
   * Opens a group and holds its head's seat. Errors: activity-not-found, activity-not-open, activity-ended,
   * purchase-limit, sold-out, seats-rebuilding, address-not-found.
   */
  openGroup(argument: _social_groupbuy_v1_OpenGroupRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  openGroup(argument: _social_groupbuy_v1_OpenGroupRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  openGroup(argument: _social_groupbuy_v1_OpenGroupRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  openGroup(argument: _social_groupbuy_v1_OpenGroupRequest, callback: grpc.requestCallback<_social_groupbuy_v1_Seat__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Group-buy activities, their groups, and the seats in them.
 */
export interface GroupBuyServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * The merchant's staff. Sets the stock aside from the SKU. Errors: sku-not-found, out-of-stock, activity-invalid.
   */
  CreateActivity: grpc.handleUnaryCall<_social_groupbuy_v1_CreateActivityRequest__Output, _social_groupbuy_v1_Activity>;
  
  /**
   * The merchant's staff or an operator: ends it at once; its open groups are refunded. Errors: activity-not-found.
   */
  EndActivity: grpc.handleUnaryCall<_social_groupbuy_v1_EndActivityRequest__Output, _social_groupbuy_v1_Activity>;
  
  GetActivity: grpc.handleUnaryCall<_social_groupbuy_v1_GetActivityRequest__Output, _social_groupbuy_v1_Activity>;
  
  GetGroup: grpc.handleUnaryCall<_social_groupbuy_v1_GetGroupRequest__Output, _social_groupbuy_v1_Group>;
  
  /**
   * Gateways only: what nobody can have just now, unless they have it already. Errors: group-not-found,
   * activity-not-found, seats-rebuilding.
   */
  GetVerdict: grpc.handleUnaryCall<_social_groupbuy_v1_GetVerdictRequest__Output, _social_groupbuy_v1_Verdict>;
  
  /**
   * Gateways only: opens and joins of many people in one call. Each wish has a result of its own, in order, with the
   * errors of OpenGroup and JoinGroup.
   */
  HoldSeats: grpc.handleUnaryCall<_social_groupbuy_v1_HoldSeatsRequest__Output, _social_groupbuy_v1_HoldSeatsResponse>;
  
  /**
   * Holds a seat in a group. Errors: group-not-found, group-full (with retry_after_ms when a seat may come free),
   * group-closed, group-expired, purchase-limit, already-joined, seats-rebuilding.
   */
  JoinGroup: grpc.handleUnaryCall<_social_groupbuy_v1_JoinGroupRequest__Output, _social_groupbuy_v1_Seat>;
  
  /**
   * Gives up a seat that is not paid; its order is cancelled. Errors: group-not-found, seat-paid, seat-not-found.
   */
  LeaveGroup: grpc.handleUnaryCall<_social_groupbuy_v1_LeaveGroupRequest__Output, _social_groupbuy_v1_Group>;
  
  /**
   * Newest first, keyset-paged.
   */
  ListActivities: grpc.handleUnaryCall<_social_groupbuy_v1_ListActivitiesRequest__Output, _social_groupbuy_v1_ListActivitiesResponse>;
  
  /**
   * Groups of an activity that can be joined, those that lack fewest members first.
   */
  ListOpenGroups: grpc.handleUnaryCall<_social_groupbuy_v1_ListOpenGroupsRequest__Output, _social_groupbuy_v1_ListOpenGroupsResponse>;
  
  /**
   * Catalog service only: what became of the stock that was set aside for activities.
   */
  ListStockClaims: grpc.handleUnaryCall<_social_common_v1_ListStockClaimsRequest__Output, _social_common_v1_ListStockClaimsResponse>;
  
  /**
   * Opens a group and holds its head's seat. Errors: activity-not-found, activity-not-open, activity-ended,
   * purchase-limit, sold-out, seats-rebuilding, address-not-found.
   */
  OpenGroup: grpc.handleUnaryCall<_social_groupbuy_v1_OpenGroupRequest__Output, _social_groupbuy_v1_Seat>;
  
}

export interface GroupBuyServiceDefinition extends grpc.ServiceDefinition {
  CreateActivity: MethodDefinition<_social_groupbuy_v1_CreateActivityRequest, _social_groupbuy_v1_Activity, _social_groupbuy_v1_CreateActivityRequest__Output, _social_groupbuy_v1_Activity__Output>
  EndActivity: MethodDefinition<_social_groupbuy_v1_EndActivityRequest, _social_groupbuy_v1_Activity, _social_groupbuy_v1_EndActivityRequest__Output, _social_groupbuy_v1_Activity__Output>
  GetActivity: MethodDefinition<_social_groupbuy_v1_GetActivityRequest, _social_groupbuy_v1_Activity, _social_groupbuy_v1_GetActivityRequest__Output, _social_groupbuy_v1_Activity__Output>
  GetGroup: MethodDefinition<_social_groupbuy_v1_GetGroupRequest, _social_groupbuy_v1_Group, _social_groupbuy_v1_GetGroupRequest__Output, _social_groupbuy_v1_Group__Output>
  GetVerdict: MethodDefinition<_social_groupbuy_v1_GetVerdictRequest, _social_groupbuy_v1_Verdict, _social_groupbuy_v1_GetVerdictRequest__Output, _social_groupbuy_v1_Verdict__Output>
  HoldSeats: MethodDefinition<_social_groupbuy_v1_HoldSeatsRequest, _social_groupbuy_v1_HoldSeatsResponse, _social_groupbuy_v1_HoldSeatsRequest__Output, _social_groupbuy_v1_HoldSeatsResponse__Output>
  JoinGroup: MethodDefinition<_social_groupbuy_v1_JoinGroupRequest, _social_groupbuy_v1_Seat, _social_groupbuy_v1_JoinGroupRequest__Output, _social_groupbuy_v1_Seat__Output>
  LeaveGroup: MethodDefinition<_social_groupbuy_v1_LeaveGroupRequest, _social_groupbuy_v1_Group, _social_groupbuy_v1_LeaveGroupRequest__Output, _social_groupbuy_v1_Group__Output>
  ListActivities: MethodDefinition<_social_groupbuy_v1_ListActivitiesRequest, _social_groupbuy_v1_ListActivitiesResponse, _social_groupbuy_v1_ListActivitiesRequest__Output, _social_groupbuy_v1_ListActivitiesResponse__Output>
  ListOpenGroups: MethodDefinition<_social_groupbuy_v1_ListOpenGroupsRequest, _social_groupbuy_v1_ListOpenGroupsResponse, _social_groupbuy_v1_ListOpenGroupsRequest__Output, _social_groupbuy_v1_ListOpenGroupsResponse__Output>
  ListStockClaims: MethodDefinition<_social_common_v1_ListStockClaimsRequest, _social_common_v1_ListStockClaimsResponse, _social_common_v1_ListStockClaimsRequest__Output, _social_common_v1_ListStockClaimsResponse__Output>
  OpenGroup: MethodDefinition<_social_groupbuy_v1_OpenGroupRequest, _social_groupbuy_v1_Seat, _social_groupbuy_v1_OpenGroupRequest__Output, _social_groupbuy_v1_Seat__Output>
}
