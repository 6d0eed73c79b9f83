import type { Intent, Refund } from './domain.ts';

/** One immutable double entry. The legs add up to zero; positive is a debit, negative a credit. */
export type Entry = {
  entry_id: string;
  kind: 'capture' | 'refund';
  order_id: string;
  /** When the money moved, by the provider's clock. */
  at: Date;
  /** The provider's leg first. Accounts: `provider:<name>`, `order:<id>`. Minor units. */
  legs: [Leg, Leg];
};

export type Leg = { account: string; amount: number };

/** The provider holds more (or less) for us, and we owe an order as much more (or less). */
const legs = (provider: string, orderId: string, amount: number): [Leg, Leg] => [
  { account: `provider:${provider}`, amount },
  { account: `order:${orderId}`, amount: -amount },
];

/** Money in: one entry an order. */
export const captureEntries = (intent: Intent, paidAt: Date): Entry[] =>
  intent.orders.map(({ order_id, amount }) => ({
    entry_id: `${intent._id}:capture:${order_id}`,
    kind: 'capture',
    order_id,
    at: paidAt,
    legs: legs(intent.provider, order_id, amount),
  }));

/** Money back: the legs of its capture reversed, for the part that goes back. */
export const refundEntry = (intent: Intent, refund: Refund, refundedAt: Date): Entry => ({
  entry_id: refund.refund_id,
  kind: 'refund',
  order_id: refund.order_id,
  at: refundedAt,
  legs: legs(intent.provider, refund.order_id, -refund.amount),
});
