import type { Callback } from '@social/sandbox/callbacks';
import { SandboxError } from '@social/sandbox/sandbox-error';

/** What the provider promises about one charge, as it stands in the collection `charges`. */
export type Charge = {
  _id: string;
  /** The merchant's own number of the payment; one charge a number. */
  out_trade_no: string;
  /** Minor units. */
  amount: number;
  currency: string;
  description: string;
  notify_url: string;
  return_url?: string;
  /** The trace in which the merchant made the charge; its notifications go on in it (W3C Trace Context). */
  traceparent?: string;
  expires_at: Date;
  created_at: Date;
  state: 'open' | 'captured';
  /** How the payer's last try ended that did not pay. */
  last_attempt?: 'declined' | 'cancelled';
  transaction_id?: string;
  paid_at?: Date;
  /** Sum of the refunds; never more than `amount`. */
  refunded: number;
  refunds: ChargeRefund[];
  callbacks: Callback[];
  version: number;
};

export type ChargeRefund = {
  /** The merchant's own number of the refund; its idempotency key. */
  out_refund_no: string;
  amount: number;
  reason: string;
  refunded_at: Date;
};

/** What the merchant is told of a charge. */
export type ChargeState = 'open' | 'captured' | 'expired';

/** An unpaid charge ends with its time. */
export function stateAt(charge: Charge, now: Date): ChargeState {
  if (charge.state === 'captured') return 'captured';
  return charge.expires_at <= now ? 'expired' : 'open';
}

/** The body of the notification that a charge was paid; the same bytes at every attempt. */
export const notificationOf = (charge: Charge): string =>
  JSON.stringify({
    event: 'charge.captured',
    chargeId: charge._id,
    outTradeNo: charge.out_trade_no,
    transactionId: charge.transaction_id,
    amount: charge.amount,
    currency: charge.currency,
    paidAt: charge.paid_at?.toISOString(),
  });

export type Payment = {
  transactionId: string;
  paidAt: Date;
  callbacks: Callback[];
  now: Date;
  afterExpiry: 'refuse' | 'allow';
};

/**
 * Takes the payer's money; the callbacks are owed from the same write on. Undefined when it was taken before.
 * Errors: 409 charge-expired.
 */
export function pay(charge: Charge, payment: Payment): Charge | undefined {
  if (charge.state === 'captured') return undefined;
  if (payment.afterExpiry === 'refuse' && charge.expires_at <= payment.now) {
    throw new SandboxError(409, 'charge-expired', 'the time to pay is over');
  }

  const { last_attempt: _, ...rest } = charge;
  const { transactionId, paidAt, callbacks } = payment;
  const taken = { state: 'captured' as const, transaction_id: transactionId, paid_at: paidAt, callbacks };
  return { ...rest, ...taken, version: charge.version + 1 };
}

/** Notes a try of the payer that did not pay; an open charge stays open. */
export const noteAttempt = (charge: Charge, outcome: 'declined' | 'cancelled'): Charge | undefined =>
  charge.state === 'open' ? { ...charge, last_attempt: outcome, version: charge.version + 1 } : undefined;

/**
 * Gives money back once a refund number, never more than was taken. Undefined when it was given back before.
 * Errors: 409 refund-no-reused, charge-not-captured, refund-exceeds-charge.
 */
export function refund(charge: Charge, wished: ChargeRefund): Charge | undefined {
  const first = charge.refunds.find(({ out_refund_no }) => out_refund_no === wished.out_refund_no);
  if (first && first.amount !== wished.amount) {
    throw new SandboxError(409, 'refund-no-reused', 'this outRefundNo was used for another amount');
  }
  if (first) return undefined;
  if (charge.state !== 'captured') throw new SandboxError(409, 'charge-not-captured', 'nothing was paid yet');
  if (charge.refunded + wished.amount > charge.amount) {
    throw new SandboxError(409, 'refund-exceeds-charge', 'more would be refunded than was paid');
  }

  const refunded = charge.refunded + wished.amount;
  return { ...charge, refunded, refunds: [...charge.refunds, wished], version: charge.version + 1 };
}
