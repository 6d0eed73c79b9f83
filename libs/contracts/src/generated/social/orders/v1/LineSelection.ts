// Original file: protos/social/orders/v1/cart.proto

export const LineSelection = {
  LINE_SELECTION_UNSPECIFIED: 'LINE_SELECTION_UNSPECIFIED',
  LINE_SELECTION_SELECTED: 'LINE_SELECTION_SELECTED',
  LINE_SELECTION_NOT_SELECTED: 'LINE_SELECTION_NOT_SELECTED',
} as const;

export type LineSelection =
  | 'LINE_SELECTION_UNSPECIFIED'
  | 0
  | 'LINE_SELECTION_SELECTED'
  | 1
  | 'LINE_SELECTION_NOT_SELECTED'
  | 2

export type LineSelection__Output = typeof LineSelection[keyof typeof LineSelection]
