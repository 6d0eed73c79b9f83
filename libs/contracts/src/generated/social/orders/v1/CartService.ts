// Original file: protos/social/orders/v1/cart.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AddLineRequest as _social_orders_v1_AddLineRequest, AddLineRequest__Output as _social_orders_v1_AddLineRequest__Output } from '../../../social/orders/v1/AddLineRequest.ts';
import type { Cart as _social_orders_v1_Cart, Cart__Output as _social_orders_v1_Cart__Output } from '../../../social/orders/v1/Cart.ts';
import type { ChangeLineRequest as _social_orders_v1_ChangeLineRequest, ChangeLineRequest__Output as _social_orders_v1_ChangeLineRequest__Output } from '../../../social/orders/v1/ChangeLineRequest.ts';
import type { CheckOutRequest as _social_orders_v1_CheckOutRequest, CheckOutRequest__Output as _social_orders_v1_CheckOutRequest__Output } from '../../../social/orders/v1/CheckOutRequest.ts';
import type { ClearCartRequest as _social_orders_v1_ClearCartRequest, ClearCartRequest__Output as _social_orders_v1_ClearCartRequest__Output } from '../../../social/orders/v1/ClearCartRequest.ts';
import type { GetCartRequest as _social_orders_v1_GetCartRequest, GetCartRequest__Output as _social_orders_v1_GetCartRequest__Output } from '../../../social/orders/v1/GetCartRequest.ts';
import type { PlaceOrdersResponse as _social_orders_v1_PlaceOrdersResponse, PlaceOrdersResponse__Output as _social_orders_v1_PlaceOrdersResponse__Output } from '../../../social/orders/v1/PlaceOrdersResponse.ts';
import type { PreviewCartRequest as _social_orders_v1_PreviewCartRequest, PreviewCartRequest__Output as _social_orders_v1_PreviewCartRequest__Output } from '../../../social/orders/v1/PreviewCartRequest.ts';
import type { PreviewOrdersResponse as _social_orders_v1_PreviewOrdersResponse, PreviewOrdersResponse__Output as _social_orders_v1_PreviewOrdersResponse__Output } from '../../../social/orders/v1/PreviewOrdersResponse.ts';
import type { RemoveLineRequest as _social_orders_v1_RemoveLineRequest, RemoveLineRequest__Output as _social_orders_v1_RemoveLineRequest__Output } from '../../../social/orders/v1/RemoveLineRequest.ts';
import type { SelectLinesRequest as _social_orders_v1_SelectLinesRequest, SelectLinesRequest__Output as _social_orders_v1_SelectLinesRequest__Output } from '../../../social/orders/v1/SelectLinesRequest.ts';

/**
 * What people mean to buy: one cart a person, and one a guest. Whose cart it is, the caller says; without one the guest
 * token. Where there are both, what is in the guest's cart moves to the person's first, whatever else is asked.
 * Errors of all: unauthenticated (neither), guest-token-invalid.
 */
