import { createHash } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { DataOf, EventType } from '@social/contracts/events/event';
import { EntryRecorded, PaymentCaptured } from '@social/contracts/events/payments';
import { captureEntries, type Entry } from './entries.ts';
import type { Capture } from './provider.ts';

/** One attempt to get one or more orders paid, as it stands in the collection `intents`. Amounts in minor units. */
export type Intent = {
  _id: string;
  payer_id: string;
  provider: string;
  /** `failed`: it was never paid, and the provider says it cannot be any more. */
  state: 'pending' | 'captured' | 'failed';
  orders: IntentOrder[];
  total: number;
  currency: string;
  description: string;
  return_url: string;
  cashier_url?: string;
  pay_by: Date;
  created_at: Date;
  provider_transaction_id?: string;
  /** By the provider's clock. */
  paid_at?: Date;
  refunds: Refund[];
  entries: Entry[];
  /** Names payer, provider, orders and amounts while the payment is open: there is one open payment of a kind. */
  open_key?: string;
  /** The requests that were answered with this payment. */
  requests?: RequestKey[];
  /** When to ask the provider, as no notification came. */
  query_at?: Date;
  queries: number;
  version: number;
};

export type IntentOrder = { order_id: string; amount: number };
export type RequestKey = { id: string; body_hash: string };

export type Refund = {
  refund_id: string;
  order_id: string;
  amount: number;
  reason: string;
  state: 'requested' | 'succeeded' | 'failed';
  requested_at: Date;
  refunded_at?: Date;
  /** Sendings that were begun; after the first one the outcome may be unknown. */
  attempts: number;
  /** When to send or look again; absent when settled. */
  due_at?: Date;
  /** The trace in which it was asked for; the attempts belong to it. */
  traceparent?: string;
};

/** What an order has to bring, as orders says. */
export type Payable = { orderId: string; amount: number; currency: string; payBy: Date; title: string };

export type PaymentWish = {
  paymentId: string;
  payerId: string;
  provider: string;
  returnUrl: string;
  payables: Payable[];
};

/** Something that happened to a payment, for the outbox. */
export type Fact = { event: EventType; data: unknown };

/** The next state of a payment and what happened; undefined where nothing is to change. */
export type Change = { intent: Intent; facts: Fact[] } | undefined;

/** A fact with data of its event's form. */
export const fact = <E extends EventType>(event: E, data: DataOf<E>): Fact => ({ event, data });

/** The payment with some of it changed, one version on. */
export const changed = (intent: Intent, changes: Partial<Intent>, facts: Fact[] = []): Change => ({
  intent: { ...intent, ...changes, version: intent.version + 1 },
  facts,
});

/** Longest pause between two questions to a provider: ten minutes. */
const PAUSE_MAX_MS = 600_000;

/** Milliseconds to wait after `attempts` tries: doubling from `firstMs`, ten minutes at most. */
export const pauseAfter = (attempts: number, firstMs: number): number =>
  Math.min(firstMs * 2 ** Math.min(attempts, 30), Math.max(firstMs, PAUSE_MAX_MS));

/** The name of an open payment: the same payer, provider, orders and amounts give the same one. */
function openKey({ payerId, provider, payables }: PaymentWish): string {
  const lines = payables.map(({ orderId, amount, currency }) => `${orderId} ${amount} ${currency}`).sort();
  return createHash('sha256')
    .update([payerId, provider, ...lines].join('\n'))
    .digest('hex');
}

/**
 * A new payment of orders, to be paid by the earliest of their deadlines.
 * @param queryAfterMs how long to wait for a notification before the provider is asked
 * Errors: order-not-payable (nothing to pay, or too late), currency-mixed.
 */
