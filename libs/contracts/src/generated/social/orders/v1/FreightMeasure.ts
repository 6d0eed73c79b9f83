// Original file: protos/social/orders/v1/orders.proto

export const FreightMeasure = {
  FREIGHT_MEASURE_UNSPECIFIED: 'FREIGHT_MEASURE_UNSPECIFIED',
  FREIGHT_MEASURE_PIECE: 'FREIGHT_MEASURE_PIECE',
  FREIGHT_MEASURE_GRAM: 'FREIGHT_MEASURE_GRAM',
  /**
   * What the goods cost, in minor units.
   */
  FREIGHT_MEASURE_AMOUNT: 'FREIGHT_MEASURE_AMOUNT',
} as const;

export type FreightMeasure =
  | 'FREIGHT_MEASURE_UNSPECIFIED'
  | 0
  | 'FREIGHT_MEASURE_PIECE'
  | 1
  | 'FREIGHT_MEASURE_GRAM'
  | 2
  /**
   * What the goods cost, in minor units.
   */
  | 'FREIGHT_MEASURE_AMOUNT'
  | 3

export type FreightMeasure__Output = typeof FreightMeasure[keyof typeof FreightMeasure]
