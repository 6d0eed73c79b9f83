import { DomainError } from '@social/contracts/errors';
import { type CartLine, MAX_CART_LINES } from '../checkout.ts';
import type { Order, RequestKey } from '../domain.ts';
import { isRepeat } from '../requests.ts';
import { type Cart, once } from './cart.ts';

/*
 * A cart notes what it is buying before the first order is written, and forgets it together with what was bought. So one
 * checkout is under way at a time; one that is repeated buys what it did at first, whatever was put in meanwhile; and
 * whoever finds the note after a crash knows by its request which orders to look for.
 */

/** The selected lines. Errors: selection-invalid (none, or more than one checkout takes). */
export function selected(cart: Cart): CartLine[] {
  const lines = cart.lines.filter((line) => line.selected);
  if (lines.length < 1 || lines.length > MAX_CART_LINES) throw new DomainError('selection-invalid');

  return lines.map(({ sku_id, quantity }) => ({ skuId: sku_id, quantity }));
}

/**
 * Notes what is bought; the cart as it is, where this request began or bought something before.
 * Errors: selection-invalid, checkout-in-progress (another's), idempotency-key-reused.
 */
export function begin(cart: Cart, request: RequestKey, now: Date): Cart {
  const { purchase, requests } = cart;
  const earlier = purchase ? [...requests, purchase.request] : requests;
  if (earlier.some((before) => isRepeat(before, request))) return cart;
  if (purchase) throw new DomainError('checkout-in-progress', undefined, { retryAfterMs: 1000 });

  return { ...cart, purchase: { request, lines: selected(cart), at: now } };
}

/** The checkout came to nothing: everything stays in the cart. */
export const giveUp = (cart: Cart, request: RequestKey): Cart =>
  cart.purchase?.request.id === request.id ? { ...cart, purchase: undefined } : cart;

/** What was bought leaves the cart, once; what was put in meanwhile stays. */
export function takeOff(cart: Cart, request: RequestKey, orders: Pick<Order, 'lines'>[]): Cart {
  const bought = new Map<string, number>();
  for (const { sku_id, quantity } of orders.flatMap(({ lines }) => lines)) {
    bought.set(sku_id, (bought.get(sku_id) ?? 0) + quantity);
  }
  return once(giveUp(cart, request), request, (current) => ({
    ...current,
    lines: current.lines.flatMap((line) => {
      const quantity = line.quantity - (bought.get(line.sku_id) ?? 0);
      return quantity > 0 ? [{ ...line, quantity }] : [];
    }),
  }));
}
