import { type Cart, type CartItem, MAX_LINES } from './cart.ts';

/** Newest first; of the same time, in the order of their ids. */
export const byAge = (a: CartItem, b: CartItem): number =>
  b.added_at.getTime() - a.added_at.getTime() || (a.sku_id < b.sku_id ? -1 : 1);

/**
 * A person who shopped as a guest has logged in: the guest's lines move to their cart. Of a SKU in both the larger
 * quantity counts, not the sum: who put two in here and two in there wants two, and so a merge that is repeated, or that
 * brings back what came from this very cart, makes nothing more. What a line is known by is what was seen last. The
 * person's own lines stay; of the others the newest come in as far as there is room, the rest is kept as left out.
 */
export function merge(cart: Cart, guest: Cart, now: Date): Cart {
  const theirs = new Map(guest.lines.map((line) => [line.sku_id, line]));
  const own = cart.lines.map((line) => together(line, theirs.get(line.sku_id)));
  const known = new Set(cart.lines.map(({ sku_id }) => sku_id));
  const others = guest.lines.filter(({ sku_id }) => !known.has(sku_id)).sort(byAge);
  const room = Math.max(0, MAX_LINES - own.length);
  const left = others.slice(room).map(({ sku_id, title, quantity }) => ({ sku_id, title, quantity }));
  return {
    ...cart,
    lines: [...own, ...others.slice(0, room)],
    ...(left.length > 0 ? { left_out: { at: now, lines: left } } : {}),
  };
}

function together(line: CartItem, other: CartItem | undefined): CartItem {
  if (!other) return line;

  const [seenLast] = [line, other].sort(byAge);
  return {
    ...(seenLast ?? line),
    quantity: Math.max(line.quantity, other.quantity),
    selected: line.selected || other.selected,
  };
}
