import { describe, expect, it } from 'vitest';
import { CALLBACK_ATTEMPTS_MAX, type Charge, callbacksFor, notificationOf, retryPause, stateAt } from './domain.ts';

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

describe('callbacks', () => {
  const well = { delaySeconds: 0, duplicates: 0, failFirst: 0, drop: false };
  let minted = 0;
  const mintId = () => `cbk_${++minted}`;

  it('are one a payment when nothing is to go wrong', () => {
    expect(callbacksFor(well, NOON, mintId)).toMatchObject([{ due_at: NOON, attempts: 0, fail_first: 0 }]);
  });

  it('are late, many or none on demand', () => {
    const late = callbacksFor({ ...well, delaySeconds: 1.5, duplicates: 2 }, NOON, mintId);
    expect(late.map(({ due_at }) => due_at?.getTime())).toEqual(Array(3).fill(NOON.getTime() + 1500));
    expect(new Set(late.map(({ id }) => id)).size).toBe(3);
    expect(callbacksFor({ ...well, drop: true }, NOON, mintId)).toEqual([]);
  });

  it('are tried again with growing pauses, the last of which repeats, until enough is enough', () => {
    const pauses = [1000, 2000, 5000];
    expect([1, 2, 3, 4, 39].map((attempts) => retryPause(attempts, pauses))).toEqual([1000, 2000, 5000, 5000, 5000]);
    expect(retryPause(CALLBACK_ATTEMPTS_MAX, pauses)).toBeUndefined();
  });
});
