// Original file: protos/social/orders/v1/orders.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AdjustPriceRequest as _social_orders_v1_AdjustPriceRequest, AdjustPriceRequest__Output as _social_orders_v1_AdjustPriceRequest__Output } from '../../../social/orders/v1/AdjustPriceRequest.ts';
import type { CancelOrderRequest as _social_orders_v1_CancelOrderRequest, CancelOrderRequest__Output as _social_orders_v1_CancelOrderRequest__Output } from '../../../social/orders/v1/CancelOrderRequest.ts';
import type { ChangeAddressRequest as _social_orders_v1_ChangeAddressRequest, ChangeAddressRequest__Output as _social_orders_v1_ChangeAddressRequest__Output } from '../../../social/orders/v1/ChangeAddressRequest.ts';
import type { ConfirmReceiptRequest as _social_orders_v1_ConfirmReceiptRequest, ConfirmReceiptRequest__Output as _social_orders_v1_ConfirmReceiptRequest__Output } from '../../../social/orders/v1/ConfirmReceiptRequest.ts';
import type { ExportOrdersRequest as _social_orders_v1_ExportOrdersRequest, ExportOrdersRequest__Output as _social_orders_v1_ExportOrdersRequest__Output } from '../../../social/orders/v1/ExportOrdersRequest.ts';
import type { ExtendReceiptRequest as _social_orders_v1_ExtendReceiptRequest, ExtendReceiptRequest__Output as _social_orders_v1_ExtendReceiptRequest__Output } from '../../../social/orders/v1/ExtendReceiptRequest.ts';
import type { FileChunk as _social_common_v1_FileChunk, FileChunk__Output as _social_common_v1_FileChunk__Output } from '../../../social/common/v1/FileChunk.ts';
import type { FindGroupOrderRequest as _social_orders_v1_FindGroupOrderRequest, FindGroupOrderRequest__Output as _social_orders_v1_FindGroupOrderRequest__Output } from '../../../social/orders/v1/FindGroupOrderRequest.ts';
import type { FindGroupOrderResponse as _social_orders_v1_FindGroupOrderResponse, FindGroupOrderResponse__Output as _social_orders_v1_FindGroupOrderResponse__Output } from '../../../social/orders/v1/FindGroupOrderResponse.ts';
import type { Freight as _social_orders_v1_Freight, Freight__Output as _social_orders_v1_Freight__Output } from '../../../social/orders/v1/Freight.ts';
import type { GetCheckoutRequest as _social_orders_v1_GetCheckoutRequest, GetCheckoutRequest__Output as _social_orders_v1_GetCheckoutRequest__Output } from '../../../social/orders/v1/GetCheckoutRequest.ts';
import type { GetCheckoutResponse as _social_orders_v1_GetCheckoutResponse, GetCheckoutResponse__Output as _social_orders_v1_GetCheckoutResponse__Output } from '../../../social/orders/v1/GetCheckoutResponse.ts';
import type { GetFreightRequest as _social_orders_v1_GetFreightRequest, GetFreightRequest__Output as _social_orders_v1_GetFreightRequest__Output } from '../../../social/orders/v1/GetFreightRequest.ts';
import type { GetOrderRequest as _social_orders_v1_GetOrderRequest, GetOrderRequest__Output as _social_orders_v1_GetOrderRequest__Output } from '../../../social/orders/v1/GetOrderRequest.ts';
import type { GetPayableRequest as _social_orders_v1_GetPayableRequest, GetPayableRequest__Output as _social_orders_v1_GetPayableRequest__Output } from '../../../social/orders/v1/GetPayableRequest.ts';
import type { GetPayableResponse as _social_orders_v1_GetPayableResponse, GetPayableResponse__Output as _social_orders_v1_GetPayableResponse__Output } from '../../../social/orders/v1/GetPayableResponse.ts';
import type { GetPickUpPointsRequest as _social_orders_v1_GetPickUpPointsRequest, GetPickUpPointsRequest__Output as _social_orders_v1_GetPickUpPointsRequest__Output } from '../../../social/orders/v1/GetPickUpPointsRequest.ts';
import type { HandOverRequest as _social_orders_v1_HandOverRequest, HandOverRequest__Output as _social_orders_v1_HandOverRequest__Output } from '../../../social/orders/v1/HandOverRequest.ts';
import type { HandleCarrierCallbackRequest as _social_orders_v1_HandleCarrierCallbackRequest, HandleCarrierCallbackRequest__Output as _social_orders_v1_HandleCarrierCallbackRequest__Output } from '../../../social/orders/v1/HandleCarrierCallbackRequest.ts';
import type { HandleCarrierCallbackResponse as _social_orders_v1_HandleCarrierCallbackResponse, HandleCarrierCallbackResponse__Output as _social_orders_v1_HandleCarrierCallbackResponse__Output } from '../../../social/orders/v1/HandleCarrierCallbackResponse.ts';
import type { HideOrderRequest as _social_orders_v1_HideOrderRequest, HideOrderRequest__Output as _social_orders_v1_HideOrderRequest__Output } from '../../../social/orders/v1/HideOrderRequest.ts';
import type { HideOrderResponse as _social_orders_v1_HideOrderResponse, HideOrderResponse__Output as _social_orders_v1_HideOrderResponse__Output } from '../../../social/orders/v1/HideOrderResponse.ts';
import type { ListOrdersRequest as _social_orders_v1_ListOrdersRequest, ListOrdersRequest__Output as _social_orders_v1_ListOrdersRequest__Output } from '../../../social/orders/v1/ListOrdersRequest.ts';
import type { ListOrdersResponse as _social_orders_v1_ListOrdersResponse, ListOrdersResponse__Output as _social_orders_v1_ListOrdersResponse__Output } from '../../../social/orders/v1/ListOrdersResponse.ts';
import type { ListSeatHoldsRequest as _social_orders_v1_ListSeatHoldsRequest, ListSeatHoldsRequest__Output as _social_orders_v1_ListSeatHoldsRequest__Output } from '../../../social/orders/v1/ListSeatHoldsRequest.ts';
import type { ListSeatHoldsResponse as _social_orders_v1_ListSeatHoldsResponse, ListSeatHoldsResponse__Output as _social_orders_v1_ListSeatHoldsResponse__Output } from '../../../social/orders/v1/ListSeatHoldsResponse.ts';
import type { ListStockClaimsRequest as _social_common_v1_ListStockClaimsRequest, ListStockClaimsRequest__Output as _social_common_v1_ListStockClaimsRequest__Output } from '../../../social/common/v1/ListStockClaimsRequest.ts';
import type { ListStockClaimsResponse as _social_common_v1_ListStockClaimsResponse, ListStockClaimsResponse__Output as _social_common_v1_ListStockClaimsResponse__Output } from '../../../social/common/v1/ListStockClaimsResponse.ts';
import type { Order as _social_orders_v1_Order, Order__Output as _social_orders_v1_Order__Output } from '../../../social/orders/v1/Order.ts';
import type { PickUpPoints as _social_orders_v1_PickUpPoints, PickUpPoints__Output as _social_orders_v1_PickUpPoints__Output } from '../../../social/orders/v1/PickUpPoints.ts';
import type { PlaceGroupOrdersRequest as _social_orders_v1_PlaceGroupOrdersRequest, PlaceGroupOrdersRequest__Output as _social_orders_v1_PlaceGroupOrdersRequest__Output } from '../../../social/orders/v1/PlaceGroupOrdersRequest.ts';
import type { PlaceGroupOrdersResponse as _social_orders_v1_PlaceGroupOrdersResponse, PlaceGroupOrdersResponse__Output as _social_orders_v1_PlaceGroupOrdersResponse__Output } from '../../../social/orders/v1/PlaceGroupOrdersResponse.ts';
import type { PlaceOrdersRequest as _social_orders_v1_PlaceOrdersRequest, PlaceOrdersRequest__Output as _social_orders_v1_PlaceOrdersRequest__Output } from '../../../social/orders/v1/PlaceOrdersRequest.ts';
import type { PlaceOrdersResponse as _social_orders_v1_PlaceOrdersResponse, PlaceOrdersResponse__Output as _social_orders_v1_PlaceOrdersResponse__Output } from '../../../social/orders/v1/PlaceOrdersResponse.ts';
import type { PreviewOrdersRequest as _social_orders_v1_PreviewOrdersRequest, PreviewOrdersRequest__Output as _social_orders_v1_PreviewOrdersRequest__Output } from '../../../social/orders/v1/PreviewOrdersRequest.ts';
import type { PreviewOrdersResponse as _social_orders_v1_PreviewOrdersResponse, PreviewOrdersResponse__Output as _social_orders_v1_PreviewOrdersResponse__Output } from '../../../social/orders/v1/PreviewOrdersResponse.ts';
import type { RenewPickUpCodeRequest as _social_orders_v1_RenewPickUpCodeRequest, RenewPickUpCodeRequest__Output as _social_orders_v1_RenewPickUpCodeRequest__Output } from '../../../social/orders/v1/RenewPickUpCodeRequest.ts';
import type { SetFreightRequest as _social_orders_v1_SetFreightRequest, SetFreightRequest__Output as _social_orders_v1_SetFreightRequest__Output } from '../../../social/orders/v1/SetFreightRequest.ts';
import type { SetNoteRequest as _social_orders_v1_SetNoteRequest, SetNoteRequest__Output as _social_orders_v1_SetNoteRequest__Output } from '../../../social/orders/v1/SetNoteRequest.ts';
import type { SetPickUpPointsRequest as _social_orders_v1_SetPickUpPointsRequest, SetPickUpPointsRequest__Output as _social_orders_v1_SetPickUpPointsRequest__Output } from '../../../social/orders/v1/SetPickUpPointsRequest.ts';
import type { SetRemarkRequest as _social_orders_v1_SetRemarkRequest, SetRemarkRequest__Output as _social_orders_v1_SetRemarkRequest__Output } from '../../../social/orders/v1/SetRemarkRequest.ts';
import type { ShipOrderRequest as _social_orders_v1_ShipOrderRequest, ShipOrderRequest__Output as _social_orders_v1_ShipOrderRequest__Output } from '../../../social/orders/v1/ShipOrderRequest.ts';

