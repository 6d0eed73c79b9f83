import { DomainError } from '@social/contracts/errors';
import { PaymentCaptured } from '@social/contracts/events/payments';
import { describe, expect, it } from 'vitest';
import { anIntent, aPayable, NOON, paid, SECOND } from '../test/an-intent.ts';
import { capture, claimQuery, expire, nextQueryAt, openIntent, pauseAfter } from './domain.ts';

const open = (...payables: ReturnType<typeof aPayable>[]) =>
  openIntent(
    { paymentId: 'pay_1', payerId: 'usr_ann', provider: 'sandbox', returnUrl: '', payables },
    30 * SECOND,
    NOON,
  );

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
  return '';
};

describe('opening a payment', () => {
  it('adds up its orders and ends with the earliest of their deadlines', () => {
    const early = new Date(NOON.getTime() + 60 * SECOND);
    const intent = open(aPayable({ amount: 700 }), aPayable({ orderId: 'ord_2', amount: 300, payBy: early }));
    expect(intent).toMatchObject({ total: 1000, currency: 'CNY', pay_by: early, state: 'pending' });
  });

  it('refuses orders with nothing to pay, orders whose time is over, and mixed currencies', () => {
    expect(codeOf(() => open(aPayable({ amount: 0 })))).toBe('order-not-payable');
    expect(codeOf(() => open(aPayable({ payBy: NOON })))).toBe('order-not-payable');
    expect(codeOf(() => open(aPayable(), aPayable({ orderId: 'ord_2', currency: 'USD' })))).toBe('currency-mixed');
  });

  it('is the same open payment in whatever order its orders are named', () => {
    const [one, two] = [aPayable(), aPayable({ orderId: 'ord_2' })];
    expect(open(one, two).open_key).toBe(open(two, one).open_key);
    expect(open(one).open_key).not.toBe(open(two).open_key);
  });
});

describe('a capture', () => {
  it("keeps the provider's time, says so to others, and makes one entry an order", () => {
    const change = capture(anIntent(), paid());
    expect(change?.intent).toMatchObject({ state: 'captured', paid_at: paid().paidAt, version: 2 });
    expect(change?.intent.open_key).toBeUndefined();
    expect(change?.facts[0]).toMatchObject({ event: PaymentCaptured, data: { paidAt: '2026-06-01T12:00:07.000Z' } });
    expect(change?.intent.entries.map(({ entry_id }) => entry_id)).toEqual([
      'pay_1:capture:ord_1',
      'pay_1:capture:ord_2',
    ]);
  });

  it('heard twice changes nothing', () => {
    const captured = capture(anIntent(), paid())?.intent ?? anIntent();
    expect(capture(captured, paid())).toBeUndefined();
  });

  it('of another amount or currency is refused', () => {
    expect(codeOf(() => capture(anIntent(), paid({ amount: 999 })))).toBe('callback-amount-wrong');
    expect(codeOf(() => capture(anIntent(), paid({ currency: 'USD' })))).toBe('callback-amount-wrong');
  });

  it('is taken even after the payment was given up, for the money is there', () => {
    const failed = expire(anIntent())?.intent ?? anIntent();
    expect(failed.state).toBe('failed');
    expect(capture(failed, paid())?.intent.state).toBe('captured');
  });
});

describe('asking the provider', () => {
  it('comes less and less often, ten minutes apart at most', () => {
    expect([0, 1, 2, 3, 40].map((queries) => pauseAfter(queries, 30 * SECOND))).toEqual([
      30_000, 60_000, 120_000, 240_000, 600_000,
    ]);
  });

  it('comes right after the deadline, while the orders still wait for a payment made in time', () => {
    const intent = anIntent({ queries: 3 });
    const before = new Date(intent.pay_by.getTime() - 5 * SECOND);
    expect(nextQueryAt(intent, 30 * SECOND, before)).toEqual(new Date(intent.pay_by.getTime() + SECOND));
  });

  it('is done by one asker at a time', () => {
    const due = anIntent({ query_at: NOON });
    const claimed = claimQuery(due, 30 * SECOND, NOON)?.intent ?? due;
    expect(claimed).toMatchObject({ queries: 1, query_at: new Date(NOON.getTime() + 60 * SECOND) });
    expect(claimQuery(claimed, 30 * SECOND, NOON)).toBeUndefined();
  });
});
