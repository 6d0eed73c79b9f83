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

/** One notification that is owed to the merchant; without `due_at` it is settled. */
export type Callback = {
  id: string;
  due_at?: Date;
  attempts: number;
  /** So many first attempts fail on purpose, without reaching the merchant. */
  fail_first: number;
  outcome?: 'delivered' | 'given-up';
};

/** What a developer asks the provider to do wrong with the callbacks of one payment. */
export type Misbehaviour = { delaySeconds: number; duplicates: number; failFirst: number; drop: boolean };

/** What the merchant is told of a charge. */
export type ChargeState = 'open' | 'captured' | 'expired';

/** Most attempts of one callback. */
export const CALLBACK_ATTEMPTS_MAX = 40;

/** A refusal of the provider: HTTP status and stable code. */
export class SandboxError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** An unpaid charge ends with its time. */
export function stateAt(charge: Charge, now: Date): ChargeState {
  if (charge.state === 'captured') return 'captured';
  return charge.expires_at <= now ? 'expired' : 'open';
}

/** The callbacks owed for a payment: one, or as many as the misbehaviour asks for. */
export function callbacksFor(misbehaviour: Misbehaviour, now: Date, mintId: () => string): Callback[] {
  if (misbehaviour.drop) return [];

  const dueAt = new Date(now.getTime() + misbehaviour.delaySeconds * 1000);
  return Array.from({ length: 1 + misbehaviour.duplicates }, () => ({
    id: mintId(),
    due_at: dueAt,
    attempts: 0,
    fail_first: misbehaviour.failFirst,
  }));
}

/** Milliseconds until the next attempt after `attempts` failed; undefined: enough is enough. */
export function retryPause(attempts: number, pausesMs: readonly number[]): number | undefined {
  if (attempts >= CALLBACK_ATTEMPTS_MAX) return undefined;
  return pausesMs[Math.min(attempts, pausesMs.length) - 1];
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

/** Longest that a merchant may take to answer a callback. */
export const ANSWER_TIMEOUT_MS = 5000;

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

const withCallback = (charge: Charge, id: string, next: (callback: Callback) => Callback): Charge => ({
  ...charge,
  version: charge.version + 1,
  callbacks: charge.callbacks.map((callback) => (callback.id === id ? next(callback) : callback)),
});

/**
 * Begins an attempt of a callback if it is due; the next one is due after this one and its pause, should this process
 * die. Undefined when it is not due.
 */
export function beginAttempt(charge: Charge, id: string, pausesMs: readonly number[], now: Date): Charge | undefined {
  const callback = charge.callbacks.find((one) => one.id === id);
  if (!callback?.due_at || callback.due_at > now) return undefined;

  const attempts = callback.attempts + 1;
  const pause = retryPause(attempts, pausesMs) ?? 0;
  return withCallback(charge, id, (one) => ({
    ...one,
    attempts,
    due_at: new Date(now.getTime() + ANSWER_TIMEOUT_MS + pause),
  }));
}

/** How an attempt ended: the callback is delivered, given up, or due again. */
export function endAttempt(
  charge: Charge,
  id: string,
  delivered: boolean,
  pausesMs: readonly number[],
  now: Date,
): Charge {
  return withCallback(charge, id, ({ due_at: _, ...callback }) => {
    if (delivered) return { ...callback, outcome: 'delivered' };
    const pause = retryPause(callback.attempts, pausesMs);
    if (pause === undefined) return { ...callback, outcome: 'given-up' };
    return { ...callback, due_at: new Date(now.getTime() + pause) };
  });
}
