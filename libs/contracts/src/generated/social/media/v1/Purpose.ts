// Original file: protos/social/media/v1/media.proto

export const Purpose = {
  PURPOSE_UNSPECIFIED: 'PURPOSE_UNSPECIFIED',
  /**
   * For products and SKUs: merchants' staff and operators.
   */
  PURPOSE_PRODUCT_PICTURE: 'PURPOSE_PRODUCT_PICTURE',
} as const;

export type Purpose =
  | 'PURPOSE_UNSPECIFIED'
  | 0
  /**
   * For products and SKUs: merchants' staff and operators.
   */
  | 'PURPOSE_PRODUCT_PICTURE'
  | 1

export type Purpose__Output = typeof Purpose[keyof typeof Purpose]
