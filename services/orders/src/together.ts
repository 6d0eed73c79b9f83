import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import { place, renew } from './checkout.ts';
import { type Actor, abandon, CLOCK, fallDue, type Order, type Timing, unchanged } from './domain.ts';
import type { StockReturns } from './stock.ts';
import type { Store } from './store.ts';

/*
 * The orders of one checkout are placed or given up together, although each is a document of its own. One decides for
 * all: the first of them, by its merchant. It is placed before the others and given up before the others; whoever finds
 * another one half-way does with it what was done with the first.
 */

export type TogetherDeps = { store: Store; returns: StockReturns; clock: Clock; timing: Timing };

/** Orders of one checkout, the one that decides first. */
export const inOrder = (orders: Order[]): Order[] =>
  orders.toSorted((a, b) => (a.merchant_id < b.merchant_id ? -1 : 1));

/** Keeps the clock away from what an earlier try wrote. Errors: request-in-progress, when it was given up just now. */
export async function takeOver({ store, clock, timing }: TogetherDeps, orders: Order[]): Promise<Order[]> {
  const renewed = await Promise.all(
    orders.map(({ _id }) => store.update(_id, (order) => renew(order, clock.now(), timing))),
  );
  if (renewed.some(({ state }) => state === 'abandoned')) throw new DomainError('request-in-progress');
  return renewed;
}

/** Errors: order-transition-refused, when the clock gave them up meanwhile; the stock of all goes back then. */
export async function placeTogether(deps: TogetherDeps, orders: Order[], by: Actor): Promise<Order[]> {
  const { store, clock, timing } = deps;
  const placeOne = ({ _id }: Order) => store.update(_id, (order) => place(order, by, clock.now(), timing));
  const [first, ...others] = inOrder(orders);
  if (!first) return [];
  try {
    const decided = await placeOne(first);
    return [decided, ...(await Promise.all(others.map(placeOne)))];
  } catch (error) {
    if (error instanceof DomainError) await giveUpTogether(deps, orders, by);
    throw error;
  }
}

/** Gives up what is still being placed. */
export async function giveUpTogether(
  { store, returns, clock }: TogetherDeps,
  orders: Order[],
  by: Actor,
): Promise<void> {
  for (const { _id } of inOrder(orders)) {
    const rule = (order: Order) => (order.state === 'placing' ? abandon(order, by, clock.now()) : unchanged(order));
    returns.nudge(await store.update(_id, rule));
  }
}

/** What the clock does with an order that is still being placed: what was done with the first of its checkout. */
export async function settlePlacing(
  { store, clock, timing }: TogetherDeps,
  { _id, request }: Pick<Order, '_id' | 'request'>,
): Promise<Order> {
  const together = request ? await store.byRequests([request.id]) : [];
  const first = inOrder(together)[0];
  const decides = first === undefined || first._id === _id;
  const waits = !decides && first.state === 'placing';

  return store.update(_id, (current) => {
    if (current.state !== 'placing' || waits) return unchanged(current);
    return decides ? fallDue(current, clock.now()) : place(current, CLOCK, clock.now(), timing);
  });
}
