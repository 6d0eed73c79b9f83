// Original file: protos/social/orders/v1/orders.proto

import type { OrderState as _social_orders_v1_OrderState, OrderState__Output as _social_orders_v1_OrderState__Output } from '../../../social/orders/v1/OrderState.ts';
import type { OrderLine as _social_orders_v1_OrderLine, OrderLine__Output as _social_orders_v1_OrderLine__Output } from '../../../social/orders/v1/OrderLine.ts';
import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from '../../../social/common/v1/Money.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';
import type { GroupRef as _social_orders_v1_GroupRef, GroupRef__Output as _social_orders_v1_GroupRef__Output } from '../../../social/orders/v1/GroupRef.ts';
import type { Refund as _social_orders_v1_Refund, Refund__Output as _social_orders_v1_Refund__Output } from '../../../social/orders/v1/Refund.ts';
import type { DeliveryAddress as _social_orders_v1_DeliveryAddress, DeliveryAddress__Output as _social_orders_v1_DeliveryAddress__Output } from '../../../social/orders/v1/DeliveryAddress.ts';
import type { PriceStep as _social_orders_v1_PriceStep, PriceStep__Output as _social_orders_v1_PriceStep__Output } from '../../../social/orders/v1/PriceStep.ts';
import type { HistoryEntry as _social_orders_v1_HistoryEntry, HistoryEntry__Output as _social_orders_v1_HistoryEntry__Output } from '../../../social/orders/v1/HistoryEntry.ts';
import type { Parcel as _social_orders_v1_Parcel, Parcel__Output as _social_orders_v1_Parcel__Output } from '../../../social/orders/v1/Parcel.ts';
import type { PickUp as _social_orders_v1_PickUp, PickUp__Output as _social_orders_v1_PickUp__Output } from '../../../social/orders/v1/PickUp.ts';
import type { Long } from '@grpc/proto-loader';

export interface Order {
  'orderId'?: (string);
  'checkoutId'?: (string);
  'buyerId'?: (string);
  'merchantId'?: (string);
  'state'?: (_social_orders_v1_OrderState);
  'lines'?: (_social_orders_v1_OrderLine)[];
  'total'?: (_social_common_v1_Money | null);
  'createdAt'?: (_google_protobuf_Timestamp | null);
  'payBy'?: (_google_protobuf_Timestamp | null);
  'paidAt'?: (_google_protobuf_Timestamp | null);
  'group'?: (_social_orders_v1_GroupRef | null);
  'completedAt'?: (_google_protobuf_Timestamp | null);
  'autoReceiveAt'?: (_google_protobuf_Timestamp | null);
  'refunds'?: (_social_orders_v1_Refund)[];
  /**
   * Recipient and phone are masked except for the buyer and, once paid, the merchant's staff.
   */
  'address'?: (_social_orders_v1_DeliveryAddress | null);
  'cancelReason'?: (string);
  'version'?: (number);
  /**
   * Part of the total, in its currency.
   */
  'freightAmount'?: (number | string | Long);
  /**
   * How the total comes about, beside quantity × unit amount.
   */
  'priceSteps'?: (_social_orders_v1_PriceStep)[];
  /**
   * What happened, oldest first.
   */
  'history'?: (_social_orders_v1_HistoryEntry)[];
  /**
   * What was sent, oldest first.
   */
  'parcels'?: (_social_orders_v1_Parcel)[];
  /**
   * The buyer's, for the merchant.
   */
  'remark'?: (string);
  /**
   * The merchant's own; empty for the buyer.
   */
  'note'?: (string);
  /**
   * Unset: it is sent.
   */
  'pickUp'?: (_social_orders_v1_PickUp | null);
}

export interface Order__Output {
  'orderId': (string);
  'checkoutId': (string);
  'buyerId': (string);
  'merchantId': (string);
  'state': (_social_orders_v1_OrderState__Output);
  'lines': (_social_orders_v1_OrderLine__Output)[];
  'total': (_social_common_v1_Money__Output | null);
  'createdAt': (_google_protobuf_Timestamp__Output | null);
  'payBy': (_google_protobuf_Timestamp__Output | null);
  'paidAt': (_google_protobuf_Timestamp__Output | null);
  'group': (_social_orders_v1_GroupRef__Output | null);
  'completedAt': (_google_protobuf_Timestamp__Output | null);
  'autoReceiveAt': (_google_protobuf_Timestamp__Output | null);
  'refunds': (_social_orders_v1_Refund__Output)[];
  /**
   * Recipient and phone are masked except for the buyer and, once paid, the merchant's staff.
   */
  'address': (_social_orders_v1_DeliveryAddress__Output | null);
  'cancelReason': (string);
  'version': (number);
  /**
   * Part of the total, in its currency.
   */
  'freightAmount': (number);
  /**
   * How the total comes about, beside quantity × unit amount.
   */
  'priceSteps': (_social_orders_v1_PriceStep__Output)[];
  /**
   * What happened, oldest first.
   */
  'history': (_social_orders_v1_HistoryEntry__Output)[];
  /**
   * What was sent, oldest first.
   */
  'parcels': (_social_orders_v1_Parcel__Output)[];
  /**
   * The buyer's, for the merchant.
   */
  'remark': (string);
  /**
   * The merchant's own; empty for the buyer.
   */
  'note': (string);
  /**
   * Unset: it is sent.
   */
  'pickUp': (_social_orders_v1_PickUp__Output | null);
}
