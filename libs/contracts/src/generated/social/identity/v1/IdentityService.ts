// Original file: protos/social/identity/v1/identity.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Address as _social_identity_v1_Address, Address__Output as _social_identity_v1_Address__Output } from '../../../social/identity/v1/Address.ts';
import type { ChangePhoneRequest as _social_identity_v1_ChangePhoneRequest, ChangePhoneRequest__Output as _social_identity_v1_ChangePhoneRequest__Output } from '../../../social/identity/v1/ChangePhoneRequest.ts';
import type { CreateStaffRequest as _social_identity_v1_CreateStaffRequest, CreateStaffRequest__Output as _social_identity_v1_CreateStaffRequest__Output } from '../../../social/identity/v1/CreateStaffRequest.ts';
import type { DeleteAddressRequest as _social_identity_v1_DeleteAddressRequest, DeleteAddressRequest__Output as _social_identity_v1_DeleteAddressRequest__Output } from '../../../social/identity/v1/DeleteAddressRequest.ts';
import type { DeleteAddressResponse as _social_identity_v1_DeleteAddressResponse, DeleteAddressResponse__Output as _social_identity_v1_DeleteAddressResponse__Output } from '../../../social/identity/v1/DeleteAddressResponse.ts';
import type { GetAddressRequest as _social_identity_v1_GetAddressRequest, GetAddressRequest__Output as _social_identity_v1_GetAddressRequest__Output } from '../../../social/identity/v1/GetAddressRequest.ts';
import type { GetAddressesRequest as _social_identity_v1_GetAddressesRequest, GetAddressesRequest__Output as _social_identity_v1_GetAddressesRequest__Output } from '../../../social/identity/v1/GetAddressesRequest.ts';
import type { GetAddressesResponse as _social_identity_v1_GetAddressesResponse, GetAddressesResponse__Output as _social_identity_v1_GetAddressesResponse__Output } from '../../../social/identity/v1/GetAddressesResponse.ts';
import type { GetJwksRequest as _social_identity_v1_GetJwksRequest, GetJwksRequest__Output as _social_identity_v1_GetJwksRequest__Output } from '../../../social/identity/v1/GetJwksRequest.ts';
import type { GetJwksResponse as _social_identity_v1_GetJwksResponse, GetJwksResponse__Output as _social_identity_v1_GetJwksResponse__Output } from '../../../social/identity/v1/GetJwksResponse.ts';
import type { GetProfileRequest as _social_identity_v1_GetProfileRequest, GetProfileRequest__Output as _social_identity_v1_GetProfileRequest__Output } from '../../../social/identity/v1/GetProfileRequest.ts';
import type { ListAddressesRequest as _social_identity_v1_ListAddressesRequest, ListAddressesRequest__Output as _social_identity_v1_ListAddressesRequest__Output } from '../../../social/identity/v1/ListAddressesRequest.ts';
import type { ListAddressesResponse as _social_identity_v1_ListAddressesResponse, ListAddressesResponse__Output as _social_identity_v1_ListAddressesResponse__Output } from '../../../social/identity/v1/ListAddressesResponse.ts';
import type { ListRegionsRequest as _social_identity_v1_ListRegionsRequest, ListRegionsRequest__Output as _social_identity_v1_ListRegionsRequest__Output } from '../../../social/identity/v1/ListRegionsRequest.ts';
import type { ListRegionsResponse as _social_identity_v1_ListRegionsResponse, ListRegionsResponse__Output as _social_identity_v1_ListRegionsResponse__Output } from '../../../social/identity/v1/ListRegionsResponse.ts';
import type { LogInWithCodeRequest as _social_identity_v1_LogInWithCodeRequest, LogInWithCodeRequest__Output as _social_identity_v1_LogInWithCodeRequest__Output } from '../../../social/identity/v1/LogInWithCodeRequest.ts';
import type { LogInWithPasswordRequest as _social_identity_v1_LogInWithPasswordRequest, LogInWithPasswordRequest__Output as _social_identity_v1_LogInWithPasswordRequest__Output } from '../../../social/identity/v1/LogInWithPasswordRequest.ts';
import type { LogOutRequest as _social_identity_v1_LogOutRequest, LogOutRequest__Output as _social_identity_v1_LogOutRequest__Output } from '../../../social/identity/v1/LogOutRequest.ts';
import type { LogOutResponse as _social_identity_v1_LogOutResponse, LogOutResponse__Output as _social_identity_v1_LogOutResponse__Output } from '../../../social/identity/v1/LogOutResponse.ts';
import type { MintShoppersRequest as _social_identity_v1_MintShoppersRequest, MintShoppersRequest__Output as _social_identity_v1_MintShoppersRequest__Output } from '../../../social/identity/v1/MintShoppersRequest.ts';
import type { MintShoppersResponse as _social_identity_v1_MintShoppersResponse, MintShoppersResponse__Output as _social_identity_v1_MintShoppersResponse__Output } from '../../../social/identity/v1/MintShoppersResponse.ts';
import type { RefreshSessionRequest as _social_identity_v1_RefreshSessionRequest, RefreshSessionRequest__Output as _social_identity_v1_RefreshSessionRequest__Output } from '../../../social/identity/v1/RefreshSessionRequest.ts';
import type { RegisterRequest as _social_identity_v1_RegisterRequest, RegisterRequest__Output as _social_identity_v1_RegisterRequest__Output } from '../../../social/identity/v1/RegisterRequest.ts';
import type { ResetPasswordRequest as _social_identity_v1_ResetPasswordRequest, ResetPasswordRequest__Output as _social_identity_v1_ResetPasswordRequest__Output } from '../../../social/identity/v1/ResetPasswordRequest.ts';
import type { ResetPasswordResponse as _social_identity_v1_ResetPasswordResponse, ResetPasswordResponse__Output as _social_identity_v1_ResetPasswordResponse__Output } from '../../../social/identity/v1/ResetPasswordResponse.ts';
import type { SaveAddressRequest as _social_identity_v1_SaveAddressRequest, SaveAddressRequest__Output as _social_identity_v1_SaveAddressRequest__Output } from '../../../social/identity/v1/SaveAddressRequest.ts';
import type { SendCodeRequest as _social_identity_v1_SendCodeRequest, SendCodeRequest__Output as _social_identity_v1_SendCodeRequest__Output } from '../../../social/identity/v1/SendCodeRequest.ts';
import type { SendCodeResponse as _social_identity_v1_SendCodeResponse, SendCodeResponse__Output as _social_identity_v1_SendCodeResponse__Output } from '../../../social/identity/v1/SendCodeResponse.ts';
import type { Session as _social_identity_v1_Session, Session__Output as _social_identity_v1_Session__Output } from '../../../social/identity/v1/Session.ts';
import type { UpdateProfileRequest as _social_identity_v1_UpdateProfileRequest, UpdateProfileRequest__Output as _social_identity_v1_UpdateProfileRequest__Output } from '../../../social/identity/v1/UpdateProfileRequest.ts';
import type { User as _social_identity_v1_User, User__Output as _social_identity_v1_User__Output } from '../../../social/identity/v1/User.ts';

