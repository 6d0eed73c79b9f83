import { describe, expect, it } from 'vitest';
import {
  type Captured,
  giveBack,
  LOST_ORDER,
  type Refunded,
  type RefundWish,
  tellCaptured,
  tellRefunded,
} from './retold.ts';

const NOON = new Date('2026-11-26T12:00:00Z');
const LATER = new Date('2026-11-26T13:00:00Z');

const captured: Captured = {
  paymentId: 'pay_1',
  payerId: 'usr_ann',
  provider: 'sandbox',
  providerTransactionId: 'txn_1',
  total: 1500,
  currency: 'CNY',
  paidAt: NOON.toISOString(),
  orders: [
    { orderId: 'ord_1', amount: 1000 },
    { orderId: 'ord_2', amount: 500 },
  ],
  version: 4,
};

const wish = (over: Partial<RefundWish> = {}): RefundWish => ({
  ...{ orderId: 'ord_1', buyerId: 'usr_ann', merchantId: 'mer_1', version: 7 },
  ...{ refundId: 'ref_ord_1', paymentId: 'pay_1', amount: 1000, currency: 'CNY', reason: 'not-filled' },
  ...over,
});

const refunded: Refunded = {
  ...{ paymentId: 'pay_1', refundId: 'ref_ord_1', orderId: 'ord_1', amount: 1000, currency: 'CNY' },
  ...{ refundedAt: LATER.toISOString(), version: 6 },
};

const told = () => {
  const found = tellCaptured(undefined, captured);
  if (!found) throw new Error('it was to be told');
  return found;
};

const types = (facts: { event: { type: string } }[]) => facts.map(({ event }) => event.type.split('.')[2]);

describe('a payment that came after the backup', () => {
  it('is in the books as the provider took it, above every version that was told of it', () => {
    const { intent, facts } = told();

    expect(intent).toMatchObject({ _id: 'pay_1', state: 'captured', total: 1500, paid_at: NOON });
    expect(intent.entries.map(({ order_id, legs }) => [order_id, legs[0].amount])).toEqual([
      ['ord_1', 1000],
      ['ord_2', 500],
    ]);
    expect(intent.version).toBe(5);
    expect(types(facts)).toEqual(['captured', 'entry-recorded', 'entry-recorded']);
  });

  it('that the documents know as paid is not told again', () => {
    expect(tellCaptured(told().intent, captured)).toBeUndefined();
  });

  it('that was open in the backup keeps what the documents say of it', () => {
    const open = { ...told().intent, state: 'pending' as const, entries: [], description: '龙井', version: 2 };

    expect(tellCaptured(open, captured)?.intent).toMatchObject({ state: 'captured', description: '龙井', version: 5 });
  });
});

describe('money of an order that is no more', () => {
  it('goes back, all of it, once', () => {
    const { intent } = giveBack(told(), 'ord_1', [], NOON);

    expect(intent.refunds).toMatchObject([
      { refund_id: 'ref_ord_1_pay_1', order_id: 'ord_1', amount: 1000, reason: LOST_ORDER, due_at: NOON },
    ]);
    expect(giveBack({ intent, facts: [] }, 'ord_1', [], NOON).intent.refunds).toHaveLength(1);
  });

  it('goes back under the ids that were asked for before, so that no provider makes a refund twice', () => {
    const part = wish({ amount: 400 });
    const { intent } = giveBack(told(), 'ord_1', [part, wish({ orderId: 'ord_2', refundId: 'ref_ord_2' })], NOON);

    expect(intent.refunds.map(({ refund_id, amount }) => [refund_id, amount])).toEqual([
      ['ref_ord_1', 400],
      ['ref_ord_1_pay_1', 600],
    ]);
  });
});

describe('a refund that came after the backup', () => {
  it('is in the books, and told to the orders', () => {
    const found = tellRefunded(told().intent, refunded, LATER);

    expect(found?.intent.refunds).toMatchObject([{ refund_id: 'ref_ord_1', state: 'succeeded', refunded_at: LATER }]);
    expect(found?.intent.version).toBeGreaterThan(refunded.version);
    expect(types(found?.facts ?? [])).toEqual(['refund-succeeded', 'entry-recorded']);
  });

  it('settles what was asked for because its order is no more', () => {
    const asked = giveBack(told(), 'ord_1', [wish()], NOON);

    expect(tellRefunded(asked.intent, refunded, LATER)?.intent.refunds).toMatchObject([
      { refund_id: 'ref_ord_1', state: 'succeeded' },
    ]);
  });

  it('changes nothing when it is known, when its payment is not, or when it would be more than was taken', () => {
    const known = tellRefunded(told().intent, refunded, LATER);
    expect(tellRefunded(known?.intent, refunded, LATER)).toBeUndefined();
    expect(tellRefunded(undefined, refunded, LATER)).toBeUndefined();
    expect(tellRefunded(told().intent, { ...refunded, amount: 1001 }, LATER)).toBeUndefined();
  });
});
