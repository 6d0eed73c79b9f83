import type { Cart__Output } from '@social/contracts/generated/social/orders/v1/Cart';
import type { CartItem__Output } from '@social/contracts/generated/social/orders/v1/CartItem';
import type { CartNote__Output } from '@social/contracts/generated/social/orders/v1/CartNote';
import { z } from 'zod';
import { Instant, instant, Money, money, optional } from './values.ts';

const Note = z.enum(['price_up', 'price_down', 'fewer_left', 'sold_out', 'gone']);

const NOTES: Record<CartNote__Output, z.output<typeof Note> | undefined> = {
  CART_NOTE_UNSPECIFIED: undefined,
  CART_NOTE_PRICE_UP: 'price_up',
  CART_NOTE_PRICE_DOWN: 'price_down',
  CART_NOTE_FEWER_LEFT: 'fewer_left',
  CART_NOTE_SOLD_OUT: 'sold_out',
  CART_NOTE_GONE: 'gone',
};

const CartLine = z
  .strictObject({
    skuId: z.string(),
    productId: z.string(),
    title: z.string(),
    optionValues: z.array(z.string()),
    picture: z.string().optional(),
    quantity: z.int(),
    selected: z.boolean(),
    addedAt: Instant,
    unitPrice: Money.meta({ description: 'Of one piece, now; of what is gone, as it was added.' }),
    unitPriceWhenAdded: Money.meta({ description: 'What the buyer saw when they added it.' }),
    stock: z.int().meta({ description: 'Pieces that are left now.' }),
    notes: z.array(Note).meta({ description: 'What is not as it was when it was added. `gone`: no longer on sale.' }),
  })
  .meta({ id: 'CartLine' });

export const Cart = z
  .strictObject({
    merchants: z
      .array(z.strictObject({ merchantId: z.string(), lines: z.array(CartLine) }))
      .meta({ description: 'Newest first, as the lines of each are.' }),
    selected: z.strictObject({
      lines: z.int(),
      pieces: z.int(),
      totals: z.array(Money).meta({ description: 'List prices, one a currency, without what is gone and freight.' }),
    }),
    lines: z.int(),
    leftOut: z
      .array(z.strictObject({ skuId: z.string(), title: z.string(), quantity: z.int() }))
      .meta({ description: 'Found no room when the cart of a guest was merged; told for a day.' }),
    version: z.int(),
  })
  .meta({ id: 'Cart' });

const cartLine = (from: CartItem__Output): z.output<typeof CartLine> => ({
  skuId: from.skuId,
  productId: from.productId,
  title: from.title,
  optionValues: from.optionValues,
  picture: optional(from.picture),
  quantity: from.quantity,
  selected: from.selected,
  addedAt: instant(from.addedAt),
  unitPrice: money(from.unitPrice),
  unitPriceWhenAdded: money(from.unitPriceWhenAdded),
  stock: from.stock,
  notes: from.notes.flatMap((note) => NOTES[note] ?? []),
});

export const cart = ({ merchants, selection, lines, leftOut, version }: Cart__Output): z.output<typeof Cart> => ({
  merchants: merchants.map(({ merchantId, items }) => ({ merchantId, lines: items.map(cartLine) })),
  selected: {
    lines: selection?.lines ?? 0,
    pieces: selection?.pieces ?? 0,
    totals: (selection?.totals ?? []).map(money),
  },
  lines,
  leftOut,
  version,
});