/**
 * Orders from checkout to the buyer's confirmation.
 */
export interface OrdersServiceClient extends grpc.Client {
  /**
   * The merchant's staff, before it is paid: another total was agreed on. Errors: order-not-found,
   * order-transition-refused (also for a seat), request-invalid.
   */
  AdjustPrice(argument: _social_orders_v1_AdjustPriceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  AdjustPrice(argument: _social_orders_v1_AdjustPriceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  AdjustPrice(argument: _social_orders_v1_AdjustPriceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  AdjustPrice(argument: _social_orders_v1_AdjustPriceRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The merchant's staff, before it is paid: another total was agreed on. Errors: order-not-found,
   * order-transition-refused (also for a seat), request-invalid.
   */
  adjustPrice(argument: _social_orders_v1_AdjustPriceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  adjustPrice(argument: _social_orders_v1_AdjustPriceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  adjustPrice(argument: _social_orders_v1_AdjustPriceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  adjustPrice(argument: _social_orders_v1_AdjustPriceRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  
  /**
   * The buyer, before paying. Errors: order-not-found, order-transition-refused.
   */
  CancelOrder(argument: _social_orders_v1_CancelOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  CancelOrder(argument: _social_orders_v1_CancelOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  CancelOrder(argument: _social_orders_v1_CancelOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  CancelOrder(argument: _social_orders_v1_CancelOrderRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The buyer, before paying. Errors: order-not-found, order-transition-refused.
   */
  cancelOrder(argument: _social_orders_v1_CancelOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  cancelOrder(argument: _social_orders_v1_CancelOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  cancelOrder(argument: _social_orders_v1_CancelOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  cancelOrder(argument: _social_orders_v1_CancelOrderRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  
  /**
   * The buyer, before anything is sent: another of their addresses, to which sending costs the same.
   * Errors: order-not-found, order-transition-refused, address-not-found, area-not-served, freight-differs.
   */
  ChangeAddress(argument: _social_orders_v1_ChangeAddressRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ChangeAddress(argument: _social_orders_v1_ChangeAddressRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ChangeAddress(argument: _social_orders_v1_ChangeAddressRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ChangeAddress(argument: _social_orders_v1_ChangeAddressRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The buyer, before anything is sent: another of their addresses, to which sending costs the same.
   * Errors: order-not-found, order-transition-refused, address-not-found, area-not-served, freight-differs.
   */
  changeAddress(argument: _social_orders_v1_ChangeAddressRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  changeAddress(argument: _social_orders_v1_ChangeAddressRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  changeAddress(argument: _social_orders_v1_ChangeAddressRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  changeAddress(argument: _social_orders_v1_ChangeAddressRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  
  /**
   * The buyer. Errors: order-not-found, order-transition-refused.
   */
  ConfirmReceipt(argument: _social_orders_v1_ConfirmReceiptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ConfirmReceipt(argument: _social_orders_v1_ConfirmReceiptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ConfirmReceipt(argument: _social_orders_v1_ConfirmReceiptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ConfirmReceipt(argument: _social_orders_v1_ConfirmReceiptRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The buyer. Errors: order-not-found, order-transition-refused.
   */
  confirmReceipt(argument: _social_orders_v1_ConfirmReceiptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  confirmReceipt(argument: _social_orders_v1_ConfirmReceiptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  confirmReceipt(argument: _social_orders_v1_ConfirmReceiptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  confirmReceipt(argument: _social_orders_v1_ConfirmReceiptRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  
  /**
   * A merchant's orders as a CSV, a row for each of their lines, newest first. The merchant's staff and operators.
   * Errors: forbidden.
   */
  ExportOrders(argument: _social_orders_v1_ExportOrdersRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_common_v1_FileChunk__Output>;
  ExportOrders(argument: _social_orders_v1_ExportOrdersRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_common_v1_FileChunk__Output>;
  /**
   * A merchant's orders as a CSV, a row for each of their lines, newest first. The merchant's staff and operators.
   * Errors: forbidden.
   */
  exportOrders(argument: _social_orders_v1_ExportOrdersRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_common_v1_FileChunk__Output>;
  exportOrders(argument: _social_orders_v1_ExportOrdersRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_common_v1_FileChunk__Output>;
  
  /**
   * The buyer, once an order, while the parcel is on its way: receipt is taken for granted later.
   * Errors: order-not-found, order-transition-refused.
   */
  ExtendReceipt(argument: _social_orders_v1_ExtendReceiptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ExtendReceipt(argument: _social_orders_v1_ExtendReceiptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ExtendReceipt(argument: _social_orders_v1_ExtendReceiptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ExtendReceipt(argument: _social_orders_v1_ExtendReceiptRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The buyer, once an order, while the parcel is on its way: receipt is taken for granted later.
   * Errors: order-not-found, order-transition-refused.
   */
  extendReceipt(argument: _social_orders_v1_ExtendReceiptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  extendReceipt(argument: _social_orders_v1_ExtendReceiptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  extendReceipt(argument: _social_orders_v1_ExtendReceiptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  extendReceipt(argument: _social_orders_v1_ExtendReceiptRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  
  /**
   * Group-buy service only: the order that a repeated request placed before. Errors: idempotency-key-reused.
   */
  FindGroupOrder(argument: _social_orders_v1_FindGroupOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_FindGroupOrderResponse__Output>): grpc.ClientUnaryCall;
  FindGroupOrder(argument: _social_orders_v1_FindGroupOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_FindGroupOrderResponse__Output>): grpc.ClientUnaryCall;
  FindGroupOrder(argument: _social_orders_v1_FindGroupOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_FindGroupOrderResponse__Output>): grpc.ClientUnaryCall;
  FindGroupOrder(argument: _social_orders_v1_FindGroupOrderRequest, callback: grpc.requestCallback<_social_orders_v1_FindGroupOrderResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Group-buy service only: the order that a repeated request placed before. Errors: idempotency-key-reused.
   */
  findGroupOrder(argument: _social_orders_v1_FindGroupOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_FindGroupOrderResponse__Output>): grpc.ClientUnaryCall;
  findGroupOrder(argument: _social_orders_v1_FindGroupOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_FindGroupOrderResponse__Output>): grpc.ClientUnaryCall;
  findGroupOrder(argument: _social_orders_v1_FindGroupOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_FindGroupOrderResponse__Output>): grpc.ClientUnaryCall;
  findGroupOrder(argument: _social_orders_v1_FindGroupOrderRequest, callback: grpc.requestCallback<_social_orders_v1_FindGroupOrderResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The orders that were checked out together with one, those of them that the caller may see. Errors: order-not-found.
   */
  GetCheckout(argument: _social_orders_v1_GetCheckoutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_GetCheckoutResponse__Output>): grpc.ClientUnaryCall;
  GetCheckout(argument: _social_orders_v1_GetCheckoutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_GetCheckoutResponse__Output>): grpc.ClientUnaryCall;
  GetCheckout(argument: _social_orders_v1_GetCheckoutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_GetCheckoutResponse__Output>): grpc.ClientUnaryCall;
  GetCheckout(argument: _social_orders_v1_GetCheckoutRequest, callback: grpc.requestCallback<_social_orders_v1_GetCheckoutResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The orders that were checked out together with one, those of them that the caller may see. Errors: order-not-found.
   */
  getCheckout(argument: _social_orders_v1_GetCheckoutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_GetCheckoutResponse__Output>): grpc.ClientUnaryCall;
  getCheckout(argument: _social_orders_v1_GetCheckoutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_GetCheckoutResponse__Output>): grpc.ClientUnaryCall;
  getCheckout(argument: _social_orders_v1_GetCheckoutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_GetCheckoutResponse__Output>): grpc.ClientUnaryCall;
  getCheckout(argument: _social_orders_v1_GetCheckoutRequest, callback: grpc.requestCallback<_social_orders_v1_GetCheckoutResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Without rules while the merchant has said nothing: everything is sent for nothing.
   */
  GetFreight(argument: _social_orders_v1_GetFreightRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  GetFreight(argument: _social_orders_v1_GetFreightRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  GetFreight(argument: _social_orders_v1_GetFreightRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  GetFreight(argument: _social_orders_v1_GetFreightRequest, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  /**
   * Without rules while the merchant has said nothing: everything is sent for nothing.
   */
  getFreight(argument: _social_orders_v1_GetFreightRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  getFreight(argument: _social_orders_v1_GetFreightRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  getFreight(argument: _social_orders_v1_GetFreightRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  getFreight(argument: _social_orders_v1_GetFreightRequest, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  
  /**
   * The buyer, the merchant's staff, or an operator; anyone else hears order-not-found. Of an order that lies in the
   * archive they hear order-archived, here and wherever one order is named.
   */
  GetOrder(argument: _social_orders_v1_GetOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _social_orders_v1_GetOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _social_orders_v1_GetOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _social_orders_v1_GetOrderRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The buyer, the merchant's staff, or an operator; anyone else hears order-not-found. Of an order that lies in the
   * archive they hear order-archived, here and wherever one order is named.
   */
  getOrder(argument: _social_orders_v1_GetOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  getOrder(argument: _social_orders_v1_GetOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  getOrder(argument: _social_orders_v1_GetOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  getOrder(argument: _social_orders_v1_GetOrderRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  
  /**
   * Payments service only: what a payment for these orders must amount to. From now on a seat's order keeps the address
   * that its parcel goes to. Errors: order-not-found, order-not-payable, address-not-found.
   */
  GetPayable(argument: _social_orders_v1_GetPayableRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_GetPayableResponse__Output>): grpc.ClientUnaryCall;
  GetPayable(argument: _social_orders_v1_GetPayableRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_GetPayableResponse__Output>): grpc.ClientUnaryCall;
  GetPayable(argument: _social_orders_v1_GetPayableRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_GetPayableResponse__Output>): grpc.ClientUnaryCall;
  GetPayable(argument: _social_orders_v1_GetPayableRequest, callback: grpc.requestCallback<_social_orders_v1_GetPayableResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Payments service only: what a payment for these orders must amount to. From now on a seat's order keeps the address
   * that its parcel goes to. Errors: order-not-found, order-not-payable, address-not-found.
   */
  getPayable(argument: _social_orders_v1_GetPayableRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_GetPayableResponse__Output>): grpc.ClientUnaryCall;
  getPayable(argument: _social_orders_v1_GetPayableRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_GetPayableResponse__Output>): grpc.ClientUnaryCall;
  getPayable(argument: _social_orders_v1_GetPayableRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_GetPayableResponse__Output>): grpc.ClientUnaryCall;
  getPayable(argument: _social_orders_v1_GetPayableRequest, callback: grpc.requestCallback<_social_orders_v1_GetPayableResponse__Output>): grpc.ClientUnaryCall;
  
  GetPickUpPoints(argument: _social_orders_v1_GetPickUpPointsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  GetPickUpPoints(argument: _social_orders_v1_GetPickUpPointsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  GetPickUpPoints(argument: _social_orders_v1_GetPickUpPointsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  GetPickUpPoints(argument: _social_orders_v1_GetPickUpPointsRequest, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  getPickUpPoints(argument: _social_orders_v1_GetPickUpPointsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  getPickUpPoints(argument: _social_orders_v1_GetPickUpPointsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  getPickUpPoints(argument: _social_orders_v1_GetPickUpPointsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  getPickUpPoints(argument: _social_orders_v1_GetPickUpPointsRequest, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  
  /**
   * The merchant's staff: the buyer has shown their code and has the goods. Errors: order-not-found,
   * order-transition-refused, pick-up-code-wrong, pick-up-code-locked.
   */
  HandOver(argument: _social_orders_v1_HandOverRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  HandOver(argument: _social_orders_v1_HandOverRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  HandOver(argument: _social_orders_v1_HandOverRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  HandOver(argument: _social_orders_v1_HandOverRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The merchant's staff: the buyer has shown their code and has the goods. Errors: order-not-found,
   * order-transition-refused, pick-up-code-wrong, pick-up-code-locked.
   */
  handOver(argument: _social_orders_v1_HandOverRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  handOver(argument: _social_orders_v1_HandOverRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  handOver(argument: _social_orders_v1_HandOverRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  handOver(argument: _social_orders_v1_HandOverRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  
  /**
   * A carrier's signed word of where a parcel is. Errors: carrier-unknown, callback-signature-wrong, callback-malformed,
   * order-not-found.
   */
  HandleCarrierCallback(argument: _social_orders_v1_HandleCarrierCallbackRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_HandleCarrierCallbackResponse__Output>): grpc.ClientUnaryCall;
  HandleCarrierCallback(argument: _social_orders_v1_HandleCarrierCallbackRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_HandleCarrierCallbackResponse__Output>): grpc.ClientUnaryCall;
  HandleCarrierCallback(argument: _social_orders_v1_HandleCarrierCallbackRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_HandleCarrierCallbackResponse__Output>): grpc.ClientUnaryCall;
  HandleCarrierCallback(argument: _social_orders_v1_HandleCarrierCallbackRequest, callback: grpc.requestCallback<_social_orders_v1_HandleCarrierCallbackResponse__Output>): grpc.ClientUnaryCall;
  /**
   * A carrier's signed word of where a parcel is. Errors: carrier-unknown, callback-signature-wrong, callback-malformed,
   * order-not-found.
   */
  handleCarrierCallback(argument: _social_orders_v1_HandleCarrierCallbackRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_HandleCarrierCallbackResponse__Output>): grpc.ClientUnaryCall;
  handleCarrierCallback(argument: _social_orders_v1_HandleCarrierCallbackRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_HandleCarrierCallbackResponse__Output>): grpc.ClientUnaryCall;
  handleCarrierCallback(argument: _social_orders_v1_HandleCarrierCallbackRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_HandleCarrierCallbackResponse__Output>): grpc.ClientUnaryCall;
  handleCarrierCallback(argument: _social_orders_v1_HandleCarrierCallbackRequest, callback: grpc.requestCallback<_social_orders_v1_HandleCarrierCallbackResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The buyer: an order that is over is shown to them no more; the merchant keeps it.
   * Errors: order-not-found, order-transition-refused.
   */
  HideOrder(argument: _social_orders_v1_HideOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_HideOrderResponse__Output>): grpc.ClientUnaryCall;
  HideOrder(argument: _social_orders_v1_HideOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_HideOrderResponse__Output>): grpc.ClientUnaryCall;
  HideOrder(argument: _social_orders_v1_HideOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_HideOrderResponse__Output>): grpc.ClientUnaryCall;
  HideOrder(argument: _social_orders_v1_HideOrderRequest, callback: grpc.requestCallback<_social_orders_v1_HideOrderResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The buyer: an order that is over is shown to them no more; the merchant keeps it.
   * Errors: order-not-found, order-transition-refused.
   */
  hideOrder(argument: _social_orders_v1_HideOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_HideOrderResponse__Output>): grpc.ClientUnaryCall;
  hideOrder(argument: _social_orders_v1_HideOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_HideOrderResponse__Output>): grpc.ClientUnaryCall;
  hideOrder(argument: _social_orders_v1_HideOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_HideOrderResponse__Output>): grpc.ClientUnaryCall;
  hideOrder(argument: _social_orders_v1_HideOrderRequest, callback: grpc.requestCallback<_social_orders_v1_HideOrderResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Newest first, keyset-paged.
   */
  ListOrders(argument: _social_orders_v1_ListOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  ListOrders(argument: _social_orders_v1_ListOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  ListOrders(argument: _social_orders_v1_ListOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  ListOrders(argument: _social_orders_v1_ListOrdersRequest, callback: grpc.requestCallback<_social_orders_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Newest first, keyset-paged.
   */
  listOrders(argument: _social_orders_v1_ListOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  listOrders(argument: _social_orders_v1_ListOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  listOrders(argument: _social_orders_v1_ListOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  listOrders(argument: _social_orders_v1_ListOrdersRequest, callback: grpc.requestCallback<_social_orders_v1_ListOrdersResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Group-buy service only: unpaid group orders of an activity, for rebuilding its seats. Paged by order id.
   */
  ListSeatHolds(argument: _social_orders_v1_ListSeatHoldsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_ListSeatHoldsResponse__Output>): grpc.ClientUnaryCall;
  ListSeatHolds(argument: _social_orders_v1_ListSeatHoldsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_ListSeatHoldsResponse__Output>): grpc.ClientUnaryCall;
  ListSeatHolds(argument: _social_orders_v1_ListSeatHoldsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_ListSeatHoldsResponse__Output>): grpc.ClientUnaryCall;
  ListSeatHolds(argument: _social_orders_v1_ListSeatHoldsRequest, callback: grpc.requestCallback<_social_orders_v1_ListSeatHoldsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Group-buy service only: unpaid group orders of an activity, for rebuilding its seats. Paged by order id.
   */
  listSeatHolds(argument: _social_orders_v1_ListSeatHoldsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_ListSeatHoldsResponse__Output>): grpc.ClientUnaryCall;
  listSeatHolds(argument: _social_orders_v1_ListSeatHoldsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_ListSeatHoldsResponse__Output>): grpc.ClientUnaryCall;
  listSeatHolds(argument: _social_orders_v1_ListSeatHoldsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_ListSeatHoldsResponse__Output>): grpc.ClientUnaryCall;
  listSeatHolds(argument: _social_orders_v1_ListSeatHoldsRequest, callback: grpc.requestCallback<_social_orders_v1_ListSeatHoldsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Catalog service only: what became of the stock that plain orders took. Seats took none.
   */
  ListStockClaims(argument: _social_common_v1_ListStockClaimsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  ListStockClaims(argument: _social_common_v1_ListStockClaimsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  ListStockClaims(argument: _social_common_v1_ListStockClaimsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  ListStockClaims(argument: _social_common_v1_ListStockClaimsRequest, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Catalog service only: what became of the stock that plain orders took. Seats took none.
   */
  listStockClaims(argument: _social_common_v1_ListStockClaimsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  listStockClaims(argument: _social_common_v1_ListStockClaimsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  listStockClaims(argument: _social_common_v1_ListStockClaimsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  listStockClaims(argument: _social_common_v1_ListStockClaimsRequest, callback: grpc.requestCallback<_social_common_v1_ListStockClaimsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Group-buy service only: orders for seats that are already held; stock is the activity's.
   * Results stand in the order of the requests, each an order or an error.
   */
  PlaceGroupOrders(argument: _social_orders_v1_PlaceGroupOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PlaceGroupOrdersResponse__Output>): grpc.ClientUnaryCall;
  PlaceGroupOrders(argument: _social_orders_v1_PlaceGroupOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PlaceGroupOrdersResponse__Output>): grpc.ClientUnaryCall;
  PlaceGroupOrders(argument: _social_orders_v1_PlaceGroupOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PlaceGroupOrdersResponse__Output>): grpc.ClientUnaryCall;
  PlaceGroupOrders(argument: _social_orders_v1_PlaceGroupOrdersRequest, callback: grpc.requestCallback<_social_orders_v1_PlaceGroupOrdersResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Group-buy service only: orders for seats that are already held; stock is the activity's.
   * Results stand in the order of the requests, each an order or an error.
   */
  placeGroupOrders(argument: _social_orders_v1_PlaceGroupOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PlaceGroupOrdersResponse__Output>): grpc.ClientUnaryCall;
  placeGroupOrders(argument: _social_orders_v1_PlaceGroupOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PlaceGroupOrdersResponse__Output>): grpc.ClientUnaryCall;
  placeGroupOrders(argument: _social_orders_v1_PlaceGroupOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PlaceGroupOrdersResponse__Output>): grpc.ClientUnaryCall;
  placeGroupOrders(argument: _social_orders_v1_PlaceGroupOrdersRequest, callback: grpc.requestCallback<_social_orders_v1_PlaceGroupOrdersResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * A cart becomes one order a merchant. Errors: those of PreviewOrders, out-of-stock, price-changed.
   */
  PlaceOrders(argument: _social_orders_v1_PlaceOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  PlaceOrders(argument: _social_orders_v1_PlaceOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  PlaceOrders(argument: _social_orders_v1_PlaceOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  PlaceOrders(argument: _social_orders_v1_PlaceOrdersRequest, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  /**
   * A cart becomes one order a merchant. Errors: those of PreviewOrders, out-of-stock, price-changed.
   */
  placeOrders(argument: _social_orders_v1_PlaceOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  placeOrders(argument: _social_orders_v1_PlaceOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  placeOrders(argument: _social_orders_v1_PlaceOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  placeOrders(argument: _social_orders_v1_PlaceOrdersRequest, callback: grpc.requestCallback<_social_orders_v1_PlaceOrdersResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * What a cart costs now and why, merchant by merchant; takes and keeps nothing. Errors: address-not-found,
   * sku-not-found, quantity-invalid, currency-mixed, area-not-served.
   */
  PreviewOrders(argument: _social_orders_v1_PreviewOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  PreviewOrders(argument: _social_orders_v1_PreviewOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  PreviewOrders(argument: _social_orders_v1_PreviewOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  PreviewOrders(argument: _social_orders_v1_PreviewOrdersRequest, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  /**
   * What a cart costs now and why, merchant by merchant; takes and keeps nothing. Errors: address-not-found,
   * sku-not-found, quantity-invalid, currency-mixed, area-not-served.
   */
  previewOrders(argument: _social_orders_v1_PreviewOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  previewOrders(argument: _social_orders_v1_PreviewOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  previewOrders(argument: _social_orders_v1_PreviewOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  previewOrders(argument: _social_orders_v1_PreviewOrdersRequest, callback: grpc.requestCallback<_social_orders_v1_PreviewOrdersResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The buyer: another code, the one before is worth nothing. Errors: order-not-found, order-transition-refused.
   */
  RenewPickUpCode(argument: _social_orders_v1_RenewPickUpCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  RenewPickUpCode(argument: _social_orders_v1_RenewPickUpCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  RenewPickUpCode(argument: _social_orders_v1_RenewPickUpCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  RenewPickUpCode(argument: _social_orders_v1_RenewPickUpCodeRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The buyer: another code, the one before is worth nothing. Errors: order-not-found, order-transition-refused.
   */
  renewPickUpCode(argument: _social_orders_v1_RenewPickUpCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  renewPickUpCode(argument: _social_orders_v1_RenewPickUpCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  renewPickUpCode(argument: _social_orders_v1_RenewPickUpCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  renewPickUpCode(argument: _social_orders_v1_RenewPickUpCodeRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  
  /**
   * What a merchant takes for sending plain orders. The merchant's staff and operators.
   * Errors: forbidden, freight-invalid.
   */
  SetFreight(argument: _social_orders_v1_SetFreightRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  SetFreight(argument: _social_orders_v1_SetFreightRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  SetFreight(argument: _social_orders_v1_SetFreightRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  SetFreight(argument: _social_orders_v1_SetFreightRequest, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  /**
   * What a merchant takes for sending plain orders. The merchant's staff and operators.
   * Errors: forbidden, freight-invalid.
   */
  setFreight(argument: _social_orders_v1_SetFreightRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  setFreight(argument: _social_orders_v1_SetFreightRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  setFreight(argument: _social_orders_v1_SetFreightRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  setFreight(argument: _social_orders_v1_SetFreightRequest, callback: grpc.requestCallback<_social_orders_v1_Freight__Output>): grpc.ClientUnaryCall;
  
  /**
   * The merchant's staff: a note that the buyer does not see. Errors: order-not-found, order-transition-refused.
   */
  SetNote(argument: _social_orders_v1_SetNoteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  SetNote(argument: _social_orders_v1_SetNoteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  SetNote(argument: _social_orders_v1_SetNoteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  SetNote(argument: _social_orders_v1_SetNoteRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The merchant's staff: a note that the buyer does not see. Errors: order-not-found, order-transition-refused.
   */
  setNote(argument: _social_orders_v1_SetNoteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  setNote(argument: _social_orders_v1_SetNoteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  setNote(argument: _social_orders_v1_SetNoteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  setNote(argument: _social_orders_v1_SetNoteRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  
  /**
   * Where a merchant's goods can be picked up. The merchant's staff and operators. Errors: forbidden, pick-up-invalid.
   */
  SetPickUpPoints(argument: _social_orders_v1_SetPickUpPointsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  SetPickUpPoints(argument: _social_orders_v1_SetPickUpPointsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  SetPickUpPoints(argument: _social_orders_v1_SetPickUpPointsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  SetPickUpPoints(argument: _social_orders_v1_SetPickUpPointsRequest, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  /**
   * Where a merchant's goods can be picked up. The merchant's staff and operators. Errors: forbidden, pick-up-invalid.
   */
  setPickUpPoints(argument: _social_orders_v1_SetPickUpPointsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  setPickUpPoints(argument: _social_orders_v1_SetPickUpPointsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  setPickUpPoints(argument: _social_orders_v1_SetPickUpPointsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  setPickUpPoints(argument: _social_orders_v1_SetPickUpPointsRequest, callback: grpc.requestCallback<_social_orders_v1_PickUpPoints__Output>): grpc.ClientUnaryCall;
  
  /**
   * The buyer, before all is sent: what the merchant is to know. Errors: order-not-found, order-transition-refused.
   */
  SetRemark(argument: _social_orders_v1_SetRemarkRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  SetRemark(argument: _social_orders_v1_SetRemarkRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  SetRemark(argument: _social_orders_v1_SetRemarkRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  SetRemark(argument: _social_orders_v1_SetRemarkRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The buyer, before all is sent: what the merchant is to know. Errors: order-not-found, order-transition-refused.
   */
  setRemark(argument: _social_orders_v1_SetRemarkRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  setRemark(argument: _social_orders_v1_SetRemarkRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  setRemark(argument: _social_orders_v1_SetRemarkRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  setRemark(argument: _social_orders_v1_SetRemarkRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  
  /**
   * The merchant's staff: one parcel, of all that is left or of some of it. The order is shipped when all is.
   * Errors: order-not-found, order-transition-refused, parcel-invalid, carrier-unknown.
   */
  ShipOrder(argument: _social_orders_v1_ShipOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ShipOrder(argument: _social_orders_v1_ShipOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ShipOrder(argument: _social_orders_v1_ShipOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ShipOrder(argument: _social_orders_v1_ShipOrderRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The merchant's staff: one parcel, of all that is left or of some of it. The order is shipped when all is.
   * Errors: order-not-found, order-transition-refused, parcel-invalid, carrier-unknown.
   */
  shipOrder(argument: _social_orders_v1_ShipOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  shipOrder(argument: _social_orders_v1_ShipOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  shipOrder(argument: _social_orders_v1_ShipOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  shipOrder(argument: _social_orders_v1_ShipOrderRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Orders from checkout to the buyer's confirmation.
 */
export interface OrdersServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * The merchant's staff, before it is paid: another total was agreed on. Errors: order-not-found,
   * order-transition-refused (also for a seat), request-invalid.
   */
  AdjustPrice: grpc.handleUnaryCall<_social_orders_v1_AdjustPriceRequest__Output, _social_orders_v1_Order>;
  
  /**
   * The buyer, before paying. Errors: order-not-found, order-transition-refused.
   */
  CancelOrder: grpc.handleUnaryCall<_social_orders_v1_CancelOrderRequest__Output, _social_orders_v1_Order>;
  
  /**
   * The buyer, before anything is sent: another of their addresses, to which sending costs the same.
   * Errors: order-not-found, order-transition-refused, address-not-found, area-not-served, freight-differs.
   */
  ChangeAddress: grpc.handleUnaryCall<_social_orders_v1_ChangeAddressRequest__Output, _social_orders_v1_Order>;
  
  /**
   * The buyer. Errors: order-not-found, order-transition-refused.
   */
  ConfirmReceipt: grpc.handleUnaryCall<_social_orders_v1_ConfirmReceiptRequest__Output, _social_orders_v1_Order>;
  
  /**
   * A merchant's orders as a CSV, a row for each of their lines, newest first. The merchant's staff and operators.
   * Errors: forbidden.
   */
  ExportOrders: grpc.handleServerStreamingCall<_social_orders_v1_ExportOrdersRequest__Output, _social_common_v1_FileChunk>;
  
  /**
   * The buyer, once an order, while the parcel is on its way: receipt is taken for granted later.
   * Errors: order-not-found, order-transition-refused.
   */
  ExtendReceipt: grpc.handleUnaryCall<_social_orders_v1_ExtendReceiptRequest__Output, _social_orders_v1_Order>;
  
  /**
   * Group-buy service only: the order that a repeated request placed before. Errors: idempotency-key-reused.
   */
  FindGroupOrder: grpc.handleUnaryCall<_social_orders_v1_FindGroupOrderRequest__Output, _social_orders_v1_FindGroupOrderResponse>;
  
  /**
   * The orders that were checked out together with one, those of them that the caller may see. Errors: order-not-found.
   */
  GetCheckout: grpc.handleUnaryCall<_social_orders_v1_GetCheckoutRequest__Output, _social_orders_v1_GetCheckoutResponse>;
  
  /**
   * Without rules while the merchant has said nothing: everything is sent for nothing.
   */
  GetFreight: grpc.handleUnaryCall<_social_orders_v1_GetFreightRequest__Output, _social_orders_v1_Freight>;
  
  /**
   * The buyer, the merchant's staff, or an operator; anyone else hears order-not-found. Of an order that lies in the
   * archive they hear order-archived, here and wherever one order is named.
   */
  GetOrder: grpc.handleUnaryCall<_social_orders_v1_GetOrderRequest__Output, _social_orders_v1_Order>;
  
  /**
   * Payments service only: what a payment for these orders must amount to. From now on a seat's order keeps the address
   * that its parcel goes to. Errors: order-not-found, order-not-payable, address-not-found.
   */
  GetPayable: grpc.handleUnaryCall<_social_orders_v1_GetPayableRequest__Output, _social_orders_v1_GetPayableResponse>;
  
  GetPickUpPoints: grpc.handleUnaryCall<_social_orders_v1_GetPickUpPointsRequest__Output, _social_orders_v1_PickUpPoints>;
  
  /**
   * The merchant's staff: the buyer has shown their code and has the goods. Errors: order-not-found,
   * order-transition-refused, pick-up-code-wrong, pick-up-code-locked.
   */
  HandOver: grpc.handleUnaryCall<_social_orders_v1_HandOverRequest__Output, _social_orders_v1_Order>;
  
  /**
   * A carrier's signed word of where a parcel is. Errors: carrier-unknown, callback-signature-wrong, callback-malformed,
   * order-not-found.
   */
  HandleCarrierCallback: grpc.handleUnaryCall<_social_orders_v1_HandleCarrierCallbackRequest__Output, _social_orders_v1_HandleCarrierCallbackResponse>;
  
  /**
   * The buyer: an order that is over is shown to them no more; the merchant keeps it.
   * Errors: order-not-found, order-transition-refused.
   */
  HideOrder: grpc.handleUnaryCall<_social_orders_v1_HideOrderRequest__Output, _social_orders_v1_HideOrderResponse>;
  
  /**
   * Newest first, keyset-paged.
   */
  ListOrders: grpc.handleUnaryCall<_social_orders_v1_ListOrdersRequest__Output, _social_orders_v1_ListOrdersResponse>;
  
  /**
   * Group-buy service only: unpaid group orders of an activity, for rebuilding its seats. Paged by order id.
   */
  ListSeatHolds: grpc.handleUnaryCall<_social_orders_v1_ListSeatHoldsRequest__Output, _social_orders_v1_ListSeatHoldsResponse>;
  
  /**
   * Catalog service only: what became of the stock that plain orders took. Seats took none.
   */
  ListStockClaims: grpc.handleUnaryCall<_social_common_v1_ListStockClaimsRequest__Output, _social_common_v1_ListStockClaimsResponse>;
  
  /**
   * Group-buy service only: orders for seats that are already held; stock is the activity's.
   * Results stand in the order of the requests, each an order or an error.
   */
  PlaceGroupOrders: grpc.handleUnaryCall<_social_orders_v1_PlaceGroupOrdersRequest__Output, _social_orders_v1_PlaceGroupOrdersResponse>;
  
  /**
   * A cart becomes one order a merchant. Errors: those of PreviewOrders, out-of-stock, price-changed.
   */
  PlaceOrders: grpc.handleUnaryCall<_social_orders_v1_PlaceOrdersRequest__Output, _social_orders_v1_PlaceOrdersResponse>;
  
  /**
   * What a cart costs now and why, merchant by merchant; takes and keeps nothing. Errors: address-not-found,
   * sku-not-found, quantity-invalid, currency-mixed, area-not-served.
   */
  PreviewOrders: grpc.handleUnaryCall<_social_orders_v1_PreviewOrdersRequest__Output, _social_orders_v1_PreviewOrdersResponse>;
  
  /**
   * The buyer: another code, the one before is worth nothing. Errors: order-not-found, order-transition-refused.
   */
  RenewPickUpCode: grpc.handleUnaryCall<_social_orders_v1_RenewPickUpCodeRequest__Output, _social_orders_v1_Order>;
  
  /**
   * What a merchant takes for sending plain orders. The merchant's staff and operators.
   * Errors: forbidden, freight-invalid.
   */
  SetFreight: grpc.handleUnaryCall<_social_orders_v1_SetFreightRequest__Output, _social_orders_v1_Freight>;
  
  /**
   * The merchant's staff: a note that the buyer does not see. Errors: order-not-found, order-transition-refused.
   */
  SetNote: grpc.handleUnaryCall<_social_orders_v1_SetNoteRequest__Output, _social_orders_v1_Order>;
  
  /**
   * Where a merchant's goods can be picked up. The merchant's staff and operators. Errors: forbidden, pick-up-invalid.
   */
  SetPickUpPoints: grpc.handleUnaryCall<_social_orders_v1_SetPickUpPointsRequest__Output, _social_orders_v1_PickUpPoints>;
  
  /**
   * The buyer, before all is sent: what the merchant is to know. Errors: order-not-found, order-transition-refused.
   */
  SetRemark: grpc.handleUnaryCall<_social_orders_v1_SetRemarkRequest__Output, _social_orders_v1_Order>;
  
  /**
   * The merchant's staff: one parcel, of all that is left or of some of it. The order is shipped when all is.
   * Errors: order-not-found, order-transition-refused, parcel-invalid, carrier-unknown.
   */
  ShipOrder: grpc.handleUnaryCall<_social_orders_v1_ShipOrderRequest__Output, _social_orders_v1_Order>;
  
}

export interface OrdersServiceDefinition extends grpc.ServiceDefinition {
  AdjustPrice: MethodDefinition<_social_orders_v1_AdjustPriceRequest, _social_orders_v1_Order, _social_orders_v1_AdjustPriceRequest__Output, _social_orders_v1_Order__Output>
  CancelOrder: MethodDefinition<_social_orders_v1_CancelOrderRequest, _social_orders_v1_Order, _social_orders_v1_CancelOrderRequest__Output, _social_orders_v1_Order__Output>
  ChangeAddress: MethodDefinition<_social_orders_v1_ChangeAddressRequest, _social_orders_v1_Order, _social_orders_v1_ChangeAddressRequest__Output, _social_orders_v1_Order__Output>
  ConfirmReceipt: MethodDefinition<_social_orders_v1_ConfirmReceiptRequest, _social_orders_v1_Order, _social_orders_v1_ConfirmReceiptRequest__Output, _social_orders_v1_Order__Output>
  ExportOrders: MethodDefinition<_social_orders_v1_ExportOrdersRequest, _social_common_v1_FileChunk, _social_orders_v1_ExportOrdersRequest__Output, _social_common_v1_FileChunk__Output>
  ExtendReceipt: MethodDefinition<_social_orders_v1_ExtendReceiptRequest, _social_orders_v1_Order, _social_orders_v1_ExtendReceiptRequest__Output, _social_orders_v1_Order__Output>
  FindGroupOrder: MethodDefinition<_social_orders_v1_FindGroupOrderRequest, _social_orders_v1_FindGroupOrderResponse, _social_orders_v1_FindGroupOrderRequest__Output, _social_orders_v1_FindGroupOrderResponse__Output>
  GetCheckout: MethodDefinition<_social_orders_v1_GetCheckoutRequest, _social_orders_v1_GetCheckoutResponse, _social_orders_v1_GetCheckoutRequest__Output, _social_orders_v1_GetCheckoutResponse__Output>
  GetFreight: MethodDefinition<_social_orders_v1_GetFreightRequest, _social_orders_v1_Freight, _social_orders_v1_GetFreightRequest__Output, _social_orders_v1_Freight__Output>
  GetOrder: MethodDefinition<_social_orders_v1_GetOrderRequest, _social_orders_v1_Order, _social_orders_v1_GetOrderRequest__Output, _social_orders_v1_Order__Output>
  GetPayable: MethodDefinition<_social_orders_v1_GetPayableRequest, _social_orders_v1_GetPayableResponse, _social_orders_v1_GetPayableRequest__Output, _social_orders_v1_GetPayableResponse__Output>
  GetPickUpPoints: MethodDefinition<_social_orders_v1_GetPickUpPointsRequest, _social_orders_v1_PickUpPoints, _social_orders_v1_GetPickUpPointsRequest__Output, _social_orders_v1_PickUpPoints__Output>
  HandOver: MethodDefinition<_social_orders_v1_HandOverRequest, _social_orders_v1_Order, _social_orders_v1_HandOverRequest__Output, _social_orders_v1_Order__Output>
  HandleCarrierCallback: MethodDefinition<_social_orders_v1_HandleCarrierCallbackRequest, _social_orders_v1_HandleCarrierCallbackResponse, _social_orders_v1_HandleCarrierCallbackRequest__Output, _social_orders_v1_HandleCarrierCallbackResponse__Output>
  HideOrder: MethodDefinition<_social_orders_v1_HideOrderRequest, _social_orders_v1_HideOrderResponse, _social_orders_v1_HideOrderRequest__Output, _social_orders_v1_HideOrderResponse__Output>
  ListOrders: MethodDefinition<_social_orders_v1_ListOrdersRequest, _social_orders_v1_ListOrdersResponse, _social_orders_v1_ListOrdersRequest__Output, _social_orders_v1_ListOrdersResponse__Output>
  ListSeatHolds: MethodDefinition<_social_orders_v1_ListSeatHoldsRequest, _social_orders_v1_ListSeatHoldsResponse, _social_orders_v1_ListSeatHoldsRequest__Output, _social_orders_v1_ListSeatHoldsResponse__Output>
  ListStockClaims: MethodDefinition<_social_common_v1_ListStockClaimsRequest, _social_common_v1_ListStockClaimsResponse, _social_common_v1_ListStockClaimsRequest__Output, _social_common_v1_ListStockClaimsResponse__Output>
  PlaceGroupOrders: MethodDefinition<_social_orders_v1_PlaceGroupOrdersRequest, _social_orders_v1_PlaceGroupOrdersResponse, _social_orders_v1_PlaceGroupOrdersRequest__Output, _social_orders_v1_PlaceGroupOrdersResponse__Output>
  PlaceOrders: MethodDefinition<_social_orders_v1_PlaceOrdersRequest, _social_orders_v1_PlaceOrdersResponse, _social_orders_v1_PlaceOrdersRequest__Output, _social_orders_v1_PlaceOrdersResponse__Output>
  PreviewOrders: MethodDefinition<_social_orders_v1_PreviewOrdersRequest, _social_orders_v1_PreviewOrdersResponse, _social_orders_v1_PreviewOrdersRequest__Output, _social_orders_v1_PreviewOrdersResponse__Output>
  RenewPickUpCode: MethodDefinition<_social_orders_v1_RenewPickUpCodeRequest, _social_orders_v1_Order, _social_orders_v1_RenewPickUpCodeRequest__Output, _social_orders_v1_Order__Output>
  SetFreight: MethodDefinition<_social_orders_v1_SetFreightRequest, _social_orders_v1_Freight, _social_orders_v1_SetFreightRequest__Output, _social_orders_v1_Freight__Output>
  SetNote: MethodDefinition<_social_orders_v1_SetNoteRequest, _social_orders_v1_Order, _social_orders_v1_SetNoteRequest__Output, _social_orders_v1_Order__Output>
  SetPickUpPoints: MethodDefinition<_social_orders_v1_SetPickUpPointsRequest, _social_orders_v1_PickUpPoints, _social_orders_v1_SetPickUpPointsRequest__Output, _social_orders_v1_PickUpPoints__Output>
  SetRemark: MethodDefinition<_social_orders_v1_SetRemarkRequest, _social_orders_v1_Order, _social_orders_v1_SetRemarkRequest__Output, _social_orders_v1_Order__Output>
  ShipOrder: MethodDefinition<_social_orders_v1_ShipOrderRequest, _social_orders_v1_Order, _social_orders_v1_ShipOrderRequest__Output, _social_orders_v1_Order__Output>
}
