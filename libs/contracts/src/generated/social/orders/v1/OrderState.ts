// Original file: protos/social/orders/v1/orders.proto

export const OrderState = {
  ORDER_STATE_UNSPECIFIED: 'ORDER_STATE_UNSPECIFIED',
  ORDER_STATE_PENDING_PAYMENT: 'ORDER_STATE_PENDING_PAYMENT',
  /**
   * Paid; its group is not full yet.
   */
  ORDER_STATE_AWAITING_GROUP: 'ORDER_STATE_AWAITING_GROUP',
  ORDER_STATE_PENDING_SHIPMENT: 'ORDER_STATE_PENDING_SHIPMENT',
  ORDER_STATE_SHIPPED: 'ORDER_STATE_SHIPPED',
  ORDER_STATE_COMPLETED: 'ORDER_STATE_COMPLETED',
  /**
   * Never paid.
   */
  ORDER_STATE_CANCELLED: 'ORDER_STATE_CANCELLED',
  /**
   * Paid and given back.
   */
  ORDER_STATE_CLOSED: 'ORDER_STATE_CLOSED',
} as const;

export type OrderState =
  | 'ORDER_STATE_UNSPECIFIED'
  | 0
  | 'ORDER_STATE_PENDING_PAYMENT'
  | 1
  /**
   * Paid; its group is not full yet.
   */
  | 'ORDER_STATE_AWAITING_GROUP'
  | 2
  | 'ORDER_STATE_PENDING_SHIPMENT'
  | 3
  | 'ORDER_STATE_SHIPPED'
  | 4
  | 'ORDER_STATE_COMPLETED'
  | 5
  /**
   * Never paid.
   */
  | 'ORDER_STATE_CANCELLED'
  | 6
  /**
   * Paid and given back.
   */
  | 'ORDER_STATE_CLOSED'
  | 7

export type OrderState__Output = typeof OrderState[keyof typeof OrderState]
