import { z } from 'zod';
import { amount, event, instant, positiveAmount } from './event.ts';

export const PAYMENTS_TOPIC = 'payments.intent.v1';

/** The provider took the payer's money. Key: paymentId. `paidAt` is the provider's time. */
export const PaymentCaptured = event(
  PAYMENTS_TOPIC,
  'payments.intent.captured.v1',
  z.object({
    paymentId: z.string(),
    payerId: z.string(),
    provider: z.string(),
    providerTransactionId: z.string(),
    total: positiveAmount,
    currency: z.string(),
    paidAt: instant,
    orders: z.array(z.object({ orderId: z.string(), amount: positiveAmount })),
    version: z.number().int(),
  }),
);

/** The provider gave money back. */
export const RefundSucceeded = event(
  PAYMENTS_TOPIC,
  'payments.intent.refund-succeeded.v1',
  z.object({
    paymentId: z.string(),
    refundId: z.string(),
    orderId: z.string(),
    amount: positiveAmount,
    currency: z.string(),
    refundedAt: instant,
    version: z.number().int(),
  }),
);

/**
 * One immutable double entry: the legs add up to zero. Positive is a debit, negative a credit.
 * Accounts: `provider:<name>` (what the provider holds for us) and `order:<id>` (what we owe for an order).
 */
export const EntryRecorded = event(
  PAYMENTS_TOPIC,
  'payments.intent.entry-recorded.v1',
  z.object({
    entryId: z.string(),
    paymentId: z.string(),
    kind: z.enum(['capture', 'refund']),
    currency: z.string(),
    at: instant,
    legs: z
      .array(z.object({ account: z.string(), amount }))
      .min(2)
      .refine((legs) => legs.reduce((sum, leg) => sum + leg.amount, 0) === 0, 'the legs do not balance'),
  }),
);
