// Original file: protos/social/payments/v1/payments.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CreateIntentRequest as _social_payments_v1_CreateIntentRequest, CreateIntentRequest__Output as _social_payments_v1_CreateIntentRequest__Output } from '../../../social/payments/v1/CreateIntentRequest.ts';
import type { GetBalanceRequest as _social_payments_v1_GetBalanceRequest, GetBalanceRequest__Output as _social_payments_v1_GetBalanceRequest__Output } from '../../../social/payments/v1/GetBalanceRequest.ts';
import type { GetBalanceResponse as _social_payments_v1_GetBalanceResponse, GetBalanceResponse__Output as _social_payments_v1_GetBalanceResponse__Output } from '../../../social/payments/v1/GetBalanceResponse.ts';
import type { GetIntentRequest as _social_payments_v1_GetIntentRequest, GetIntentRequest__Output as _social_payments_v1_GetIntentRequest__Output } from '../../../social/payments/v1/GetIntentRequest.ts';
import type { HandleCallbackRequest as _social_payments_v1_HandleCallbackRequest, HandleCallbackRequest__Output as _social_payments_v1_HandleCallbackRequest__Output } from '../../../social/payments/v1/HandleCallbackRequest.ts';
import type { HandleCallbackResponse as _social_payments_v1_HandleCallbackResponse, HandleCallbackResponse__Output as _social_payments_v1_HandleCallbackResponse__Output } from '../../../social/payments/v1/HandleCallbackResponse.ts';
import type { Intent as _social_payments_v1_Intent, Intent__Output as _social_payments_v1_Intent__Output } from '../../../social/payments/v1/Intent.ts';

/**
 * Money in and money back through payment providers.
 */