export interface CartServiceClient extends grpc.Client {
  /**
   * Of a SKU that is there already there are more. Errors: sku-not-found, quantity-invalid, cart-full.
   */
  AddLine(argument: _social_orders_v1_AddLineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  AddLine(argument: _social_orders_v1_AddLineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  AddLine(argument: _social_orders_v1_AddLineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  AddLine(argument: _social_orders_v1_AddLineRequest, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  /**
   * Of a SKU that is there already there are more. Errors: sku-not-found, quantity-invalid, cart-full.
   */
  addLine(argument: _social_orders_v1_AddLineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  addLine(argument: _social_orders_v1_AddLineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  addLine(argument: _social_orders_v1_AddLineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  addLine(argument: _social_orders_v1_AddLineRequest, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  
  /**
   * Errors: cart-line-not-found, quantity-invalid.
   */
  ChangeLine(argument: _social_orders_v1_ChangeLineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  ChangeLine(argument: _social_orders_v1_ChangeLineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  ChangeLine(argument: _social_orders_v1_ChangeLineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  ChangeLine(argument: _social_orders_v1_ChangeLineRequest, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  /**
   * Errors: cart-line-not-found, quantity-invalid.
   */
  changeLine(argument: _social_orders_v1_ChangeLineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  changeLine(argument: _social_orders_v1_ChangeLineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  changeLine(argument: _social_orders_v1_ChangeLineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  changeLine(argument: _social_orders_v1_ChangeLineRequest, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  
  /**
   * Users only: the selected lines become one order a merchant, and what was bought leaves the cart.
   * Errors: selection-invalid, checkout-in-progress, those of PlaceOrders.
   */
  CheckOut(argument: _social_orders_v1_CheckOutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  CheckOut(argument: _social_orders_v1_CheckOutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  CheckOut(argument: _social_orders_v1_CheckOutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  CheckOut(argument: _social_orders_v1_CheckOutRequest, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Users only: the selected lines become one order a merchant, and what was bought leaves the cart.
   * Errors: selection-invalid, checkout-in-progress, those of PlaceOrders.
   */
  checkOut(argument: _social_orders_v1_CheckOutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  checkOut(argument: _social_orders_v1_CheckOutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  checkOut(argument: _social_orders_v1_CheckOutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  checkOut(argument: _social_orders_v1_CheckOutRequest, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  
  ClearCart(argument: _social_orders_v1_ClearCartRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  ClearCart(argument: _social_orders_v1_ClearCartRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  ClearCart(argument: _social_orders_v1_ClearCartRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  ClearCart(argument: _social_orders_v1_ClearCartRequest, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  clearCart(argument: _social_orders_v1_ClearCartRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  clearCart(argument: _social_orders_v1_ClearCartRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  clearCart(argument: _social_orders_v1_ClearCartRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  clearCart(argument: _social_orders_v1_ClearCartRequest, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  
  /**
   * With what the catalog says now. An empty cart where there is none.
   */
  GetCart(argument: _social_orders_v1_GetCartRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  GetCart(argument: _social_orders_v1_GetCartRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  GetCart(argument: _social_orders_v1_GetCartRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  GetCart(argument: _social_orders_v1_GetCartRequest, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  /**
   * With what the catalog says now. An empty cart where there is none.
   */
  getCart(argument: _social_orders_v1_GetCartRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  getCart(argument: _social_orders_v1_GetCartRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  getCart(argument: _social_orders_v1_GetCartRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  getCart(argument: _social_orders_v1_GetCartRequest, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  
  /**
   * Users only: what the selected lines cost. Errors: selection-invalid, those of PreviewOrders.
   */
  PreviewCart(argument: _social_orders_v1_PreviewCartRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  PreviewCart(argument: _social_orders_v1_PreviewCartRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  PreviewCart(argument: _social_orders_v1_PreviewCartRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  PreviewCart(argument: _social_orders_v1_PreviewCartRequest, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Users only: what the selected lines cost. Errors: selection-invalid, those of PreviewOrders.
   */
  previewCart(argument: _social_orders_v1_PreviewCartRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  previewCart(argument: _social_orders_v1_PreviewCartRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  previewCart(argument: _social_orders_v1_PreviewCartRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  previewCart(argument: _social_orders_v1_PreviewCartRequest, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Errors: cart-line-not-found.
   */
  RemoveLine(argument: _social_orders_v1_RemoveLineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  RemoveLine(argument: _social_orders_v1_RemoveLineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  RemoveLine(argument: _social_orders_v1_RemoveLineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  RemoveLine(argument: _social_orders_v1_RemoveLineRequest, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  /**
   * Errors: cart-line-not-found.
   */
  removeLine(argument: _social_orders_v1_RemoveLineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  removeLine(argument: _social_orders_v1_RemoveLineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  removeLine(argument: _social_orders_v1_RemoveLineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  removeLine(argument: _social_orders_v1_RemoveLineRequest, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  
  /**
   * Selects what can be bought, or nothing. Errors: cart-line-not-found (none of this merchant).
   */
  SelectLines(argument: _social_orders_v1_SelectLinesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  SelectLines(argument: _social_orders_v1_SelectLinesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  SelectLines(argument: _social_orders_v1_SelectLinesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  SelectLines(argument: _social_orders_v1_SelectLinesRequest, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  /**
   * Selects what can be bought, or nothing. Errors: cart-line-not-found (none of this merchant).
   */
  selectLines(argument: _social_orders_v1_SelectLinesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  selectLines(argument: _social_orders_v1_SelectLinesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  selectLines(argument: _social_orders_v1_SelectLinesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  selectLines(argument: _social_orders_v1_SelectLinesRequest, callback: grpc.requestCallback<_social_orders_v1_Cart__Output>): grpc.ClientUnaryCall;
  
}

/**
 * What people mean to buy: one cart a person, and one a guest. Whose cart it is, the caller says; without one the guest
 * token. Where there are both, what is in the guest's cart moves to the person's first, whatever else is asked.
 * Errors of all: unauthenticated (neither), guest-token-invalid.
 */
export interface CartServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Of a SKU that is there already there are more. Errors: sku-not-found, quantity-invalid, cart-full.
   */
  AddLine: grpc.handleUnaryCall<_social_orders_v1_AddLineRequest__Output, _social_orders_v1_Cart>;
  
  /**
   * Errors: cart-line-not-found, quantity-invalid.
   */
  ChangeLine: grpc.handleUnaryCall<_social_orders_v1_ChangeLineRequest__Output, _social_orders_v1_Cart>;
  
  /**
   * Users only: the selected lines become one order a merchant, and what was bought leaves the cart.
   * Errors: selection-invalid, checkout-in-progress, those of PlaceOrders.
   */
  CheckOut: grpc.handleUnaryCall<_social_orders_v1_CheckOutRequest__Output, _social_orders_v1_PlaceOrdersResponse>;
  
  ClearCart: grpc.handleUnaryCall<_social_orders_v1_ClearCartRequest__Output, _social_orders_v1_Cart>;
  
  /**
   * With what the catalog says now. An empty cart where there is none.
   */
  GetCart: grpc.handleUnaryCall<_social_orders_v1_GetCartRequest__Output, _social_orders_v1_Cart>;
  
  /**
   * Users only: what the selected lines cost. Errors: selection-invalid, those of PreviewOrders.
   */
  PreviewCart: grpc.handleUnaryCall<_social_orders_v1_PreviewCartRequest__Output, _social_orders_v1_PreviewOrdersResponse>;
  
  /**
   * Errors: cart-line-not-found.
   */
  RemoveLine: grpc.handleUnaryCall<_social_orders_v1_RemoveLineRequest__Output, _social_orders_v1_Cart>;
  
  /**
   * Selects what can be bought, or nothing. Errors: cart-line-not-found (none of this merchant).
   */
  SelectLines: grpc.handleUnaryCall<_social_orders_v1_SelectLinesRequest__Output, _social_orders_v1_Cart>;
  
}

export interface CartServiceDefinition extends grpc.ServiceDefinition {
  AddLine: MethodDefinition<_social_orders_v1_AddLineRequest, _social_orders_v1_Cart, _social_orders_v1_AddLineRequest__Output, _social_orders_v1_Cart__Output>
  ChangeLine: MethodDefinition<_social_orders_v1_ChangeLineRequest, _social_orders_v1_Cart, _social_orders_v1_ChangeLineRequest__Output, _social_orders_v1_Cart__Output>
  CheckOut: MethodDefinition<_social_orders_v1_CheckOutRequest, _social_orders_v1_PlaceOrdersResponse, _social_orders_v1_CheckOutRequest__Output, _social_orders_v1_PlaceOrdersResponse__Output>
  ClearCart: MethodDefinition<_social_orders_v1_ClearCartRequest, _social_orders_v1_Cart, _social_orders_v1_ClearCartRequest__Output, _social_orders_v1_Cart__Output>
  GetCart: MethodDefinition<_social_orders_v1_GetCartRequest, _social_orders_v1_Cart, _social_orders_v1_GetCartRequest__Output, _social_orders_v1_Cart__Output>
  PreviewCart: MethodDefinition<_social_orders_v1_PreviewCartRequest, _social_orders_v1_PreviewOrdersResponse, _social_orders_v1_PreviewCartRequest__Output, _social_orders_v1_PreviewOrdersResponse__Output>
  RemoveLine: MethodDefinition<_social_orders_v1_RemoveLineRequest, _social_orders_v1_Cart, _social_orders_v1_RemoveLineRequest__Output, _social_orders_v1_Cart__Output>
  SelectLines: MethodDefinition<_social_orders_v1_SelectLinesRequest, _social_orders_v1_Cart, _social_orders_v1_SelectLinesRequest__Output, _social_orders_v1_Cart__Output>
}
