import { DomainError } from '@social/contracts/errors';
import { RefundSucceeded } from '@social/contracts/events/payments';
import { type Change, changed, fact, type Intent, pauseAfter, type Refund, recorded } from './domain.ts';
import { refundEntry } from './entries.ts';

export type RefundWish = {
  refundId: string;
  orderId: string;
  amount: number;
  currency: string;
  reason: string;
  traceparent?: string;
};

const find = (intent: Intent, refundId: string): Refund | undefined =>
  intent.refunds.find(({ refund_id }) => refund_id === refundId);

const withRefund = (intent: Intent, refund: Refund): Refund[] =>
  intent.refunds.map((other) => (other.refund_id === refund.refund_id ? refund : other));

const promised = (refunds: Refund[]): number =>
  refunds.filter(({ state }) => state !== 'failed').reduce((sum, { amount }) => sum + amount, 0);

/**
 * Money of an order is to go back, once a refund id; never more than was captured for that order.
 * Errors: refund-invalid.
 */
export function requestRefund(intent: Intent, wish: RefundWish, now: Date): Change {
  const known = find(intent, wish.refundId);
  if (known && known.amount === wish.amount && known.order_id === wish.orderId) return undefined;
  if (known) throw new DomainError('refund-invalid', 'this refund id was used for another refund');
  if (intent.state !== 'captured') throw new DomainError('refund-invalid', 'the payment was not captured');
  if (wish.currency !== intent.currency) throw new DomainError('refund-invalid', 'the currency is another');
  const order = intent.orders.find(({ order_id }) => order_id === wish.orderId);
  if (!order || wish.amount <= 0) throw new DomainError('refund-invalid', 'the payment took nothing for this order');
  const before = promised(intent.refunds.filter(({ order_id }) => order_id === wish.orderId));
  if (before + wish.amount > order.amount) throw new DomainError('refund-invalid', 'more than was captured');

  const refund: Refund = {
    refund_id: wish.refundId,
    order_id: wish.orderId,
    amount: wish.amount,
    reason: wish.reason.slice(0, 200),
    state: 'requested',
    requested_at: now,
    attempts: 0,
    due_at: now,
    traceparent: wish.traceparent,
  };
  return changed(intent, { refunds: [...intent.refunds, refund] });
}

/** Takes a due refund for one attempt. `leaseMs`: how long until another may, should this one be lost. */
export function claimRefund(intent: Intent, refundId: string, leaseMs: number, now: Date): Change {
  const refund = find(intent, refundId);
  if (!refund?.due_at || refund.due_at > now) return undefined;

  const claimed = { ...refund, attempts: refund.attempts + 1, due_at: new Date(now.getTime() + leaseMs) };
  return changed(intent, { refunds: withRefund(intent, claimed) });
}

/** The outcome is unknown: it is looked into again after a pause that grows. */
export function postponeRefund(intent: Intent, refundId: string, firstPauseMs: number, now: Date): Change {
  const refund = find(intent, refundId);
  if (refund?.state !== 'requested') return undefined;

  const dueAt = new Date(now.getTime() + pauseAfter(refund.attempts - 1, firstPauseMs));
  return changed(intent, { refunds: withRefund(intent, { ...refund, due_at: dueAt }) });
}

/** The provider will never make this refund; people have to look at it. */
export function refundRefused(intent: Intent, refundId: string): Change {
  const refund = find(intent, refundId);
  if (refund?.state !== 'requested') return undefined;

  return changed(intent, { refunds: withRefund(intent, { ...refund, state: 'failed', due_at: undefined }) });
}

/** The provider gave the money back. A second answer changes nothing. */
export function refundSucceeded(intent: Intent, refundId: string, refundedAt: Date): Change {
  const refund = find(intent, refundId);
  if (refund?.state !== 'requested') return undefined;

  const entry = refundEntry(intent, refund, refundedAt);
  const settled: Refund = { ...refund, state: 'succeeded', refunded_at: refundedAt, due_at: undefined };
  const succeeded = fact(RefundSucceeded, {
    paymentId: intent._id,
    refundId,
    orderId: refund.order_id,
    amount: refund.amount,
    currency: intent.currency,
    refundedAt: refundedAt.toISOString(),
    version: intent.version + 1,
  });
  return changed(intent, { refunds: withRefund(intent, settled), entries: [...intent.entries, entry] }, [
    succeeded,
    recorded(intent, entry),
  ]);
}
