// Original file: protos/social/orders/v1/cart.proto

export const CartNote = {
  CART_NOTE_UNSPECIFIED: 'CART_NOTE_UNSPECIFIED',
  /**
   * It costs more than when it was added.
   */
  CART_NOTE_PRICE_UP: 'CART_NOTE_PRICE_UP',
  CART_NOTE_PRICE_DOWN: 'CART_NOTE_PRICE_DOWN',
  /**
   * Fewer are left than are wanted.
   */
  CART_NOTE_FEWER_LEFT: 'CART_NOTE_FEWER_LEFT',
  CART_NOTE_SOLD_OUT: 'CART_NOTE_SOLD_OUT',
  /**
   * Not on sale, or not there at all; the line tells what it was when it was added.
   */
  CART_NOTE_GONE: 'CART_NOTE_GONE',
} as const;

export type CartNote =
  | 'CART_NOTE_UNSPECIFIED'
  | 0
  /**
   * It costs more than when it was added.
   */
  | 'CART_NOTE_PRICE_UP'
  | 1
  | 'CART_NOTE_PRICE_DOWN'
  | 2
  /**
   * Fewer are left than are wanted.
   */
  | 'CART_NOTE_FEWER_LEFT'
  | 3
  | 'CART_NOTE_SOLD_OUT'
  | 4
  /**
   * Not on sale, or not there at all; the line tells what it was when it was added.
   */
  | 'CART_NOTE_GONE'
  | 5

export type CartNote__Output = typeof CartNote[keyof typeof CartNote]
