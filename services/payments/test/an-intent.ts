/** Payments for tests to begin with. */
import type { Intent, Payable } from '../src/domain.ts';
import type { Capture } from '../src/provider.ts';

export const SECOND = 1000;
export const NOON = new Date('2026-06-01T12:00:00Z');

/** An order of ten yuan that may be paid for half an hour. */
export const aPayable = (changes: Partial<Payable> = {}): Payable => ({
  orderId: 'ord_1',
  amount: 1000,
  currency: 'CNY',
  payBy: new Date(NOON.getTime() + 1800 * SECOND),
  title: '龙井茶',
  ...changes,
});

/** A pending payment of two orders, 7 and 3 yuan. */
export const anIntent = (changes: Partial<Intent> = {}): Intent => ({
  _id: 'pay_1',
  payer_id: 'usr_ann',
  provider: 'sandbox',
  state: 'pending',
  orders: [
    { order_id: 'ord_1', amount: 700 },
    { order_id: 'ord_2', amount: 300 },
  ],
  total: 1000,
  currency: 'CNY',
  description: '龙井茶',
  return_url: '',
  pay_by: new Date(NOON.getTime() + 1800 * SECOND),
  created_at: NOON,
  refunds: [],
  entries: [],
  open_key: 'k1',
  queries: 0,
  version: 1,
  ...changes,
});

/** The provider's word that it was paid seven seconds after noon. */
export const paid = (changes: Partial<Capture> = {}): Capture => ({
  paymentId: 'pay_1',
  transactionId: 'sbx_1',
  amount: 1000,
  currency: 'CNY',
  paidAt: new Date(NOON.getTime() + 7 * SECOND),
  ...changes,
});
