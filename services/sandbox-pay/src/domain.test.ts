import { describe, expect, it } from 'vitest';
import { type Charge, notificationOf, stateAt } from './domain.ts';

const NOON = new Date('2026-06-01T12:00:00Z');

const aCharge = (changes: Partial<Charge> = {}): Charge => ({
  _id: 'chg_1',
  out_trade_no: 'pay_1',
  amount: 1999,
  currency: 'CNY',
  description: 'tea',
  notify_url: 'http://shop.example/callback',
  expires_at: NOON,
  created_at: new Date('2026-06-01T11:00:00Z'),
  state: 'open',
  refunded: 0,
  refunds: [],
  callbacks: [],
  version: 1,
  ...changes,
});

describe('a charge', () => {
  it('can be paid until its last millisecond, and not at its end', () => {
    expect(stateAt(aCharge(), new Date(NOON.getTime() - 1))).toBe('open');
    expect(stateAt(aCharge(), NOON)).toBe('expired');
  });

  it('stays captured after its time', () => {
    expect(stateAt(aCharge({ state: 'captured' }), NOON)).toBe('captured');
  });

  it('is notified with the facts of the payment, the same bytes every time', () => {
    const charge = aCharge({ state: 'captured', transaction_id: 'sbx_1', paid_at: NOON });
    expect(notificationOf(charge)).toBe(notificationOf({ ...charge }));
    expect(JSON.parse(notificationOf(charge))).toEqual({
      event: 'charge.captured',
      chargeId: 'chg_1',
      outTradeNo: 'pay_1',
      transactionId: 'sbx_1',
      amount: 1999,
      currency: 'CNY',
      paidAt: '2026-06-01T12:00:00.000Z',
    });
  });
});
