import type { Logger } from '@social/runtime/log';
import { fallDue, type Order } from './domain.ts';
import { settlePlacing, type TogetherDeps } from './together.ts';

/** Orders decided in one turn, and how many of them at once. */
const TURN = 200;
const AT_ONCE = 8;

/** What is looked at before an order is decided on. */
type Due = Pick<Order, '_id' | 'state' | 'request'>;

export type DeadlineDeps = TogetherDeps & { log: Logger };

/**
 * Does what the clock does to orders: cancels the unpaid, takes receipt for granted, gives up checkouts that died.
 * Costs what is due, through the index on `due_at`. Should two replicas run it at once, each write is decided under the
 * order's version. Answers how many were due.
 */
export async function sweepDeadlines(deps: DeadlineDeps): Promise<number> {
  const { store, returns, clock, log } = deps;
  const due = await store.orders
    .find({ due_at: { $lte: clock.now() } }, { sort: { due_at: 1 }, limit: TURN })
    .project<Due>({ state: 1, request: 1 })
    .toArray();
  const settle = async (order: Due) => {
    try {
      const settled = order.state === 'placing' ? settlePlacing(deps, order) : store.update(order._id, falls);
      returns.nudge(await settled);
    } catch (error) {
      log.warn({ err: error, order: order._id }, 'deadline will be tried again');
    }
  };
  const falls = (order: Order) => fallDue(order, clock.now());
  const queue = [...due];
  const worker = async () => {
    for (let order = queue.shift(); order; order = queue.shift()) await settle(order);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return due.length;
}
