// Original file: protos/social/catalog/v1/catalog.proto

export const ProductOrder = {
  PRODUCT_ORDER_UNSPECIFIED: 'PRODUCT_ORDER_UNSPECIFIED',
  PRODUCT_ORDER_NEWEST: 'PRODUCT_ORDER_NEWEST',
  PRODUCT_ORDER_SALES: 'PRODUCT_ORDER_SALES',
  PRODUCT_ORDER_PRICE_UP: 'PRODUCT_ORDER_PRICE_UP',
  PRODUCT_ORDER_PRICE_DOWN: 'PRODUCT_ORDER_PRICE_DOWN',
} as const;

export type ProductOrder =
  | 'PRODUCT_ORDER_UNSPECIFIED'
  | 0
  | 'PRODUCT_ORDER_NEWEST'
  | 1
  | 'PRODUCT_ORDER_SALES'
  | 2
  | 'PRODUCT_ORDER_PRICE_UP'
  | 3
  | 'PRODUCT_ORDER_PRICE_DOWN'
  | 4

export type ProductOrder__Output = typeof ProductOrder[keyof typeof ProductOrder]