/**
 * People, how they prove who they are, and where their parcels go.
 */
export interface IdentityServiceClient extends grpc.Client {
  /**
   * Moves the caller's account to another phone. Errors: code-wrong, phone-taken, credentials-wrong.
   */
  ChangePhone(argument: _social_identity_v1_ChangePhoneRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  ChangePhone(argument: _social_identity_v1_ChangePhoneRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  ChangePhone(argument: _social_identity_v1_ChangePhoneRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  ChangePhone(argument: _social_identity_v1_ChangePhoneRequest, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  /**
   * Moves the caller's account to another phone. Errors: code-wrong, phone-taken, credentials-wrong.
   */
  changePhone(argument: _social_identity_v1_ChangePhoneRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  changePhone(argument: _social_identity_v1_ChangePhoneRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  changePhone(argument: _social_identity_v1_ChangePhoneRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  changePhone(argument: _social_identity_v1_ChangePhoneRequest, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  
  /**
   * Operators only: makes or changes a staff account of a merchant, or another operator. Errors: forbidden, phone-taken.
   */
  CreateStaff(argument: _social_identity_v1_CreateStaffRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  CreateStaff(argument: _social_identity_v1_CreateStaffRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  CreateStaff(argument: _social_identity_v1_CreateStaffRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  CreateStaff(argument: _social_identity_v1_CreateStaffRequest, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  /**
   * Operators only: makes or changes a staff account of a merchant, or another operator. Errors: forbidden, phone-taken.
   */
  createStaff(argument: _social_identity_v1_CreateStaffRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  createStaff(argument: _social_identity_v1_CreateStaffRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  createStaff(argument: _social_identity_v1_CreateStaffRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  createStaff(argument: _social_identity_v1_CreateStaffRequest, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  
  DeleteAddress(argument: _social_identity_v1_DeleteAddressRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_DeleteAddressResponse__Output>): grpc.ClientUnaryCall;
  DeleteAddress(argument: _social_identity_v1_DeleteAddressRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_DeleteAddressResponse__Output>): grpc.ClientUnaryCall;
  DeleteAddress(argument: _social_identity_v1_DeleteAddressRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_DeleteAddressResponse__Output>): grpc.ClientUnaryCall;
  DeleteAddress(argument: _social_identity_v1_DeleteAddressRequest, callback: grpc.requestCallback<_social_identity_v1_DeleteAddressResponse__Output>): grpc.ClientUnaryCall;
  deleteAddress(argument: _social_identity_v1_DeleteAddressRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_DeleteAddressResponse__Output>): grpc.ClientUnaryCall;
  deleteAddress(argument: _social_identity_v1_DeleteAddressRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_DeleteAddressResponse__Output>): grpc.ClientUnaryCall;
  deleteAddress(argument: _social_identity_v1_DeleteAddressRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_DeleteAddressResponse__Output>): grpc.ClientUnaryCall;
  deleteAddress(argument: _social_identity_v1_DeleteAddressRequest, callback: grpc.requestCallback<_social_identity_v1_DeleteAddressResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * One address of the caller, for an order's snapshot. Errors: address-not-found.
   */
  GetAddress(argument: _social_identity_v1_GetAddressRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  GetAddress(argument: _social_identity_v1_GetAddressRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  GetAddress(argument: _social_identity_v1_GetAddressRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  GetAddress(argument: _social_identity_v1_GetAddressRequest, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  /**
   * One address of the caller, for an order's snapshot. Errors: address-not-found.
   */
  getAddress(argument: _social_identity_v1_GetAddressRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  getAddress(argument: _social_identity_v1_GetAddressRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  getAddress(argument: _social_identity_v1_GetAddressRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  getAddress(argument: _social_identity_v1_GetAddressRequest, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  
  /**
   * Services only: one address each of many people, for the snapshots of their orders. Answers stand in the order of
   * the requests; one that its person does not have has an empty address_id.
   */
  GetAddresses(argument: _social_identity_v1_GetAddressesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_GetAddressesResponse__Output>): grpc.ClientUnaryCall;
  GetAddresses(argument: _social_identity_v1_GetAddressesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_GetAddressesResponse__Output>): grpc.ClientUnaryCall;
  GetAddresses(argument: _social_identity_v1_GetAddressesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_GetAddressesResponse__Output>): grpc.ClientUnaryCall;
  GetAddresses(argument: _social_identity_v1_GetAddressesRequest, callback: grpc.requestCallback<_social_identity_v1_GetAddressesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Services only: one address each of many people, for the snapshots of their orders. Answers stand in the order of
   * the requests; one that its person does not have has an empty address_id.
   */
  getAddresses(argument: _social_identity_v1_GetAddressesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_GetAddressesResponse__Output>): grpc.ClientUnaryCall;
  getAddresses(argument: _social_identity_v1_GetAddressesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_GetAddressesResponse__Output>): grpc.ClientUnaryCall;
  getAddresses(argument: _social_identity_v1_GetAddressesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_GetAddressesResponse__Output>): grpc.ClientUnaryCall;
  getAddresses(argument: _social_identity_v1_GetAddressesRequest, callback: grpc.requestCallback<_social_identity_v1_GetAddressesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The public keys of access tokens as a JWKS document (RFC 7517).
   */
  GetJwks(argument: _social_identity_v1_GetJwksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_GetJwksResponse__Output>): grpc.ClientUnaryCall;
  GetJwks(argument: _social_identity_v1_GetJwksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_GetJwksResponse__Output>): grpc.ClientUnaryCall;
  GetJwks(argument: _social_identity_v1_GetJwksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_GetJwksResponse__Output>): grpc.ClientUnaryCall;
  GetJwks(argument: _social_identity_v1_GetJwksRequest, callback: grpc.requestCallback<_social_identity_v1_GetJwksResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The public keys of access tokens as a JWKS document (RFC 7517).
   */
  getJwks(argument: _social_identity_v1_GetJwksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_GetJwksResponse__Output>): grpc.ClientUnaryCall;
  getJwks(argument: _social_identity_v1_GetJwksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_GetJwksResponse__Output>): grpc.ClientUnaryCall;
  getJwks(argument: _social_identity_v1_GetJwksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_GetJwksResponse__Output>): grpc.ClientUnaryCall;
  getJwks(argument: _social_identity_v1_GetJwksRequest, callback: grpc.requestCallback<_social_identity_v1_GetJwksResponse__Output>): grpc.ClientUnaryCall;
  
  GetProfile(argument: _social_identity_v1_GetProfileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  GetProfile(argument: _social_identity_v1_GetProfileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  GetProfile(argument: _social_identity_v1_GetProfileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  GetProfile(argument: _social_identity_v1_GetProfileRequest, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  getProfile(argument: _social_identity_v1_GetProfileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  getProfile(argument: _social_identity_v1_GetProfileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  getProfile(argument: _social_identity_v1_GetProfileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  getProfile(argument: _social_identity_v1_GetProfileRequest, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  
  ListAddresses(argument: _social_identity_v1_ListAddressesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_ListAddressesResponse__Output>): grpc.ClientUnaryCall;
  ListAddresses(argument: _social_identity_v1_ListAddressesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_ListAddressesResponse__Output>): grpc.ClientUnaryCall;
  ListAddresses(argument: _social_identity_v1_ListAddressesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_ListAddressesResponse__Output>): grpc.ClientUnaryCall;
  ListAddresses(argument: _social_identity_v1_ListAddressesRequest, callback: grpc.requestCallback<_social_identity_v1_ListAddressesResponse__Output>): grpc.ClientUnaryCall;
  listAddresses(argument: _social_identity_v1_ListAddressesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_ListAddressesResponse__Output>): grpc.ClientUnaryCall;
  listAddresses(argument: _social_identity_v1_ListAddressesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_ListAddressesResponse__Output>): grpc.ClientUnaryCall;
  listAddresses(argument: _social_identity_v1_ListAddressesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_ListAddressesResponse__Output>): grpc.ClientUnaryCall;
  listAddresses(argument: _social_identity_v1_ListAddressesRequest, callback: grpc.requestCallback<_social_identity_v1_ListAddressesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Provinces, or the children of a region code.
   */
  ListRegions(argument: _social_identity_v1_ListRegionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_ListRegionsResponse__Output>): grpc.ClientUnaryCall;
  ListRegions(argument: _social_identity_v1_ListRegionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_ListRegionsResponse__Output>): grpc.ClientUnaryCall;
  ListRegions(argument: _social_identity_v1_ListRegionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_ListRegionsResponse__Output>): grpc.ClientUnaryCall;
  ListRegions(argument: _social_identity_v1_ListRegionsRequest, callback: grpc.requestCallback<_social_identity_v1_ListRegionsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Provinces, or the children of a region code.
   */
  listRegions(argument: _social_identity_v1_ListRegionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_ListRegionsResponse__Output>): grpc.ClientUnaryCall;
  listRegions(argument: _social_identity_v1_ListRegionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_ListRegionsResponse__Output>): grpc.ClientUnaryCall;
  listRegions(argument: _social_identity_v1_ListRegionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_ListRegionsResponse__Output>): grpc.ClientUnaryCall;
  listRegions(argument: _social_identity_v1_ListRegionsRequest, callback: grpc.requestCallback<_social_identity_v1_ListRegionsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Errors: code-wrong, credentials-wrong.
   */
  LogInWithCode(argument: _social_identity_v1_LogInWithCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  LogInWithCode(argument: _social_identity_v1_LogInWithCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  LogInWithCode(argument: _social_identity_v1_LogInWithCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  LogInWithCode(argument: _social_identity_v1_LogInWithCodeRequest, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  /**
   * Errors: code-wrong, credentials-wrong.
   */
  logInWithCode(argument: _social_identity_v1_LogInWithCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  logInWithCode(argument: _social_identity_v1_LogInWithCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  logInWithCode(argument: _social_identity_v1_LogInWithCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  logInWithCode(argument: _social_identity_v1_LogInWithCodeRequest, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  
  /**
   * Errors: credentials-wrong, log-in-busy (hashing queue full; retry).
   */
  LogInWithPassword(argument: _social_identity_v1_LogInWithPasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  LogInWithPassword(argument: _social_identity_v1_LogInWithPasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  LogInWithPassword(argument: _social_identity_v1_LogInWithPasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  LogInWithPassword(argument: _social_identity_v1_LogInWithPasswordRequest, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  /**
   * Errors: credentials-wrong, log-in-busy (hashing queue full; retry).
   */
  logInWithPassword(argument: _social_identity_v1_LogInWithPasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  logInWithPassword(argument: _social_identity_v1_LogInWithPasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  logInWithPassword(argument: _social_identity_v1_LogInWithPasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  logInWithPassword(argument: _social_identity_v1_LogInWithPasswordRequest, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  
  /**
   * Ends the family of a refresh token; unknown tokens are no error.
   */
  LogOut(argument: _social_identity_v1_LogOutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  LogOut(argument: _social_identity_v1_LogOutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  LogOut(argument: _social_identity_v1_LogOutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  LogOut(argument: _social_identity_v1_LogOutRequest, callback: grpc.requestCallback<_social_identity_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Ends the family of a refresh token; unknown tokens are no error.
   */
  logOut(argument: _social_identity_v1_LogOutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  logOut(argument: _social_identity_v1_LogOutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  logOut(argument: _social_identity_v1_LogOutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  logOut(argument: _social_identity_v1_LogOutRequest, callback: grpc.requestCallback<_social_identity_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Operators only, on development stacks only: a crowd for load tests. Errors: forbidden, request-invalid.
   */
  MintShoppers(argument: _social_identity_v1_MintShoppersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_MintShoppersResponse__Output>): grpc.ClientUnaryCall;
  MintShoppers(argument: _social_identity_v1_MintShoppersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_MintShoppersResponse__Output>): grpc.ClientUnaryCall;
  MintShoppers(argument: _social_identity_v1_MintShoppersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_MintShoppersResponse__Output>): grpc.ClientUnaryCall;
  MintShoppers(argument: _social_identity_v1_MintShoppersRequest, callback: grpc.requestCallback<_social_identity_v1_MintShoppersResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Operators only, on development stacks only: a crowd for load tests. Errors: forbidden, request-invalid.
   */
  mintShoppers(argument: _social_identity_v1_MintShoppersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_MintShoppersResponse__Output>): grpc.ClientUnaryCall;
  mintShoppers(argument: _social_identity_v1_MintShoppersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_MintShoppersResponse__Output>): grpc.ClientUnaryCall;
  mintShoppers(argument: _social_identity_v1_MintShoppersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_MintShoppersResponse__Output>): grpc.ClientUnaryCall;
  mintShoppers(argument: _social_identity_v1_MintShoppersRequest, callback: grpc.requestCallback<_social_identity_v1_MintShoppersResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Rotates a refresh token. A token used twice ends its whole family. Errors: refresh-token-invalid, refresh-token-reused.
   */
  RefreshSession(argument: _social_identity_v1_RefreshSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  RefreshSession(argument: _social_identity_v1_RefreshSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  RefreshSession(argument: _social_identity_v1_RefreshSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  RefreshSession(argument: _social_identity_v1_RefreshSessionRequest, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  /**
   * Rotates a refresh token. A token used twice ends its whole family. Errors: refresh-token-invalid, refresh-token-reused.
   */
  refreshSession(argument: _social_identity_v1_RefreshSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  refreshSession(argument: _social_identity_v1_RefreshSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  refreshSession(argument: _social_identity_v1_RefreshSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  refreshSession(argument: _social_identity_v1_RefreshSessionRequest, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a shopper's account; the code proves the phone. Errors: phone-taken, code-wrong, password-weak.
   */
  Register(argument: _social_identity_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  Register(argument: _social_identity_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  Register(argument: _social_identity_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  Register(argument: _social_identity_v1_RegisterRequest, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a shopper's account; the code proves the phone. Errors: phone-taken, code-wrong, password-weak.
   */
  register(argument: _social_identity_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  register(argument: _social_identity_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  register(argument: _social_identity_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  register(argument: _social_identity_v1_RegisterRequest, callback: grpc.requestCallback<_social_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  
  /**
   * Sets a new password and ends every session of the account. Errors: code-wrong, password-weak.
   */
  ResetPassword(argument: _social_identity_v1_ResetPasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  ResetPassword(argument: _social_identity_v1_ResetPasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  ResetPassword(argument: _social_identity_v1_ResetPasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  ResetPassword(argument: _social_identity_v1_ResetPasswordRequest, callback: grpc.requestCallback<_social_identity_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Sets a new password and ends every session of the account. Errors: code-wrong, password-weak.
   */
  resetPassword(argument: _social_identity_v1_ResetPasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  resetPassword(argument: _social_identity_v1_ResetPasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  resetPassword(argument: _social_identity_v1_ResetPasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  resetPassword(argument: _social_identity_v1_ResetPasswordRequest, callback: grpc.requestCallback<_social_identity_v1_ResetPasswordResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Creates (empty address_id) or changes one of the caller's addresses. Errors: region-unknown, address-not-found, address-limit.
   */
  SaveAddress(argument: _social_identity_v1_SaveAddressRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  SaveAddress(argument: _social_identity_v1_SaveAddressRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  SaveAddress(argument: _social_identity_v1_SaveAddressRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  SaveAddress(argument: _social_identity_v1_SaveAddressRequest, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  /**
   * Creates (empty address_id) or changes one of the caller's addresses. Errors: region-unknown, address-not-found, address-limit.
   */
  saveAddress(argument: _social_identity_v1_SaveAddressRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  saveAddress(argument: _social_identity_v1_SaveAddressRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  saveAddress(argument: _social_identity_v1_SaveAddressRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  saveAddress(argument: _social_identity_v1_SaveAddressRequest, callback: grpc.requestCallback<_social_identity_v1_Address__Output>): grpc.ClientUnaryCall;
  
  /**
   * Sends a one-time code to a phone. Errors: phone-invalid, code-too-often.
   */
  SendCode(argument: _social_identity_v1_SendCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  SendCode(argument: _social_identity_v1_SendCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  SendCode(argument: _social_identity_v1_SendCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  SendCode(argument: _social_identity_v1_SendCodeRequest, callback: grpc.requestCallback<_social_identity_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Sends a one-time code to a phone. Errors: phone-invalid, code-too-often.
   */
  sendCode(argument: _social_identity_v1_SendCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  sendCode(argument: _social_identity_v1_SendCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  sendCode(argument: _social_identity_v1_SendCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  sendCode(argument: _social_identity_v1_SendCodeRequest, callback: grpc.requestCallback<_social_identity_v1_SendCodeResponse__Output>): grpc.ClientUnaryCall;
  
  UpdateProfile(argument: _social_identity_v1_UpdateProfileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  UpdateProfile(argument: _social_identity_v1_UpdateProfileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  UpdateProfile(argument: _social_identity_v1_UpdateProfileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  UpdateProfile(argument: _social_identity_v1_UpdateProfileRequest, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  updateProfile(argument: _social_identity_v1_UpdateProfileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  updateProfile(argument: _social_identity_v1_UpdateProfileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  updateProfile(argument: _social_identity_v1_UpdateProfileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  updateProfile(argument: _social_identity_v1_UpdateProfileRequest, callback: grpc.requestCallback<_social_identity_v1_User__Output>): grpc.ClientUnaryCall;
  
}

/**
 * People, how they prove who they are, and where their parcels go.
 */
export interface IdentityServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Moves the caller's account to another phone. Errors: code-wrong, phone-taken, credentials-wrong.
   */
  ChangePhone: grpc.handleUnaryCall<_social_identity_v1_ChangePhoneRequest__Output, _social_identity_v1_User>;
  
  /**
   * Operators only: makes or changes a staff account of a merchant, or another operator. Errors: forbidden, phone-taken.
   */
  CreateStaff: grpc.handleUnaryCall<_social_identity_v1_CreateStaffRequest__Output, _social_identity_v1_User>;
  
  DeleteAddress: grpc.handleUnaryCall<_social_identity_v1_DeleteAddressRequest__Output, _social_identity_v1_DeleteAddressResponse>;
  
  /**
   * One address of the caller, for an order's snapshot. Errors: address-not-found.
   */
  GetAddress: grpc.handleUnaryCall<_social_identity_v1_GetAddressRequest__Output, _social_identity_v1_Address>;
  
  /**
   * Services only: one address each of many people, for the snapshots of their orders. Answers stand in the order of
   * the requests; one that its person does not have has an empty address_id.
   */
  GetAddresses: grpc.handleUnaryCall<_social_identity_v1_GetAddressesRequest__Output, _social_identity_v1_GetAddressesResponse>;
  
  /**
   * The public keys of access tokens as a JWKS document (RFC 7517).
   */
  GetJwks: grpc.handleUnaryCall<_social_identity_v1_GetJwksRequest__Output, _social_identity_v1_GetJwksResponse>;
  
  GetProfile: grpc.handleUnaryCall<_social_identity_v1_GetProfileRequest__Output, _social_identity_v1_User>;
  
  ListAddresses: grpc.handleUnaryCall<_social_identity_v1_ListAddressesRequest__Output, _social_identity_v1_ListAddressesResponse>;
  
  /**
   * Provinces, or the children of a region code.
   */
  ListRegions: grpc.handleUnaryCall<_social_identity_v1_ListRegionsRequest__Output, _social_identity_v1_ListRegionsResponse>;
  
  /**
   * Errors: code-wrong, credentials-wrong.
   */
  LogInWithCode: grpc.handleUnaryCall<_social_identity_v1_LogInWithCodeRequest__Output, _social_identity_v1_Session>;
  
  /**
   * Errors: credentials-wrong, log-in-busy (hashing queue full; retry).
   */
  LogInWithPassword: grpc.handleUnaryCall<_social_identity_v1_LogInWithPasswordRequest__Output, _social_identity_v1_Session>;
  
  /**
   * Ends the family of a refresh token; unknown tokens are no error.
   */
  LogOut: grpc.handleUnaryCall<_social_identity_v1_LogOutRequest__Output, _social_identity_v1_LogOutResponse>;
  
  /**
   * Operators only, on development stacks only: a crowd for load tests. Errors: forbidden, request-invalid.
   */
  MintShoppers: grpc.handleUnaryCall<_social_identity_v1_MintShoppersRequest__Output, _social_identity_v1_MintShoppersResponse>;
  
  /**
   * Rotates a refresh token. A token used twice ends its whole family. Errors: refresh-token-invalid, refresh-token-reused.
   */
  RefreshSession: grpc.handleUnaryCall<_social_identity_v1_RefreshSessionRequest__Output, _social_identity_v1_Session>;
  
  /**
   * Makes a shopper's account; the code proves the phone. Errors: phone-taken, code-wrong, password-weak.
   */
  Register: grpc.handleUnaryCall<_social_identity_v1_RegisterRequest__Output, _social_identity_v1_Session>;
  
  /**
   * Sets a new password and ends every session of the account. Errors: code-wrong, password-weak.
   */
  ResetPassword: grpc.handleUnaryCall<_social_identity_v1_ResetPasswordRequest__Output, _social_identity_v1_ResetPasswordResponse>;
  
  /**
   * Creates (empty address_id) or changes one of the caller's addresses. Errors: region-unknown, address-not-found, address-limit.
   */
  SaveAddress: grpc.handleUnaryCall<_social_identity_v1_SaveAddressRequest__Output, _social_identity_v1_Address>;
  
  /**
   * Sends a one-time code to a phone. Errors: phone-invalid, code-too-often.
   */
  SendCode: grpc.handleUnaryCall<_social_identity_v1_SendCodeRequest__Output, _social_identity_v1_SendCodeResponse>;
  
  UpdateProfile: grpc.handleUnaryCall<_social_identity_v1_UpdateProfileRequest__Output, _social_identity_v1_User>;
  
}

export interface IdentityServiceDefinition extends grpc.ServiceDefinition {
  ChangePhone: MethodDefinition<_social_identity_v1_ChangePhoneRequest, _social_identity_v1_User, _social_identity_v1_ChangePhoneRequest__Output, _social_identity_v1_User__Output>
  CreateStaff: MethodDefinition<_social_identity_v1_CreateStaffRequest, _social_identity_v1_User, _social_identity_v1_CreateStaffRequest__Output, _social_identity_v1_User__Output>
  DeleteAddress: MethodDefinition<_social_identity_v1_DeleteAddressRequest, _social_identity_v1_DeleteAddressResponse, _social_identity_v1_DeleteAddressRequest__Output, _social_identity_v1_DeleteAddressResponse__Output>
  GetAddress: MethodDefinition<_social_identity_v1_GetAddressRequest, _social_identity_v1_Address, _social_identity_v1_GetAddressRequest__Output, _social_identity_v1_Address__Output>
  GetAddresses: MethodDefinition<_social_identity_v1_GetAddressesRequest, _social_identity_v1_GetAddressesResponse, _social_identity_v1_GetAddressesRequest__Output, _social_identity_v1_GetAddressesResponse__Output>
  GetJwks: MethodDefinition<_social_identity_v1_GetJwksRequest, _social_identity_v1_GetJwksResponse, _social_identity_v1_GetJwksRequest__Output, _social_identity_v1_GetJwksResponse__Output>
  GetProfile: MethodDefinition<_social_identity_v1_GetProfileRequest, _social_identity_v1_User, _social_identity_v1_GetProfileRequest__Output, _social_identity_v1_User__Output>
  ListAddresses: MethodDefinition<_social_identity_v1_ListAddressesRequest, _social_identity_v1_ListAddressesResponse, _social_identity_v1_ListAddressesRequest__Output, _social_identity_v1_ListAddressesResponse__Output>
  ListRegions: MethodDefinition<_social_identity_v1_ListRegionsRequest, _social_identity_v1_ListRegionsResponse, _social_identity_v1_ListRegionsRequest__Output, _social_identity_v1_ListRegionsResponse__Output>
  LogInWithCode: MethodDefinition<_social_identity_v1_LogInWithCodeRequest, _social_identity_v1_Session, _social_identity_v1_LogInWithCodeRequest__Output, _social_identity_v1_Session__Output>
  LogInWithPassword: MethodDefinition<_social_identity_v1_LogInWithPasswordRequest, _social_identity_v1_Session, _social_identity_v1_LogInWithPasswordRequest__Output, _social_identity_v1_Session__Output>
  LogOut: MethodDefinition<_social_identity_v1_LogOutRequest, _social_identity_v1_LogOutResponse, _social_identity_v1_LogOutRequest__Output, _social_identity_v1_LogOutResponse__Output>
  MintShoppers: MethodDefinition<_social_identity_v1_MintShoppersRequest, _social_identity_v1_MintShoppersResponse, _social_identity_v1_MintShoppersRequest__Output, _social_identity_v1_MintShoppersResponse__Output>
  RefreshSession: MethodDefinition<_social_identity_v1_RefreshSessionRequest, _social_identity_v1_Session, _social_identity_v1_RefreshSessionRequest__Output, _social_identity_v1_Session__Output>
  Register: MethodDefinition<_social_identity_v1_RegisterRequest, _social_identity_v1_Session, _social_identity_v1_RegisterRequest__Output, _social_identity_v1_Session__Output>
  ResetPassword: MethodDefinition<_social_identity_v1_ResetPasswordRequest, _social_identity_v1_ResetPasswordResponse, _social_identity_v1_ResetPasswordRequest__Output, _social_identity_v1_ResetPasswordResponse__Output>
  SaveAddress: MethodDefinition<_social_identity_v1_SaveAddressRequest, _social_identity_v1_Address, _social_identity_v1_SaveAddressRequest__Output, _social_identity_v1_Address__Output>
  SendCode: MethodDefinition<_social_identity_v1_SendCodeRequest, _social_identity_v1_SendCodeResponse, _social_identity_v1_SendCodeRequest__Output, _social_identity_v1_SendCodeResponse__Output>
  UpdateProfile: MethodDefinition<_social_identity_v1_UpdateProfileRequest, _social_identity_v1_User, _social_identity_v1_UpdateProfileRequest__Output, _social_identity_v1_User__Output>
}
