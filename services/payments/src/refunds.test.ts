import { DomainError } from '@social/contracts/errors';
import { EntryRecorded, RefundSucceeded } from '@social/contracts/events/payments';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anIntent, NOON, paid, SECOND } from '../test/an-intent.ts';
import { type Change, capture, type Intent } from './domain.ts';
import { claimRefund, postponeRefund, refundRefused, refundSucceeded, requestRefund } from './refunds.ts';

const captured = (): Intent => capture(anIntent(), paid())?.intent ?? anIntent();
const wish = { refundId: 'ref_ord_1', orderId: 'ord_1', amount: 700, currency: 'CNY', reason: 'group-failed' };
const requested = (): Intent => requestRefund(captured(), wish, NOON)?.intent ?? captured();

const refused = (work: () => unknown): boolean => {
  try {
    work();
    return false;
  } catch (error) {
    return error instanceof DomainError && error.code === 'refund-invalid';
  }
};

describe('asking for a refund', () => {
  it('is due at once, and once a refund id', () => {
    expect(requested().refunds).toMatchObject([{ refund_id: 'ref_ord_1', state: 'requested', due_at: NOON }]);
    expect(requestRefund(requested(), wish, NOON)).toBeUndefined();
  });

  it('is refused beyond what the order brought, in another currency, for a stranger or unpaid order', () => {
    expect(refused(() => requestRefund(captured(), { ...wish, amount: 701 }, NOON))).toBe(true);
    expect(refused(() => requestRefund(requested(), { ...wish, refundId: 'ref_2', amount: 1 }, NOON))).toBe(true);
    expect(refused(() => requestRefund(requested(), { ...wish, amount: 1 }, NOON))).toBe(true);
    expect(refused(() => requestRefund(captured(), { ...wish, currency: 'USD' }, NOON))).toBe(true);
    expect(refused(() => requestRefund(captured(), { ...wish, orderId: 'ord_9' }, NOON))).toBe(true);
    expect(refused(() => requestRefund(anIntent(), wish, NOON))).toBe(true);
  });
});

describe('making a refund', () => {
  it('is one attempt at a time, and another when the first was lost', () => {
    const claimed = claimRefund(requested(), wish.refundId, 7 * SECOND, NOON)?.intent ?? requested();
    expect(claimRefund(claimed, wish.refundId, 7 * SECOND, NOON)).toBeUndefined();
    const later = new Date(NOON.getTime() + 7 * SECOND);
    expect(claimRefund(claimed, wish.refundId, 7 * SECOND, later)?.intent.refunds[0]?.attempts).toBe(2);
  });

  it('waits longer after every unknown outcome', () => {
    const tried = { ...requested(), refunds: requested().refunds.map((refund) => ({ ...refund, attempts: 3 })) };
    const postponed = postponeRefund(tried, wish.refundId, 2 * SECOND, NOON);
    expect(postponed?.intent.refunds[0]?.due_at).toEqual(new Date(NOON.getTime() + 8 * SECOND));
  });

  it('says so and makes the reversed entry, once', () => {
    const change = refundSucceeded(requested(), wish.refundId, NOON);
    expect(change?.facts.map(({ event }) => event)).toEqual([RefundSucceeded, EntryRecorded]);
    expect(change?.intent.entries.at(-1)?.legs).toEqual([
      { account: 'provider:sandbox', amount: -700 },
      { account: 'order:ord_1', amount: 700 },
    ]);
    expect(refundSucceeded(change?.intent ?? captured(), wish.refundId, NOON)).toBeUndefined();
  });

  it('that the provider refuses leaves the money to be refunded another way', () => {
    const failed = refundRefused(requested(), wish.refundId)?.intent ?? requested();
    expect(failed.refunds[0]).toMatchObject({ state: 'failed', due_at: undefined });
    expect(requestRefund(failed, { ...wish, refundId: 'ref_2' }, NOON)?.intent.refunds).toHaveLength(2);
  });
});

/** Anything that can be heard of a payment, in any order and again. */
const step = fc.oneof(
  fc.constant((intent: Intent): Change => capture(intent, paid())),
  fc
    .record({
      id: fc.integer({ min: 1, max: 5 }),
      order: fc.constantFrom('ord_1', 'ord_2'),
      amount: fc.integer({ min: -5, max: 800 }),
    })
    .map(({ id, order, amount }) => (intent: Intent): Change => {
      try {
        return requestRefund(intent, { ...wish, refundId: `ref_${id}`, orderId: order, amount }, NOON);
      } catch {
        return undefined;
      }
    }),
  fc.integer({ min: 1, max: 5 }).map(
    (id) =>
      (intent: Intent): Change =>
        refundSucceeded(intent, `ref_${id}`, NOON),
  ),
  fc.integer({ min: 1, max: 5 }).map(
    (id) =>
      (intent: Intent): Change =>
        refundRefused(intent, `ref_${id}`),
  ),
);

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

it('whatever is heard in whatever order: every entry balances, and no order gets back more than it brought', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const end = steps.reduce((intent, apply) => apply(intent)?.intent ?? intent, anIntent());
      for (const { legs } of end.entries) expect(sum(legs.map(({ amount }) => amount))).toBe(0);
      expect(new Set(end.entries.map(({ entry_id }) => entry_id)).size).toBe(end.entries.length);

      const held = sum(end.entries.map(({ legs }) => legs[0].amount));
      const refunded = sum(end.refunds.filter(({ state }) => state === 'succeeded').map(({ amount }) => amount));
      expect(held).toBe(end.state === 'captured' ? end.total - refunded : 0);
      for (const { order_id, amount } of end.orders) {
        const promised = end.refunds.filter((refund) => refund.order_id === order_id && refund.state !== 'failed');
        expect(sum(promised.map((refund) => refund.amount))).toBeLessThanOrEqual(amount);
      }
    }),
    { numRuns: 2000 },
  );
});
