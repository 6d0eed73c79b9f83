// Original file: protos/social/orders/v1/orders.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AdjustPriceRequest as _social_orders_v1_AdjustPriceRequest, AdjustPriceRequest__Output as _social_orders_v1_AdjustPriceRequest__Output } from '../../../social/orders/v1/AdjustPriceRequest.ts';
import type { CancelOrderRequest as _social_orders_v1_CancelOrderRequest, CancelOrderRequest__Output as _social_orders_v1_CancelOrderRequest__Output } from '../../../social/orders/v1/CancelOrderRequest.ts';
import type { ConfirmReceiptRequest as _social_orders_v1_ConfirmReceiptRequest, ConfirmReceiptRequest__Output as _social_orders_v1_ConfirmReceiptRequest__Output } from '../../../social/orders/v1/ConfirmReceiptRequest.ts';
import type { ExtendReceiptRequest as _social_orders_v1_ExtendReceiptRequest, ExtendReceiptRequest__Output as _social_orders_v1_ExtendReceiptRequest__Output } from '../../../social/orders/v1/ExtendReceiptRequest.ts';
import type { FindGroupOrderRequest as _social_orders_v1_FindGroupOrderRequest, FindGroupOrderRequest__Output as _social_orders_v1_FindGroupOrderRequest__Output } from '../../../social/orders/v1/FindGroupOrderRequest.ts';
import type { FindGroupOrderResponse as _social_orders_v1_FindGroupOrderResponse, FindGroupOrderResponse__Output as _social_orders_v1_FindGroupOrderResponse__Output } from '../../../social/orders/v1/FindGroupOrderResponse.ts';
import type { Freight as _social_orders_v1_Freight, Freight__Output as _social_orders_v1_Freight__Output } from '../../../social/orders/v1/Freight.ts';
import type { GetFreightRequest as _social_orders_v1_GetFreightRequest, GetFreightRequest__Output as _social_orders_v1_GetFreightRequest__Output } from '../../../social/orders/v1/GetFreightRequest.ts';
import type { GetOrderRequest as _social_orders_v1_GetOrderRequest, GetOrderRequest__Output as _social_orders_v1_GetOrderRequest__Output } from '../../../social/orders/v1/GetOrderRequest.ts';
import type { GetPayableRequest as _social_orders_v1_GetPayableRequest, GetPayableRequest__Output as _social_orders_v1_GetPayableRequest__Output } from '../../../social/orders/v1/GetPayableRequest.ts';
import type { GetPayableResponse as _social_orders_v1_GetPayableResponse, GetPayableResponse__Output as _social_orders_v1_GetPayableResponse__Output } from '../../../social/orders/v1/GetPayableResponse.ts';
import type { ListOrdersRequest as _social_orders_v1_ListOrdersRequest, ListOrdersRequest__Output as _social_orders_v1_ListOrdersRequest__Output } from '../../../social/orders/v1/ListOrdersRequest.ts';
import type { ListOrdersResponse as _social_orders_v1_ListOrdersResponse, ListOrdersResponse__Output as _social_orders_v1_ListOrdersResponse__Output } from '../../../social/orders/v1/ListOrdersResponse.ts';
import type { ListSeatHoldsRequest as _social_orders_v1_ListSeatHoldsRequest, ListSeatHoldsRequest__Output as _social_orders_v1_ListSeatHoldsRequest__Output } from '../../../social/orders/v1/ListSeatHoldsRequest.ts';
import type { ListSeatHoldsResponse as _social_orders_v1_ListSeatHoldsResponse, ListSeatHoldsResponse__Output as _social_orders_v1_ListSeatHoldsResponse__Output } from '../../../social/orders/v1/ListSeatHoldsResponse.ts';
import type { Order as _social_orders_v1_Order, Order__Output as _social_orders_v1_Order__Output } from '../../../social/orders/v1/Order.ts';
import type { PlaceGroupOrdersRequest as _social_orders_v1_PlaceGroupOrdersRequest, PlaceGroupOrdersRequest__Output as _social_orders_v1_PlaceGroupOrdersRequest__Output } from '../../../social/orders/v1/PlaceGroupOrdersRequest.ts';
import type { PlaceGroupOrdersResponse as _social_orders_v1_PlaceGroupOrdersResponse, PlaceGroupOrdersResponse__Output as _social_orders_v1_PlaceGroupOrdersResponse__Output } from '../../../social/orders/v1/PlaceGroupOrdersResponse.ts';
import type { PlaceOrdersRequest as _social_orders_v1_PlaceOrdersRequest, PlaceOrdersRequest__Output as _social_orders_v1_PlaceOrdersRequest__Output } from '../../../social/orders/v1/PlaceOrdersRequest.ts';
import type { PlaceOrdersResponse as _social_orders_v1_PlaceOrdersResponse, PlaceOrdersResponse__Output as _social_orders_v1_PlaceOrdersResponse__Output } from '../../../social/orders/v1/PlaceOrdersResponse.ts';
import type { PreviewOrdersRequest as _social_orders_v1_PreviewOrdersRequest, PreviewOrdersRequest__Output as _social_orders_v1_PreviewOrdersRequest__Output } from '../../../social/orders/v1/PreviewOrdersRequest.ts';
import type { PreviewOrdersResponse as _social_orders_v1_PreviewOrdersResponse, PreviewOrdersResponse__Output as _social_orders_v1_PreviewOrdersResponse__Output } from '../../../social/orders/v1/PreviewOrdersResponse.ts';
import type { SetFreightRequest as _social_orders_v1_SetFreightRequest, SetFreightRequest__Output as _social_orders_v1_SetFreightRequest__Output } from '../../../social/orders/v1/SetFreightRequest.ts';
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
   * The buyer, the merchant's staff, or an operator; anyone else hears order-not-found.
   */
  GetOrder(argument: _social_orders_v1_GetOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _social_orders_v1_GetOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _social_orders_v1_GetOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  GetOrder(argument: _social_orders_v1_GetOrderRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The buyer, the merchant's staff, or an operator; anyone else hears order-not-found.
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
   * The merchant's staff. Errors: order-not-found, order-transition-refused.
   */
  ShipOrder(argument: _social_orders_v1_ShipOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ShipOrder(argument: _social_orders_v1_ShipOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ShipOrder(argument: _social_orders_v1_ShipOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  ShipOrder(argument: _social_orders_v1_ShipOrderRequest, callback: grpc.requestCallback<_social_orders_v1_Order__Output>): grpc.ClientUnaryCall;
  /**
   * The merchant's staff. Errors: order-not-found, order-transition-refused.
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
   * The buyer. Errors: order-not-found, order-transition-refused.
   */
  ConfirmReceipt: grpc.handleUnaryCall<_social_orders_v1_ConfirmReceiptRequest__Output, _social_orders_v1_Order>;
  
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
   * Without rules while the merchant has said nothing: everything is sent for nothing.
   */
  GetFreight: grpc.handleUnaryCall<_social_orders_v1_GetFreightRequest__Output, _social_orders_v1_Freight>;
  
  /**
   * The buyer, the merchant's staff, or an operator; anyone else hears order-not-found.
   */
  GetOrder: grpc.handleUnaryCall<_social_orders_v1_GetOrderRequest__Output, _social_orders_v1_Order>;
  
  /**
   * Payments service only: what a payment for these orders must amount to. From now on a seat's order keeps the address
   * that its parcel goes to. Errors: order-not-found, order-not-payable, address-not-found.
   */
  GetPayable: grpc.handleUnaryCall<_social_orders_v1_GetPayableRequest__Output, _social_orders_v1_GetPayableResponse>;
  
  /**
   * Newest first, keyset-paged.
   */
  ListOrders: grpc.handleUnaryCall<_social_orders_v1_ListOrdersRequest__Output, _social_orders_v1_ListOrdersResponse>;
  
  /**
   * Group-buy service only: unpaid group orders of an activity, for rebuilding its seats. Paged by order id.
   */
  ListSeatHolds: grpc.handleUnaryCall<_social_orders_v1_ListSeatHoldsRequest__Output, _social_orders_v1_ListSeatHoldsResponse>;
  
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
   * What a merchant takes for sending plain orders. The merchant's staff and operators.
   * Errors: forbidden, freight-invalid.
   */
  SetFreight: grpc.handleUnaryCall<_social_orders_v1_SetFreightRequest__Output, _social_orders_v1_Freight>;
  
  /**
   * The merchant's staff. Errors: order-not-found, order-transition-refused.
   */
  ShipOrder: grpc.handleUnaryCall<_social_orders_v1_ShipOrderRequest__Output, _social_orders_v1_Order>;
  
}

export interface OrdersServiceDefinition extends grpc.ServiceDefinition {
  AdjustPrice: MethodDefinition<_social_orders_v1_AdjustPriceRequest, _social_orders_v1_Order, _social_orders_v1_AdjustPriceRequest__Output, _social_orders_v1_Order__Output>
  CancelOrder: MethodDefinition<_social_orders_v1_CancelOrderRequest, _social_orders_v1_Order, _social_orders_v1_CancelOrderRequest__Output, _social_orders_v1_Order__Output>
  ConfirmReceipt: MethodDefinition<_social_orders_v1_ConfirmReceiptRequest, _social_orders_v1_Order, _social_orders_v1_ConfirmReceiptRequest__Output, _social_orders_v1_Order__Output>
  ExtendReceipt: MethodDefinition<_social_orders_v1_ExtendReceiptRequest, _social_orders_v1_Order, _social_orders_v1_ExtendReceiptRequest__Output, _social_orders_v1_Order__Output>
  FindGroupOrder: MethodDefinition<_social_orders_v1_FindGroupOrderRequest, _social_orders_v1_FindGroupOrderResponse, _social_orders_v1_FindGroupOrderRequest__Output, _social_orders_v1_FindGroupOrderResponse__Output>
  GetFreight: MethodDefinition<_social_orders_v1_GetFreightRequest, _social_orders_v1_Freight, _social_orders_v1_GetFreightRequest__Output, _social_orders_v1_Freight__Output>
  GetOrder: MethodDefinition<_social_orders_v1_GetOrderRequest, _social_orders_v1_Order, _social_orders_v1_GetOrderRequest__Output, _social_orders_v1_Order__Output>
  GetPayable: MethodDefinition<_social_orders_v1_GetPayableRequest, _social_orders_v1_GetPayableResponse, _social_orders_v1_GetPayableRequest__Output, _social_orders_v1_GetPayableResponse__Output>
  ListOrders: MethodDefinition<_social_orders_v1_ListOrdersRequest, _social_orders_v1_ListOrdersResponse, _social_orders_v1_ListOrdersRequest__Output, _social_orders_v1_ListOrdersResponse__Output>
  ListSeatHolds: MethodDefinition<_social_orders_v1_ListSeatHoldsRequest, _social_orders_v1_ListSeatHoldsResponse, _social_orders_v1_ListSeatHoldsRequest__Output, _social_orders_v1_ListSeatHoldsResponse__Output>
  PlaceGroupOrders: MethodDefinition<_social_orders_v1_PlaceGroupOrdersRequest, _social_orders_v1_PlaceGroupOrdersResponse, _social_orders_v1_PlaceGroupOrdersRequest__Output, _social_orders_v1_PlaceGroupOrdersResponse__Output>
  PlaceOrders: MethodDefinition<_social_orders_v1_PlaceOrdersRequest, _social_orders_v1_PlaceOrdersResponse, _social_orders_v1_PlaceOrdersRequest__Output, _social_orders_v1_PlaceOrdersResponse__Output>
  PreviewOrders: MethodDefinition<_social_orders_v1_PreviewOrdersRequest, _social_orders_v1_PreviewOrdersResponse, _social_orders_v1_PreviewOrdersRequest__Output, _social_orders_v1_PreviewOrdersResponse__Output>
  SetFreight: MethodDefinition<_social_orders_v1_SetFreightRequest, _social_orders_v1_Freight, _social_orders_v1_SetFreightRequest__Output, _social_orders_v1_Freight__Output>
  ShipOrder: MethodDefinition<_social_orders_v1_ShipOrderRequest, _social_orders_v1_Order, _social_orders_v1_ShipOrderRequest__Output, _social_orders_v1_Order__Output>
}