export function openIntent(wish: PaymentWish, queryAfterMs: number, now: Date): Intent {
  const { payables } = wish;
  const currencies = new Set(payables.map(({ currency }) => currency));
  const total = payables.reduce((sum, { amount }) => sum + amount, 0);
  const payBy = new Date(Math.min(...payables.map((payable) => payable.payBy.getTime())));
  const [currency] = currencies;
  if (currencies.size > 1) throw new DomainError('currency-mixed');
  if (currency === undefined || total <= 0 || payBy <= now) throw new DomainError('order-not-payable');

  const intent: Intent = {
    _id: wish.paymentId,
    payer_id: wish.payerId,
    provider: wish.provider,
    state: 'pending',
    orders: payables.map(({ orderId, amount }) => ({ order_id: orderId, amount })),
    total,
    currency,
    description: payables
      .map(({ title }) => title)
      .join(', ')
      .slice(0, 120),
    return_url: wish.returnUrl,
    pay_by: payBy,
    created_at: now,
    refunds: [],
    entries: [],
    open_key: openKey(wish),
    queries: 0,
    version: 1,
  };
  return { ...intent, query_at: nextQueryAt(intent, queryAfterMs, now) };
}

/** The provider gave an address to pay at. */
export const chargeOpened = (intent: Intent, cashierUrl: string): Change =>
  intent.cashier_url === cashierUrl ? undefined : changed(intent, { cashier_url: cashierUrl });

/**
 * The payer's money came. Taken whatever became of the orders meanwhile: orders decides what is late, and money that
 * was taken is never missed. A second notification changes nothing. Errors: callback-amount-wrong.
 */
export function capture(intent: Intent, { amount, currency, transactionId, paidAt }: Capture): Change {
  if (amount !== intent.total || currency !== intent.currency) throw new DomainError('callback-amount-wrong');
  if (intent.state === 'captured') return undefined;

  const entries = captureEntries(intent, paidAt);
  const captured = fact(PaymentCaptured, {
    paymentId: intent._id,
    payerId: intent.payer_id,
    provider: intent.provider,
    providerTransactionId: transactionId,
    total: intent.total,
    currency: intent.currency,
    paidAt: paidAt.toISOString(),
    orders: intent.orders.map((order) => ({ orderId: order.order_id, amount: order.amount })),
    version: intent.version + 1,
  });
  return changed(
    intent,
    {
      state: 'captured',
      provider_transaction_id: transactionId,
      paid_at: paidAt,
      entries: [...intent.entries, ...entries],
      open_key: undefined,
      query_at: undefined,
    },
    [captured, ...entries.map((entry) => recorded(intent, entry))],
  );
}

/** The provider says that it can no longer be paid. */
export const expire = (intent: Intent): Change =>
  intent.state === 'pending'
    ? changed(intent, { state: 'failed', open_key: undefined, query_at: undefined })
    : undefined;

/**
 * When to ask the provider next: less and less often, and once right after the deadline, because an order waits only
 * a short grace for a payment that was made in time.
 */
export function nextQueryAt(intent: Intent, queryAfterMs: number, now: Date): Date {
  const next = now.getTime() + pauseAfter(intent.queries, queryAfterMs);
  const afterDeadline = intent.pay_by.getTime() + 1000;
  return new Date(now.getTime() < afterDeadline ? Math.min(next, afterDeadline) : next);
}

/** Takes the due question to the provider; the next one is due later, should this one be lost. */
export function claimQuery(intent: Intent, queryAfterMs: number, now: Date): Change {
  if (intent.state !== 'pending' || !intent.query_at || intent.query_at > now) return undefined;

  const asked = { ...intent, queries: intent.queries + 1 };
  return changed(asked, { query_at: nextQueryAt(asked, queryAfterMs, now) });
}

/** The fact that an entry was made. */
export const recorded = (intent: Intent, entry: Entry): Fact =>
  fact(EntryRecorded, {
    entryId: entry.entry_id,
    paymentId: intent._id,
    kind: entry.kind,
    currency: intent.currency,
    at: entry.at.toISOString(),
    legs: entry.legs,
  });
