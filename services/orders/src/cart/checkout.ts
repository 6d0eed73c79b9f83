import { DomainError } from '@social/contracts/errors';
import type { Caller } from '@social/runtime/caller';
import { crashPoint } from '@social/runtime/crash-point';
import type { Logger } from '@social/runtime/log';
import { type Order, plus, type RequestKey } from '../domain.ts';
import { type Checkout, type PlacementDeps, placedBefore, placeOrders } from '../placement.ts';
import type { Cart } from './cart.ts';
import { begin, giveUp, takeOff } from './purchase.ts';
import type { Carts } from './store.ts';

export type CheckoutDeps = PlacementDeps & { carts: Carts };
/** A checkout of the selected lines. */
export type CartCheckout = Omit<Checkout, 'lines'> & { request: RequestKey };

const userOf = (id: string) => ({ kind: 'user', id }) as const;

/**
 * The selected lines of a user's cart become orders, and leave it. Repeated with the same request key it goes on where
 * the first try stopped, with the lines of then, or answers the orders as they were placed; see purchase.ts.
 */
export async function checkOut(deps: CheckoutDeps, caller: Caller, asked: CartCheckout): Promise<Order[]> {
  const { carts, store, clock } = deps;
  const { request } = asked;
  const user = userOf(caller.userId);
  await settle(deps, await carts.get(user), 'may go on');
  const earlier = await placedBefore(store, caller.userId, request);
  if (earlier) return earlier;

  const { purchase } = await carts.update(user, (cart) => begin(cart, request, clock.now()));
  if (purchase?.request.id !== request.id) return boughtMeanwhile(deps, caller, request);
  crashPoint('cart-noted');
  const orders = await placeOrders(deps, caller, { ...asked, lines: purchase.lines }).catch(async (error) => {
    await settle(deps, await carts.get(user), 'is over');
    throw error;
  });
  crashPoint('cart-bought');
  await carts.update(user, (cart) => takeOff(cart, request, orders));
  return orders;
}

/** Another try with this key was faster. Errors: request-in-progress. */
async function boughtMeanwhile({ store }: CheckoutDeps, caller: Caller, request: RequestKey): Promise<Order[]> {
  const orders = await placedBefore(store, caller.userId, request);
  if (!orders) throw new DomainError('request-in-progress', undefined, { retryAfterMs: 1000 });
  return orders;
}

/**
 * What became of the checkout that a cart notes: what was bought leaves the cart; a checkout that is over, or that nobody
 * has gone on with for so long that it counts as dead, is forgotten if it placed nothing.
 * @param attempt whether somebody may still be at it
 */
export async function settle(
  { carts, store, clock, timing }: CheckoutDeps,
  cart: Cart,
  attempt: 'may go on' | 'is over',
): Promise<Cart> {
  const { purchase } = cart;
  if (!purchase) return cart;

  const { request, at } = purchase;
  const orders = await store.byRequests([request.id]);
  if (orders.some(({ state }) => state === 'placing')) return cart;
  if (orders.length > 0) return carts.update(userOf(cart._id), (current) => takeOff(current, request, orders));

  const isDead = plus(at, timing.placingMs) <= clock.now();
  return attempt === 'is over' || isDead ? carts.update(userOf(cart._id), (current) => giveUp(current, request)) : cart;
}

/** Settles the checkouts that nobody has gone on with; answers how many were found. */
export async function sweepCarts(deps: CheckoutDeps & { log: Logger }): Promise<number> {
  const { carts, clock, timing, log } = deps;
  const found = await carts.purchasing(plus(clock.now(), -timing.placingMs));
  for (const cart of found) {
    await settle(deps, cart, 'may go on').catch((error) =>
      log.warn({ err: error, cart: cart._id }, 'a checkout of a cart will be settled later'),
    );
  }
  return found.length;
}
