// Original file: protos/social/orders/v1/orders.proto

import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';
import type { Long } from '@grpc/proto-loader';

export interface GroupOrderRequest {
  /**
   * Minted by group-buy before the seat was held.
   */
  'orderId'?: (string);
  'buyerId'?: (string);
  'groupId'?: (string);
  'addressId'?: (string);
  'quantity'?: (number);
  /**
   * Place of its offer in the call.
   */
  'offer'?: (number);
  /**
   * The order is to be paid by the earlier of this, in ms since 1970, and the usual time.
   */
  'payByLimitMs'?: (number | string | Long);
  'request'?: (_social_common_v1_RequestKey | null);
  /**
   * The W3C trace context of whoever asked, as this is one of many in a call; may be empty.
   */
  'traceparent'?: (string);
}

export interface GroupOrderRequest__Output {
  /**
   * Minted by group-buy before the seat was held.
   */
  'orderId': (string);
  'buyerId': (string);
  'groupId': (string);
  'addressId': (string);
  'quantity': (number);
  /**
   * Place of its offer in the call.
   */
  'offer': (number);
  /**
   * The order is to be paid by the earlier of this, in ms since 1970, and the usual time.
   */
  'payByLimitMs': (number);
  'request': (_social_common_v1_RequestKey__Output | null);
  /**
   * The W3C trace context of whoever asked, as this is one of many in a call; may be empty.
   */
  'traceparent': (string);
}
