/**
 * Payments as facts tell them that came after a backup: what a provider did it has done, whatever our documents say. By
 * payments' own rules, and told anew, so that orders hear of them as they are now.
 */
import { DomainError } from '@social/contracts/errors';
import type { DataOf } from '@social/contracts/events/event';
import type { RefundRequested } from '@social/contracts/events/orders';
import type { PaymentCaptured, RefundSucceeded } from '@social/contracts/events/payments';
import { type Change, capture, type Fact, type Intent } from '@social/payments/domain';
import { requestRefund, refundSucceeded as settle } from '@social/payments/refunds';

export type Captured = DataOf<typeof PaymentCaptured>;
export type Refunded = DataOf<typeof RefundSucceeded>;
export type RefundWish = DataOf<typeof RefundRequested>;

/** A payment as it is from now on, and what is to be told of it. */
export interface Told {
  intent: Intent;
  facts: Fact[];
}

const apply = (told: Told, change: Change): Told =>
  change ? { intent: change.intent, facts: [...told.facts, ...change.facts] } : told;

/** Whoever has seen a version of it takes the next one for newer. */
const from = (intent: Intent, seen: number): Told => ({
  intent: { ...intent, version: Math.max(intent.version, seen) },
  facts: [],
});

/** A payment of which the documents know nothing: it was opened after the backup. */
const unknown = ({ paymentId, payerId, provider, orders, total, currency, paidAt, version }: Captured): Intent => ({
  _id: paymentId,
  payer_id: payerId,
  provider,
  state: 'pending',
  orders: orders.map(({ orderId, amount }) => ({ order_id: orderId, amount })),
  total,
  currency,
  description: '',
  return_url: '',
  pay_by: new Date(paidAt),
  created_at: new Date(paidAt),
  refunds: [],
  entries: [],
  queries: 0,
  version,
});

/** The provider took the payer's money. Undefined when the documents know it already. */
export function tellCaptured(before: Intent | undefined, captured: Captured): Told | undefined {
  const { total: amount, currency, version } = captured;
  const taken = {
    paymentId: captured.paymentId,
    transactionId: captured.providerTransactionId,
    paidAt: new Date(captured.paidAt),
    ...{ amount, currency },
  };
  const told = from(before ?? unknown(captured), version);
  const change = capture(told.intent, taken);
  return change && apply(told, change);
}

/** Why money goes back whose order came after the backup. */
export const LOST_ORDER = 'order-lost-in-restore';

/**
 * The money of an order that is no more goes back to its payer: what was asked for is asked for again under its id, so
 * that a provider that has made it makes it once; the rest under one of its own.
 */
export function giveBack(told: Told, orderId: string, asked: readonly RefundWish[], now: Date): Told {
  const ofOrder = asked.filter((wish) => wish.orderId === orderId);
  const before = ofOrder.reduce((each, wish) => apply(each, requestRefund(each.intent, wish, now)), told);
  const taken = before.intent.orders.find(({ order_id }) => order_id === orderId)?.amount ?? 0;
  const promised = before.intent.refunds
    .filter(({ order_id, state }) => order_id === orderId && state !== 'failed')
    .reduce((sum, { amount }) => sum + amount, 0);
  if (promised >= taken) return before;

  const refundId = `ref_${orderId}_${before.intent._id}`;
  const { currency } = before.intent;
  const rest = { refundId, orderId, amount: taken - promised, currency, reason: LOST_ORDER };
  return apply(before, requestRefund(before.intent, rest, now));
}

/** The provider gave money back. Undefined when the documents know it, or never knew the payment. */
export function tellRefunded(before: Intent | undefined, refunded: Refunded, now: Date): Told | undefined {
  if (!before) return undefined;

  const { refundId, orderId, amount, currency } = refunded;
  const wish = { refundId, orderId, amount, currency, reason: 'given-back-before-restore' };
  try {
    const seen = from(before, refunded.version);
    const asked = apply(seen, requestRefund(seen.intent, wish, now));
    const change = settle(asked.intent, refundId, new Date(refunded.refundedAt));
    return change && apply(asked, change);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
