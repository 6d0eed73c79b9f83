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
import type { AddLineRequest as _social_orders_v1_AddLineRequest, AddLineRequest__Output as _social_orders_v1_AddLineRequest__Output } from './social/orders/v1/AddLineRequest.ts';
import type { AdjustPriceRequest as _social_orders_v1_AdjustPriceRequest, AdjustPriceRequest__Output as _social_orders_v1_AdjustPriceRequest__Output } from './social/orders/v1/AdjustPriceRequest.ts';
import type { CancelOrderRequest as _social_orders_v1_CancelOrderRequest, CancelOrderRequest__Output as _social_orders_v1_CancelOrderRequest__Output } from './social/orders/v1/CancelOrderRequest.ts';
import type { Cart as _social_orders_v1_Cart, Cart__Output as _social_orders_v1_Cart__Output } from './social/orders/v1/Cart.ts';
import type { CartItem as _social_orders_v1_CartItem, CartItem__Output as _social_orders_v1_CartItem__Output } from './social/orders/v1/CartItem.ts';
import type { CartLeftOut as _social_orders_v1_CartLeftOut, CartLeftOut__Output as _social_orders_v1_CartLeftOut__Output } from './social/orders/v1/CartLeftOut.ts';
import type { CartLine as _social_orders_v1_CartLine, CartLine__Output as _social_orders_v1_CartLine__Output } from './social/orders/v1/CartLine.ts';
import type { CartMerchant as _social_orders_v1_CartMerchant, CartMerchant__Output as _social_orders_v1_CartMerchant__Output } from './social/orders/v1/CartMerchant.ts';
import type { CartSelection as _social_orders_v1_CartSelection, CartSelection__Output as _social_orders_v1_CartSelection__Output } from './social/orders/v1/CartSelection.ts';
import type { CartServiceClient as _social_orders_v1_CartServiceClient, CartServiceDefinition as _social_orders_v1_CartServiceDefinition } from './social/orders/v1/CartService.ts';
import type { ChangeAddressRequest as _social_orders_v1_ChangeAddressRequest, ChangeAddressRequest__Output as _social_orders_v1_ChangeAddressRequest__Output } from './social/orders/v1/ChangeAddressRequest.ts';
import type { ChangeLineRequest as _social_orders_v1_ChangeLineRequest, ChangeLineRequest__Output as _social_orders_v1_ChangeLineRequest__Output } from './social/orders/v1/ChangeLineRequest.ts';
import type { CheckOutRequest as _social_orders_v1_CheckOutRequest, CheckOutRequest__Output as _social_orders_v1_CheckOutRequest__Output } from './social/orders/v1/CheckOutRequest.ts';
import type { ClearCartRequest as _social_orders_v1_ClearCartRequest, ClearCartRequest__Output as _social_orders_v1_ClearCartRequest__Output } from './social/orders/v1/ClearCartRequest.ts';
import type { ConfirmReceiptRequest as _social_orders_v1_ConfirmReceiptRequest, ConfirmReceiptRequest__Output as _social_orders_v1_ConfirmReceiptRequest__Output } from './social/orders/v1/ConfirmReceiptRequest.ts';
import type { DeliveryAddress as _social_orders_v1_DeliveryAddress, DeliveryAddress__Output as _social_orders_v1_DeliveryAddress__Output } from './social/orders/v1/DeliveryAddress.ts';
import type { ExportOrdersRequest as _social_orders_v1_ExportOrdersRequest, ExportOrdersRequest__Output as _social_orders_v1_ExportOrdersRequest__Output } from './social/orders/v1/ExportOrdersRequest.ts';
import type { ExtendReceiptRequest as _social_orders_v1_ExtendReceiptRequest, ExtendReceiptRequest__Output as _social_orders_v1_ExtendReceiptRequest__Output } from './social/orders/v1/ExtendReceiptRequest.ts';
import type { FindGroupOrderRequest as _social_orders_v1_FindGroupOrderRequest, FindGroupOrderRequest__Output as _social_orders_v1_FindGroupOrderRequest__Output } from './social/orders/v1/FindGroupOrderRequest.ts';
import type { FindGroupOrderResponse as _social_orders_v1_FindGroupOrderResponse, FindGroupOrderResponse__Output as _social_orders_v1_FindGroupOrderResponse__Output } from './social/orders/v1/FindGroupOrderResponse.ts';
import type { Freight as _social_orders_v1_Freight, Freight__Output as _social_orders_v1_Freight__Output } from './social/orders/v1/Freight.ts';
import type { FreightRule as _social_orders_v1_FreightRule, FreightRule__Output as _social_orders_v1_FreightRule__Output } from './social/orders/v1/FreightRule.ts';
import type { GetCartRequest as _social_orders_v1_GetCartRequest, GetCartRequest__Output as _social_orders_v1_GetCartRequest__Output } from './social/orders/v1/GetCartRequest.ts';
import type { GetCheckoutRequest as _social_orders_v1_GetCheckoutRequest, GetCheckoutRequest__Output as _social_orders_v1_GetCheckoutRequest__Output } from './social/orders/v1/GetCheckoutRequest.ts';
import type { GetCheckoutResponse as _social_orders_v1_GetCheckoutResponse, GetCheckoutResponse__Output as _social_orders_v1_GetCheckoutResponse__Output } from './social/orders/v1/GetCheckoutResponse.ts';
import type { GetFreightRequest as _social_orders_v1_GetFreightRequest, GetFreightRequest__Output as _social_orders_v1_GetFreightRequest__Output } from './social/orders/v1/GetFreightRequest.ts';
import type { GetOrderRequest as _social_orders_v1_GetOrderRequest, GetOrderRequest__Output as _social_orders_v1_GetOrderRequest__Output } from './social/orders/v1/GetOrderRequest.ts';
import type { GetPayableRequest as _social_orders_v1_GetPayableRequest, GetPayableRequest__Output as _social_orders_v1_GetPayableRequest__Output } from './social/orders/v1/GetPayableRequest.ts';
import type { GetPayableResponse as _social_orders_v1_GetPayableResponse, GetPayableResponse__Output as _social_orders_v1_GetPayableResponse__Output } from './social/orders/v1/GetPayableResponse.ts';
import type { GetPickUpPointsRequest as _social_orders_v1_GetPickUpPointsRequest, GetPickUpPointsRequest__Output as _social_orders_v1_GetPickUpPointsRequest__Output } from './social/orders/v1/GetPickUpPointsRequest.ts';
import type { GroupOffer as _social_orders_v1_GroupOffer, GroupOffer__Output as _social_orders_v1_GroupOffer__Output } from './social/orders/v1/GroupOffer.ts';
import type { GroupOrderRequest as _social_orders_v1_GroupOrderRequest, GroupOrderRequest__Output as _social_orders_v1_GroupOrderRequest__Output } from './social/orders/v1/GroupOrderRequest.ts';
import type { GroupOrderResult as _social_orders_v1_GroupOrderResult, GroupOrderResult__Output as _social_orders_v1_GroupOrderResult__Output } from './social/orders/v1/GroupOrderResult.ts';
import type { GroupRef as _social_orders_v1_GroupRef, GroupRef__Output as _social_orders_v1_GroupRef__Output } from './social/orders/v1/GroupRef.ts';
import type { HandOverRequest as _social_orders_v1_HandOverRequest, HandOverRequest__Output as _social_orders_v1_HandOverRequest__Output } from './social/orders/v1/HandOverRequest.ts';
import type { HandleCarrierCallbackRequest as _social_orders_v1_HandleCarrierCallbackRequest, HandleCarrierCallbackRequest__Output as _social_orders_v1_HandleCarrierCallbackRequest__Output } from './social/orders/v1/HandleCarrierCallbackRequest.ts';
import type { HandleCarrierCallbackResponse as _social_orders_v1_HandleCarrierCallbackResponse, HandleCarrierCallbackResponse__Output as _social_orders_v1_HandleCarrierCallbackResponse__Output } from './social/orders/v1/HandleCarrierCallbackResponse.ts';
import type { HideOrderRequest as _social_orders_v1_HideOrderRequest, HideOrderRequest__Output as _social_orders_v1_HideOrderRequest__Output } from './social/orders/v1/HideOrderRequest.ts';
import type { HideOrderResponse as _social_orders_v1_HideOrderResponse, HideOrderResponse__Output as _social_orders_v1_HideOrderResponse__Output } from './social/orders/v1/HideOrderResponse.ts';
import type { HistoryEntry as _social_orders_v1_HistoryEntry, HistoryEntry__Output as _social_orders_v1_HistoryEntry__Output } from './social/orders/v1/HistoryEntry.ts';
import type { ListOrdersRequest as _social_orders_v1_ListOrdersRequest, ListOrdersRequest__Output as _social_orders_v1_ListOrdersRequest__Output } from './social/orders/v1/ListOrdersRequest.ts';
import type { ListOrdersResponse as _social_orders_v1_ListOrdersResponse, ListOrdersResponse__Output as _social_orders_v1_ListOrdersResponse__Output } from './social/orders/v1/ListOrdersResponse.ts';
import type { ListSeatHoldsRequest as _social_orders_v1_ListSeatHoldsRequest, ListSeatHoldsRequest__Output as _social_orders_v1_ListSeatHoldsRequest__Output } from './social/orders/v1/ListSeatHoldsRequest.ts';
import type { ListSeatHoldsResponse as _social_orders_v1_ListSeatHoldsResponse, ListSeatHoldsResponse__Output as _social_orders_v1_ListSeatHoldsResponse__Output } from './social/orders/v1/ListSeatHoldsResponse.ts';
import type { MerchantWish as _social_orders_v1_MerchantWish, MerchantWish__Output as _social_orders_v1_MerchantWish__Output } from './social/orders/v1/MerchantWish.ts';
import type { Order as _social_orders_v1_Order, Order__Output as _social_orders_v1_Order__Output } from './social/orders/v1/Order.ts';
import type { OrderLine as _social_orders_v1_OrderLine, OrderLine__Output as _social_orders_v1_OrderLine__Output } from './social/orders/v1/OrderLine.ts';
import type { OrdersServiceClient as _social_orders_v1_OrdersServiceClient, OrdersServiceDefinition as _social_orders_v1_OrdersServiceDefinition } from './social/orders/v1/OrdersService.ts';
import type { Parcel as _social_orders_v1_Parcel, Parcel__Output as _social_orders_v1_Parcel__Output } from './social/orders/v1/Parcel.ts';
import type { ParcelPreview as _social_orders_v1_ParcelPreview, ParcelPreview__Output as _social_orders_v1_ParcelPreview__Output } from './social/orders/v1/ParcelPreview.ts';
import type { ParcelScan as _social_orders_v1_ParcelScan, ParcelScan__Output as _social_orders_v1_ParcelScan__Output } from './social/orders/v1/ParcelScan.ts';
import type { Payable as _social_orders_v1_Payable, Payable__Output as _social_orders_v1_Payable__Output } from './social/orders/v1/Payable.ts';
import type { PickUp as _social_orders_v1_PickUp, PickUp__Output as _social_orders_v1_PickUp__Output } from './social/orders/v1/PickUp.ts';
import type { PickUpPoint as _social_orders_v1_PickUpPoint, PickUpPoint__Output as _social_orders_v1_PickUpPoint__Output } from './social/orders/v1/PickUpPoint.ts';
import type { PickUpPoints as _social_orders_v1_PickUpPoints, PickUpPoints__Output as _social_orders_v1_PickUpPoints__Output } from './social/orders/v1/PickUpPoints.ts';
import type { PlaceGroupOrdersRequest as _social_orders_v1_PlaceGroupOrdersRequest, PlaceGroupOrdersRequest__Output as _social_orders_v1_PlaceGroupOrdersRequest__Output } from './social/orders/v1/PlaceGroupOrdersRequest.ts';
import type { PlaceGroupOrdersResponse as _social_orders_v1_PlaceGroupOrdersResponse, PlaceGroupOrdersResponse__Output as _social_orders_v1_PlaceGroupOrdersResponse__Output } from './social/orders/v1/PlaceGroupOrdersResponse.ts';
import type { PlaceOrdersRequest as _social_orders_v1_PlaceOrdersRequest, PlaceOrdersRequest__Output as _social_orders_v1_PlaceOrdersRequest__Output } from './social/orders/v1/PlaceOrdersRequest.ts';
import type { PlaceOrdersResponse as _social_orders_v1_PlaceOrdersResponse, PlaceOrdersResponse__Output as _social_orders_v1_PlaceOrdersResponse__Output } from './social/orders/v1/PlaceOrdersResponse.ts';
import type { PlacedOrder as _social_orders_v1_PlacedOrder, PlacedOrder__Output as _social_orders_v1_PlacedOrder__Output } from './social/orders/v1/PlacedOrder.ts';
import type { PreviewCartRequest as _social_orders_v1_PreviewCartRequest, PreviewCartRequest__Output as _social_orders_v1_PreviewCartRequest__Output } from './social/orders/v1/PreviewCartRequest.ts';
import type { PreviewLine as _social_orders_v1_PreviewLine, PreviewLine__Output as _social_orders_v1_PreviewLine__Output } from './social/orders/v1/PreviewLine.ts';
import type { PreviewOrdersRequest as _social_orders_v1_PreviewOrdersRequest, PreviewOrdersRequest__Output as _social_orders_v1_PreviewOrdersRequest__Output } from './social/orders/v1/PreviewOrdersRequest.ts';
import type { PreviewOrdersResponse as _social_orders_v1_PreviewOrdersResponse, PreviewOrdersResponse__Output as _social_orders_v1_PreviewOrdersResponse__Output } from './social/orders/v1/PreviewOrdersResponse.ts';
import type { PriceShare as _social_orders_v1_PriceShare, PriceShare__Output as _social_orders_v1_PriceShare__Output } from './social/orders/v1/PriceShare.ts';
import type { PriceStep as _social_orders_v1_PriceStep, PriceStep__Output as _social_orders_v1_PriceStep__Output } from './social/orders/v1/PriceStep.ts';
import type { Refund as _social_orders_v1_Refund, Refund__Output as _social_orders_v1_Refund__Output } from './social/orders/v1/Refund.ts';
import type { RemoveLineRequest as _social_orders_v1_RemoveLineRequest, RemoveLineRequest__Output as _social_orders_v1_RemoveLineRequest__Output } from './social/orders/v1/RemoveLineRequest.ts';
import type { RenewPickUpCodeRequest as _social_orders_v1_RenewPickUpCodeRequest, RenewPickUpCodeRequest__Output as _social_orders_v1_RenewPickUpCodeRequest__Output } from './social/orders/v1/RenewPickUpCodeRequest.ts';
import type { SeatHold as _social_orders_v1_SeatHold, SeatHold__Output as _social_orders_v1_SeatHold__Output } from './social/orders/v1/SeatHold.ts';
import type { SelectLinesRequest as _social_orders_v1_SelectLinesRequest, SelectLinesRequest__Output as _social_orders_v1_SelectLinesRequest__Output } from './social/orders/v1/SelectLinesRequest.ts';
import type { SetFreightRequest as _social_orders_v1_SetFreightRequest, SetFreightRequest__Output as _social_orders_v1_SetFreightRequest__Output } from './social/orders/v1/SetFreightRequest.ts';
import type { SetNoteRequest as _social_orders_v1_SetNoteRequest, SetNoteRequest__Output as _social_orders_v1_SetNoteRequest__Output } from './social/orders/v1/SetNoteRequest.ts';
import type { SetPickUpPointsRequest as _social_orders_v1_SetPickUpPointsRequest, SetPickUpPointsRequest__Output as _social_orders_v1_SetPickUpPointsRequest__Output } from './social/orders/v1/SetPickUpPointsRequest.ts';
import type { SetRemarkRequest as _social_orders_v1_SetRemarkRequest, SetRemarkRequest__Output as _social_orders_v1_SetRemarkRequest__Output } from './social/orders/v1/SetRemarkRequest.ts';
import type { ShipOrderRequest as _social_orders_v1_ShipOrderRequest, ShipOrderRequest__Output as _social_orders_v1_ShipOrderRequest__Output } from './social/orders/v1/ShipOrderRequest.ts';
import type { Tariff as _social_orders_v1_Tariff, Tariff__Output as _social_orders_v1_Tariff__Output } from './social/orders/v1/Tariff.ts';

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
    orders: {
      v1: {
        AddLineRequest: MessageTypeDefinition<_social_orders_v1_AddLineRequest, _social_orders_v1_AddLineRequest__Output>
        AdjustPriceRequest: MessageTypeDefinition<_social_orders_v1_AdjustPriceRequest, _social_orders_v1_AdjustPriceRequest__Output>
        CancelOrderRequest: MessageTypeDefinition<_social_orders_v1_CancelOrderRequest, _social_orders_v1_CancelOrderRequest__Output>
        Cart: MessageTypeDefinition<_social_orders_v1_Cart, _social_orders_v1_Cart__Output>
        CartItem: MessageTypeDefinition<_social_orders_v1_CartItem, _social_orders_v1_CartItem__Output>
        CartLeftOut: MessageTypeDefinition<_social_orders_v1_CartLeftOut, _social_orders_v1_CartLeftOut__Output>
        CartLine: MessageTypeDefinition<_social_orders_v1_CartLine, _social_orders_v1_CartLine__Output>
        CartMerchant: MessageTypeDefinition<_social_orders_v1_CartMerchant, _social_orders_v1_CartMerchant__Output>
        CartNote: EnumTypeDefinition
        CartSelection: MessageTypeDefinition<_social_orders_v1_CartSelection, _social_orders_v1_CartSelection__Output>
        /**
         * What people mean to buy: one cart a person, and one a guest. Whose cart it is, the caller says; without one the guest
         * token. Where there are both, what is in the guest's cart moves to the person's first, whatever else is asked.
         * Errors of all: unauthenticated (neither), guest-token-invalid.
         */
        CartService: SubtypeConstructor<typeof grpc.Client, _social_orders_v1_CartServiceClient> & { service: _social_orders_v1_CartServiceDefinition }
        ChangeAddressRequest: MessageTypeDefinition<_social_orders_v1_ChangeAddressRequest, _social_orders_v1_ChangeAddressRequest__Output>
        ChangeLineRequest: MessageTypeDefinition<_social_orders_v1_ChangeLineRequest, _social_orders_v1_ChangeLineRequest__Output>
        CheckOutRequest: MessageTypeDefinition<_social_orders_v1_CheckOutRequest, _social_orders_v1_CheckOutRequest__Output>
        ClearCartRequest: MessageTypeDefinition<_social_orders_v1_ClearCartRequest, _social_orders_v1_ClearCartRequest__Output>
        ConfirmReceiptRequest: MessageTypeDefinition<_social_orders_v1_ConfirmReceiptRequest, _social_orders_v1_ConfirmReceiptRequest__Output>
        DeliveryAddress: MessageTypeDefinition<_social_orders_v1_DeliveryAddress, _social_orders_v1_DeliveryAddress__Output>
        ExportOrdersRequest: MessageTypeDefinition<_social_orders_v1_ExportOrdersRequest, _social_orders_v1_ExportOrdersRequest__Output>
        ExtendReceiptRequest: MessageTypeDefinition<_social_orders_v1_ExtendReceiptRequest, _social_orders_v1_ExtendReceiptRequest__Output>
        FindGroupOrderRequest: MessageTypeDefinition<_social_orders_v1_FindGroupOrderRequest, _social_orders_v1_FindGroupOrderRequest__Output>
        FindGroupOrderResponse: MessageTypeDefinition<_social_orders_v1_FindGroupOrderResponse, _social_orders_v1_FindGroupOrderResponse__Output>
        Freight: MessageTypeDefinition<_social_orders_v1_Freight, _social_orders_v1_Freight__Output>
        FreightMeasure: EnumTypeDefinition
        FreightRule: MessageTypeDefinition<_social_orders_v1_FreightRule, _social_orders_v1_FreightRule__Output>
        GetCartRequest: MessageTypeDefinition<_social_orders_v1_GetCartRequest, _social_orders_v1_GetCartRequest__Output>
        GetCheckoutRequest: MessageTypeDefinition<_social_orders_v1_GetCheckoutRequest, _social_orders_v1_GetCheckoutRequest__Output>
        GetCheckoutResponse: MessageTypeDefinition<_social_orders_v1_GetCheckoutResponse, _social_orders_v1_GetCheckoutResponse__Output>
        GetFreightRequest: MessageTypeDefinition<_social_orders_v1_GetFreightRequest, _social_orders_v1_GetFreightRequest__Output>
        GetOrderRequest: MessageTypeDefinition<_social_orders_v1_GetOrderRequest, _social_orders_v1_GetOrderRequest__Output>
        GetPayableRequest: MessageTypeDefinition<_social_orders_v1_GetPayableRequest, _social_orders_v1_GetPayableRequest__Output>
        GetPayableResponse: MessageTypeDefinition<_social_orders_v1_GetPayableResponse, _social_orders_v1_GetPayableResponse__Output>
        GetPickUpPointsRequest: MessageTypeDefinition<_social_orders_v1_GetPickUpPointsRequest, _social_orders_v1_GetPickUpPointsRequest__Output>
        GroupOffer: MessageTypeDefinition<_social_orders_v1_GroupOffer, _social_orders_v1_GroupOffer__Output>
        GroupOrderRequest: MessageTypeDefinition<_social_orders_v1_GroupOrderRequest, _social_orders_v1_GroupOrderRequest__Output>
        GroupOrderResult: MessageTypeDefinition<_social_orders_v1_GroupOrderResult, _social_orders_v1_GroupOrderResult__Output>
        GroupRef: MessageTypeDefinition<_social_orders_v1_GroupRef, _social_orders_v1_GroupRef__Output>
        HandOverRequest: MessageTypeDefinition<_social_orders_v1_HandOverRequest, _social_orders_v1_HandOverRequest__Output>
        HandleCarrierCallbackRequest: MessageTypeDefinition<_social_orders_v1_HandleCarrierCallbackRequest, _social_orders_v1_HandleCarrierCallbackRequest__Output>
        HandleCarrierCallbackResponse: MessageTypeDefinition<_social_orders_v1_HandleCarrierCallbackResponse, _social_orders_v1_HandleCarrierCallbackResponse__Output>
        HideOrderRequest: MessageTypeDefinition<_social_orders_v1_HideOrderRequest, _social_orders_v1_HideOrderRequest__Output>
        HideOrderResponse: MessageTypeDefinition<_social_orders_v1_HideOrderResponse, _social_orders_v1_HideOrderResponse__Output>
        HistoryEntry: MessageTypeDefinition<_social_orders_v1_HistoryEntry, _social_orders_v1_HistoryEntry__Output>
        LineSelection: EnumTypeDefinition
        ListOrdersRequest: MessageTypeDefinition<_social_orders_v1_ListOrdersRequest, _social_orders_v1_ListOrdersRequest__Output>
        ListOrdersResponse: MessageTypeDefinition<_social_orders_v1_ListOrdersResponse, _social_orders_v1_ListOrdersResponse__Output>
        ListSeatHoldsRequest: MessageTypeDefinition<_social_orders_v1_ListSeatHoldsRequest, _social_orders_v1_ListSeatHoldsRequest__Output>
        ListSeatHoldsResponse: MessageTypeDefinition<_social_orders_v1_ListSeatHoldsResponse, _social_orders_v1_ListSeatHoldsResponse__Output>
        MerchantWish: MessageTypeDefinition<_social_orders_v1_MerchantWish, _social_orders_v1_MerchantWish__Output>
        Order: MessageTypeDefinition<_social_orders_v1_Order, _social_orders_v1_Order__Output>
        OrderLine: MessageTypeDefinition<_social_orders_v1_OrderLine, _social_orders_v1_OrderLine__Output>
        OrderState: EnumTypeDefinition
        /**
         * Orders from checkout to the buyer's confirmation.
         */
        OrdersService: SubtypeConstructor<typeof grpc.Client, _social_orders_v1_OrdersServiceClient> & { service: _social_orders_v1_OrdersServiceDefinition }
        Parcel: MessageTypeDefinition<_social_orders_v1_Parcel, _social_orders_v1_Parcel__Output>
        ParcelPreview: MessageTypeDefinition<_social_orders_v1_ParcelPreview, _social_orders_v1_ParcelPreview__Output>
        ParcelScan: MessageTypeDefinition<_social_orders_v1_ParcelScan, _social_orders_v1_ParcelScan__Output>
        Payable: MessageTypeDefinition<_social_orders_v1_Payable, _social_orders_v1_Payable__Output>
        PickUp: MessageTypeDefinition<_social_orders_v1_PickUp, _social_orders_v1_PickUp__Output>
        PickUpPoint: MessageTypeDefinition<_social_orders_v1_PickUpPoint, _social_orders_v1_PickUpPoint__Output>
        PickUpPoints: MessageTypeDefinition<_social_orders_v1_PickUpPoints, _social_orders_v1_PickUpPoints__Output>
        PlaceGroupOrdersRequest: MessageTypeDefinition<_social_orders_v1_PlaceGroupOrdersRequest, _social_orders_v1_PlaceGroupOrdersRequest__Output>
        PlaceGroupOrdersResponse: MessageTypeDefinition<_social_orders_v1_PlaceGroupOrdersResponse, _social_orders_v1_PlaceGroupOrdersResponse__Output>
        PlaceOrdersRequest: MessageTypeDefinition<_social_orders_v1_PlaceOrdersRequest, _social_orders_v1_PlaceOrdersRequest__Output>
        PlaceOrdersResponse: MessageTypeDefinition<_social_orders_v1_PlaceOrdersResponse, _social_orders_v1_PlaceOrdersResponse__Output>
        PlacedOrder: MessageTypeDefinition<_social_orders_v1_PlacedOrder, _social_orders_v1_PlacedOrder__Output>
        PreviewCartRequest: MessageTypeDefinition<_social_orders_v1_PreviewCartRequest, _social_orders_v1_PreviewCartRequest__Output>
        PreviewLine: MessageTypeDefinition<_social_orders_v1_PreviewLine, _social_orders_v1_PreviewLine__Output>
        PreviewOrdersRequest: MessageTypeDefinition<_social_orders_v1_PreviewOrdersRequest, _social_orders_v1_PreviewOrdersRequest__Output>
        PreviewOrdersResponse: MessageTypeDefinition<_social_orders_v1_PreviewOrdersResponse, _social_orders_v1_PreviewOrdersResponse__Output>
        PriceShare: MessageTypeDefinition<_social_orders_v1_PriceShare, _social_orders_v1_PriceShare__Output>
        PriceStep: MessageTypeDefinition<_social_orders_v1_PriceStep, _social_orders_v1_PriceStep__Output>
        Refund: MessageTypeDefinition<_social_orders_v1_Refund, _social_orders_v1_Refund__Output>
        RemoveLineRequest: MessageTypeDefinition<_social_orders_v1_RemoveLineRequest, _social_orders_v1_RemoveLineRequest__Output>
        RenewPickUpCodeRequest: MessageTypeDefinition<_social_orders_v1_RenewPickUpCodeRequest, _social_orders_v1_RenewPickUpCodeRequest__Output>
        SeatHold: MessageTypeDefinition<_social_orders_v1_SeatHold, _social_orders_v1_SeatHold__Output>
        SelectLinesRequest: MessageTypeDefinition<_social_orders_v1_SelectLinesRequest, _social_orders_v1_SelectLinesRequest__Output>
        SetFreightRequest: MessageTypeDefinition<_social_orders_v1_SetFreightRequest, _social_orders_v1_SetFreightRequest__Output>
        SetNoteRequest: MessageTypeDefinition<_social_orders_v1_SetNoteRequest, _social_orders_v1_SetNoteRequest__Output>
        SetPickUpPointsRequest: MessageTypeDefinition<_social_orders_v1_SetPickUpPointsRequest, _social_orders_v1_SetPickUpPointsRequest__Output>
        SetRemarkRequest: MessageTypeDefinition<_social_orders_v1_SetRemarkRequest, _social_orders_v1_SetRemarkRequest__Output>
        ShipOrderRequest: MessageTypeDefinition<_social_orders_v1_ShipOrderRequest, _social_orders_v1_ShipOrderRequest__Output>
        Tariff: MessageTypeDefinition<_social_orders_v1_Tariff, _social_orders_v1_Tariff__Output>
      }
    }
  }
}

