import { describe, expect, it } from 'vitest';
import { book } from './domain.ts';
import { trackingPage } from './tracking-page.ts';

const to = { province: '浙江省', city: '杭州市', district: '<b>西湖区' };
const parcel = book(
  { out_parcel_no: 'par_secret', to, pieces: 2, grams: 800, notify_url: 'http://shop.example/callback' },
  'SBX000000000001',
  { now: new Date('2026-06-01T18:30:00Z'), stepMs: 1000, mintId: () => 'cbk_1' },
);
const chinese = { language: 'zh', nonce: 'n1' } as const;

describe('the tracking page', () => {
  it('speaks Chinese and English, and tells times as they are in China', () => {
    expect(trackingPage(parcel, chinese)).toContain('已下单');
    expect(trackingPage(parcel, chinese)).toContain('2026年6月2日 02:30:00');
    expect(trackingPage(parcel, { ...chinese, language: 'en' })).toContain('Booked');
  });

  it('shows the latest scan first', () => {
    const later = { seq: 2, state: 'picked-up' as const, at: new Date('2026-06-01T18:31:00Z'), place: '发货地网点' };
    const page = trackingPage({ ...parcel, state: 'picked-up', scans: [...parcel.scans, later] }, chinese);
    expect(page.indexOf('发货地网点')).toBeLessThan(page.indexOf('线上下单'));
  });

  it("never takes the merchant's texts for markup, and tells nothing of the merchant", () => {
    const page = trackingPage(parcel, chinese);
    expect(page).not.toContain('<b>西湖区');
    expect(page).toContain('&lt;b&gt;西湖区');
    expect(page).not.toContain('par_secret');
    expect(page).not.toContain('shop.example');
  });

  it('asks for nothing from elsewhere and runs nothing', () => {
    const page = trackingPage(parcel, chinese);
    expect(page).not.toMatch(/<(link|img|iframe|script|form)|<[^>]* src=/);
    expect(page.match(/<style(?! nonce="n1")/)).toBeNull();
  });
});
