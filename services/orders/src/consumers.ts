import { GroupFailed, GroupSucceeded, MemberJoined, PlacementRejected } from '@social/contracts/events/group-buy';
import { PaymentCaptured, RefundSucceeded } from '@social/contracts/events/payments';
import { type Handler, isPoison, on } from '@social/messaging/consumer';
import type { Clock } from '@social/runtime/clock';
import { crashPoint } from '@social/runtime/crash-point';
import { unlessLongOver } from './archive/refusal.ts';
import type { Order, Step } from './domain.ts';
import { capture, completeGroup, giveUpSeat, moveSeat, refunded } from './payment.ts';
import type { StockReturns } from './stock.ts';
import type { Store } from './store.ts';

export type ConsumerDeps = { store: Store; returns: StockReturns; clock: Clock };

/**
 * Does the work of an event for its orders, side by side: one that cannot be done does not keep the others from theirs.
 * Errors: what stopped the first one, infrastructure before refusals, so that a retry comes before dead letters.
 */
export async function eachOrder<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const results = await Promise.allSettled(items.map(work));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (failures.length === 0) return;

  throw failures.find((error) => !isPoison(error)) ?? failures[0];
}

/**
 * What happened elsewhere, and what it does to orders. An event about an order that does not exist cannot come true by
 * waiting: it goes to the dead letters as `order-not-found`.
 */
export function consumers({ store, returns, clock }: ConsumerDeps): Handler[] {
  const update = (orderId: string, rule: (order: Order) => Step) =>
    unlessLongOver(store, orderId, () => store.update(orderId, rule));
  return [
    on(PaymentCaptured, ({ paymentId, currency, paidAt, orders }) =>
      eachOrder(orders, async ({ orderId, amount }) => {
        const payment = { paymentId, amount, currency, paidAt: new Date(paidAt) };
        const order = await update(orderId, (current) => capture(current, payment, clock.now()));
        if (order) returns.nudge(order);
      }),
    ),
    on(RefundSucceeded, async ({ orderId, refundId, refundedAt }) => {
      await update(orderId, (order) => refunded(order, refundId, new Date(refundedAt), clock.now()));
    }),
    on(MemberJoined, async ({ orderId, groupId }) => {
      await update(orderId, (order) => moveSeat(order, groupId, clock.now()));
    }),
    on(GroupSucceeded, ({ orderIds, groupId }) =>
      eachOrder(orderIds, (orderId) => update(orderId, (order) => completeGroup(order, groupId, clock.now()))),
    ),
    on(GroupFailed, ({ orderIds, reason }) =>
      eachOrder(orderIds, async (orderId) => {
        await update(orderId, (order) => giveUpSeat(order, reason, clock.now()));
        crashPoint('refund-requested');
      }),
    ),
    on(PlacementRejected, async ({ orderId, reason }) => {
      await update(orderId, (order) => giveUpSeat(order, reason, clock.now()));
      crashPoint('refund-requested');
    }),
  ];
}
