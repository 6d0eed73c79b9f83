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
