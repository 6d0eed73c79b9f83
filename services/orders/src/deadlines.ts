import type { Clock } from '@social/runtime/clock';
import type { Logger } from '@social/runtime/log';
import { fallDue } from './domain.ts';
import type { StockReturns } from './stock.ts';
import type { Store } from './store.ts';

/** Orders decided in one turn, and how many of them at once. */
const TURN = 200;
const AT_ONCE = 8;

export type DeadlineDeps = { store: Store; returns: StockReturns; clock: Clock; log: Logger };

/**
 * Does what the clock does to orders: cancels the unpaid, takes receipt for granted, gives up checkouts that died.
 * Costs what is due, through the index on `due_at`. Should two replicas run it at once, each write is decided under the
 * order's version. Answers how many were due.
 */
export async function sweepDeadlines({ store, returns, clock, log }: DeadlineDeps): Promise<number> {
  const due = await store.orders
    .find({ due_at: { $lte: clock.now() } }, { projection: { _id: 1 }, sort: { due_at: 1 }, limit: TURN })
    .toArray();
  const settle = async (id: string) => {
    try {
      returns.nudge(await store.update(id, (order) => fallDue(order, clock.now())));
    } catch (error) {
      log.warn({ err: error, order: id }, 'deadline will be tried again');
    }
  };
  const queue = due.map(({ _id }) => _id);
  const worker = async () => {
    for (let id = queue.shift(); id; id = queue.shift()) await settle(id);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return due.length;
}
