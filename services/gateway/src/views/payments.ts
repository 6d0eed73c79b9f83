import type { Intent__Output } from '@social/contracts/generated/social/payments/v1/Intent';
import type { IntentState__Output } from '@social/contracts/generated/social/payments/v1/IntentState';
import { z } from 'zod';
import { Instant, instant, Money, money, optional, optionalInstant } from './values.ts';

const PaymentState = z.enum(['unspecified', 'pending', 'captured', 'failed']);
const STATES: Record<IntentState__Output, z.output<typeof PaymentState>> = {
  INTENT_STATE_UNSPECIFIED: 'unspecified',
  INTENT_STATE_PENDING: 'pending',
  INTENT_STATE_CAPTURED: 'captured',
  INTENT_STATE_FAILED: 'failed',
};

export const Payment = z
  .strictObject({
    paymentId: z.string(),
    payerId: z.string(),
    provider: z.string(),
    state: PaymentState,
    total: Money,
    orders: z.array(z.strictObject({ orderId: z.string(), amount: Money })),
    cashierUrl: z.string().optional().meta({ description: "Where the payer's browser goes to pay." }),
    refunds: z.array(
      z.strictObject({
        refundId: z.string(),
        orderId: z.string(),
        amount: Money,
        reason: z.string(),
        state: z.string(),
        refundedAt: Instant.optional(),
      }),
    ),
    createdAt: Instant,
    payBy: Instant.optional(),
    paidAt: Instant.optional(),
  })
  .meta({ id: 'Payment' });

export function payment(from: Intent__Output): z.output<typeof Payment> {
  const total = money(from.total);
  const inCurrency = (amount: number) => ({ amount, currency: total.currency });
  return {
    paymentId: from.paymentId,
    payerId: from.payerId,
    provider: from.provider,
    state: STATES[from.state],
    total,
    orders: from.orders.map(({ orderId, amount }) => ({ orderId, amount: inCurrency(amount) })),
    cashierUrl: optional(from.cashierUrl),
    refunds: from.refunds.map((refund) => ({
      ...refund,
      amount: inCurrency(refund.amount),
      refundedAt: optionalInstant(refund.refundedAt),
    })),
    createdAt: instant(from.createdAt),
    payBy: optionalInstant(from.payBy),
    paidAt: optionalInstant(from.paidAt),
  };
}

export const Balance = z
  .strictObject({ captured: Money, refunded: Money, refundsPending: Money })
  .meta({ id: 'Balance' });
