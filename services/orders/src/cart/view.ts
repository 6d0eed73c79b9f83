import type { Cart as CartMessage } from '@social/contracts/generated/social/orders/v1/Cart';
import type { CartItem as CartItemMessage } from '@social/contracts/generated/social/orders/v1/CartItem';
import type { CartNote } from '@social/contracts/generated/social/orders/v1/CartNote';
import { toTimestamp } from '@social/rpc/time';
import type { SkuOffer } from '../checkout.ts';
import { plus } from '../domain.ts';
import type { Cart, CartItem } from './cart.ts';
import { byAge } from './merge.ts';

/** How long it is told which lines found no room. */
const TOLD_MS = 24 * 3600 * 1000;

/** What the buyer is told of a line that is not as it was when they added it. */
export function notesOn(line: CartItem, offer: SkuOffer | undefined): CartNote[] {
  if (!offer) return ['CART_NOTE_GONE'];

  const notes: CartNote[] = [];
  const isComparable = offer.currency === line.currency;
  if (isComparable && offer.amount > line.unit_amount) notes.push('CART_NOTE_PRICE_UP');
  if (isComparable && offer.amount < line.unit_amount) notes.push('CART_NOTE_PRICE_DOWN');
  if (offer.stock <= 0) notes.push('CART_NOTE_SOLD_OUT');
  else if (offer.stock < line.quantity) notes.push('CART_NOTE_FEWER_LEFT');
  return notes;
}

/** The SKUs of which there is anything to buy. */
export const buyable = (offers: readonly SkuOffer[]): Set<string> =>
  new Set(offers.filter(({ stock }) => stock > 0).map(({ skuId }) => skuId));

function itemMessage(line: CartItem, offer: SkuOffer | undefined): CartItemMessage {
  const whenAdded = { amount: line.unit_amount, currency: line.currency };
  return {
    skuId: line.sku_id,
    productId: line.product_id,
    title: offer?.title ?? line.title,
    optionValues: offer?.optionValues ?? line.option_values,
    picture: offer?.picture ?? line.picture,
    quantity: line.quantity,
    selected: line.selected,
    addedAt: toTimestamp(line.added_at),
    unitPrice: offer ? { amount: offer.amount, currency: offer.currency } : whenAdded,
    unitPriceWhenAdded: whenAdded,
    stock: offer?.stock ?? 0,
    notes: notesOn(line, offer),
  };
}

/** What the selected lines come to at list prices; a sum that integers cannot hold is left out. */
function selectionOf(lines: readonly CartItem[], offers: ReadonlyMap<string, SkuOffer>) {
  const chosen = lines.filter(({ selected }) => selected);
  const totals = new Map<string, number>();
  for (const { sku_id, quantity } of chosen) {
    const offer = offers.get(sku_id);
    if (offer) totals.set(offer.currency, (totals.get(offer.currency) ?? 0) + offer.amount * quantity);
  }
  return {
    lines: chosen.length,
    pieces: chosen.reduce((sum, { quantity }) => sum + quantity, 0),
    totals: [...totals]
      .filter(([, amount]) => Number.isSafeInteger(amount))
      .map(([currency, amount]) => ({ amount, currency })),
  };
}

/** A cart as its owner sees it, with what the catalog sells of it now. */
export function cartMessage(cart: Cart, offers: readonly SkuOffer[], now: Date): CartMessage {
  const bySku = new Map(offers.map((offer) => [offer.skuId, offer]));
  const lines = [...cart.lines].sort(byAge);
  const merchants = Map.groupBy(lines, ({ merchant_id }) => merchant_id);
  const leftOut = cart.left_out && plus(cart.left_out.at, TOLD_MS) > now ? cart.left_out.lines : [];
  return {
    merchants: [...merchants].map(([merchantId, own]) => ({
      merchantId,
      items: own.map((line) => itemMessage(line, bySku.get(line.sku_id))),
    })),
    selection: selectionOf(lines, bySku),
    lines: lines.length,
    leftOut: leftOut.map(({ sku_id, title, quantity }) => ({ skuId: sku_id, title, quantity })),
    version: cart.version,
  };
}
