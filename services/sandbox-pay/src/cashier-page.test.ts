import { describe, expect, it } from 'vitest';
import { cashierPage, displayAmount } from './cashier-page.ts';
import type { Charge } from './domain.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const charge: Charge = {
  _id: 'chg_1',
  out_trade_no: 'pay_1',
  amount: 1999,
  currency: 'CNY',
  description: '<img src=x onerror=alert(1)>',
  notify_url: 'http://shop.example/callback',
  return_url: 'http://shop.example/?a=1&b="2"',
  expires_at: new Date('2026-06-01T12:10:00Z'),
  created_at: NOON,
  state: 'open',
  refunded: 0,
  refunds: [],
  callbacks: [],
  version: 1,
};
const chinese = { now: NOON, language: 'zh', nonce: 'n1' } as const;

describe('the cashier page', () => {
  it('shows amounts as the currency writes them', () => {
    expect(displayAmount(1999, 'CNY', 'zh')).toBe('¥19.99');
    expect(displayAmount(1999, 'JPY', 'en')).toBe('¥1,999');
  });

  it('speaks Chinese and English', () => {
    expect(cashierPage(charge, chinese)).toContain('确认支付');
    expect(cashierPage(charge, { ...chinese, language: 'en' })).toContain('Pay now');
  });

  it("never takes the merchant's texts for markup", () => {
    const page = cashierPage({ ...charge, state: 'captured' }, chinese);
    expect(page).not.toContain('<img');
    expect(page).toContain('href="http://shop.example/?a=1&amp;b=&quot;2&quot;"');
  });

  it('asks for nothing from elsewhere and runs only what carries the nonce', () => {
    const page = cashierPage(charge, chinese);
    expect(page).not.toMatch(/<(link|img|iframe)|<[^>]* src=/);
    expect(page.match(/<(script|style)(?! nonce="n1")/)).toBeNull();
  });

  it('offers no button once it is paid or too late', () => {
    const late = { ...chinese, now: charge.expires_at };
    expect(cashierPage({ ...charge, state: 'captured' }, chinese)).not.toContain('<button');
    expect(cashierPage(charge, late)).not.toContain('<button');
  });

  it('tells the payer how their last try ended', () => {
    expect(cashierPage({ ...charge, last_attempt: 'declined' }, chinese)).toContain('支付失败，请重试');
  });
});
