// Original file: protos/social/common/v1/common.proto

/**
 * What is to become of stock that was taken for an order or an activity.
 */
export const StockFate = {
  STOCK_FATE_UNSPECIFIED: 'STOCK_FATE_UNSPECIFIED',
  /**
   * It is being placed: the stock may be taken already or not yet.
   */
  STOCK_FATE_PLACING: 'STOCK_FATE_PLACING',
  /**
   * It keeps its stock until it is paid, cancelled or settled.
   */
  STOCK_FATE_RESERVED: 'STOCK_FATE_RESERVED',
  STOCK_FATE_SOLD: 'STOCK_FATE_SOLD',
  STOCK_FATE_RELEASED: 'STOCK_FATE_RELEASED',
} as const;

/**
 * What is to become of stock that was taken for an order or an activity.
 */
export type StockFate =
  | 'STOCK_FATE_UNSPECIFIED'
  | 0
  /**
   * It is being placed: the stock may be taken already or not yet.
   */
  | 'STOCK_FATE_PLACING'
  | 1
  /**
   * It keeps its stock until it is paid, cancelled or settled.
   */
  | 'STOCK_FATE_RESERVED'
  | 2
  | 'STOCK_FATE_SOLD'
  | 3
  | 'STOCK_FATE_RELEASED'
  | 4

/**
 * What is to become of stock that was taken for an order or an activity.
 */
export type StockFate__Output = typeof StockFate[keyof typeof StockFate]