export interface PaymentsServiceClient extends grpc.Client {
  /**
   * Starts a payment of one or more of the caller's orders. An open intent for the same orders is returned again.
   * Errors: order-not-found, order-not-payable, provider-unknown, provider-unavailable.
   */
  CreateIntent(argument: _social_payments_v1_CreateIntentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  CreateIntent(argument: _social_payments_v1_CreateIntentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  CreateIntent(argument: _social_payments_v1_CreateIntentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  CreateIntent(argument: _social_payments_v1_CreateIntentRequest, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  /**
   * Starts a payment of one or more of the caller's orders. An open intent for the same orders is returned again.
   * Errors: order-not-found, order-not-payable, provider-unknown, provider-unavailable.
   */
  createIntent(argument: _social_payments_v1_CreateIntentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  createIntent(argument: _social_payments_v1_CreateIntentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  createIntent(argument: _social_payments_v1_CreateIntentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  createIntent(argument: _social_payments_v1_CreateIntentRequest, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  
  /**
   * Operators only: sums of captures and refunds over a time, for the books.
   */
  GetBalance(argument: _social_payments_v1_GetBalanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  GetBalance(argument: _social_payments_v1_GetBalanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_payments_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  GetBalance(argument: _social_payments_v1_GetBalanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  GetBalance(argument: _social_payments_v1_GetBalanceRequest, callback: grpc.requestCallback<_social_payments_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Operators only: sums of captures and refunds over a time, for the books.
   */
  getBalance(argument: _social_payments_v1_GetBalanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _social_payments_v1_GetBalanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_payments_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _social_payments_v1_GetBalanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _social_payments_v1_GetBalanceRequest, callback: grpc.requestCallback<_social_payments_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The payer or an operator; anyone else hears payment-not-found.
   */
  GetIntent(argument: _social_payments_v1_GetIntentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  GetIntent(argument: _social_payments_v1_GetIntentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  GetIntent(argument: _social_payments_v1_GetIntentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  GetIntent(argument: _social_payments_v1_GetIntentRequest, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  /**
   * The payer or an operator; anyone else hears payment-not-found.
   */
  getIntent(argument: _social_payments_v1_GetIntentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  getIntent(argument: _social_payments_v1_GetIntentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  getIntent(argument: _social_payments_v1_GetIntentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  getIntent(argument: _social_payments_v1_GetIntentRequest, callback: grpc.requestCallback<_social_payments_v1_Intent__Output>): grpc.ClientUnaryCall;
  
  /**
   * A provider's notification, passed on byte for byte. Errors: callback-signature-wrong, callback-malformed,
   * callback-amount-wrong, payment-not-found (the provider retries).
   */
  HandleCallback(argument: _social_payments_v1_HandleCallbackRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_HandleCallbackResponse__Output>): grpc.ClientUnaryCall;
  HandleCallback(argument: _social_payments_v1_HandleCallbackRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_payments_v1_HandleCallbackResponse__Output>): grpc.ClientUnaryCall;
  HandleCallback(argument: _social_payments_v1_HandleCallbackRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_HandleCallbackResponse__Output>): grpc.ClientUnaryCall;
  HandleCallback(argument: _social_payments_v1_HandleCallbackRequest, callback: grpc.requestCallback<_social_payments_v1_HandleCallbackResponse__Output>): grpc.ClientUnaryCall;
  /**
   * A provider's notification, passed on byte for byte. Errors: callback-signature-wrong, callback-malformed,
   * callback-amount-wrong, payment-not-found (the provider retries).
   */
  handleCallback(argument: _social_payments_v1_HandleCallbackRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_HandleCallbackResponse__Output>): grpc.ClientUnaryCall;
  handleCallback(argument: _social_payments_v1_HandleCallbackRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_payments_v1_HandleCallbackResponse__Output>): grpc.ClientUnaryCall;
  handleCallback(argument: _social_payments_v1_HandleCallbackRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_payments_v1_HandleCallbackResponse__Output>): grpc.ClientUnaryCall;
  handleCallback(argument: _social_payments_v1_HandleCallbackRequest, callback: grpc.requestCallback<_social_payments_v1_HandleCallbackResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Money in and money back through payment providers.
 */
export interface PaymentsServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Starts a payment of one or more of the caller's orders. An open intent for the same orders is returned again.
   * Errors: order-not-found, order-not-payable, provider-unknown, provider-unavailable.
   */
  CreateIntent: grpc.handleUnaryCall<_social_payments_v1_CreateIntentRequest__Output, _social_payments_v1_Intent>;
  
  /**
   * Operators only: sums of captures and refunds over a time, for the books.
   */
  GetBalance: grpc.handleUnaryCall<_social_payments_v1_GetBalanceRequest__Output, _social_payments_v1_GetBalanceResponse>;
  
  /**
   * The payer or an operator; anyone else hears payment-not-found.
   */
  GetIntent: grpc.handleUnaryCall<_social_payments_v1_GetIntentRequest__Output, _social_payments_v1_Intent>;
  
  /**
   * A provider's notification, passed on byte for byte. Errors: callback-signature-wrong, callback-malformed,
   * callback-amount-wrong, payment-not-found (the provider retries).
   */
  HandleCallback: grpc.handleUnaryCall<_social_payments_v1_HandleCallbackRequest__Output, _social_payments_v1_HandleCallbackResponse>;
  
}

export interface PaymentsServiceDefinition extends grpc.ServiceDefinition {
  CreateIntent: MethodDefinition<_social_payments_v1_CreateIntentRequest, _social_payments_v1_Intent, _social_payments_v1_CreateIntentRequest__Output, _social_payments_v1_Intent__Output>
  GetBalance: MethodDefinition<_social_payments_v1_GetBalanceRequest, _social_payments_v1_GetBalanceResponse, _social_payments_v1_GetBalanceRequest__Output, _social_payments_v1_GetBalanceResponse__Output>
  GetIntent: MethodDefinition<_social_payments_v1_GetIntentRequest, _social_payments_v1_Intent, _social_payments_v1_GetIntentRequest__Output, _social_payments_v1_Intent__Output>
  HandleCallback: MethodDefinition<_social_payments_v1_HandleCallbackRequest, _social_payments_v1_HandleCallbackResponse, _social_payments_v1_HandleCallbackRequest__Output, _social_payments_v1_HandleCallbackResponse__Output>
}
