// Original file: protos/social/catalog/v1/catalog.proto

export const SaleChange = {
  SALE_CHANGE_UNSPECIFIED: 'SALE_CHANGE_UNSPECIFIED',
  SALE_CHANGE_ON: 'SALE_CHANGE_ON',
  SALE_CHANGE_OFF: 'SALE_CHANGE_OFF',
} as const;

export type SaleChange =
  | 'SALE_CHANGE_UNSPECIFIED'
  | 0
  | 'SALE_CHANGE_ON'
  | 1
  | 'SALE_CHANGE_OFF'
  | 2

export type SaleChange__Output = typeof SaleChange[keyof typeof SaleChange]
