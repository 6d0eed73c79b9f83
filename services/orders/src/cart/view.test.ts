import { describe, expect, it } from 'vitest';
import { plus } from '../domain.ts';
import { NOON } from '../fixtures.ts';
import { add, change } from './cart.ts';
import { aCart, anEmptyCart, anOffer } from './fixtures.ts';
import { buyable, cartMessage, notesOn } from './view.ts';

const HOUR = 3_600_000;

describe('a line', () => {
  const [line] = aCart(['sku_1', 3]).lines;
  if (!line) throw new Error('no line');

  it.each([
    ['is as it was', {}, []],
    ['costs more', { amount: 2000 }, ['CART_NOTE_PRICE_UP']],
    ['costs less', { amount: 1 }, ['CART_NOTE_PRICE_DOWN']],
    ['costs as much in another currency', { currency: 'USD', amount: 1 }, []],
    ['has fewer left than are wanted', { stock: 2 }, ['CART_NOTE_FEWER_LEFT']],
    ['has just enough left', { stock: 3 }, []],
    ['is sold out, and would be cheaper', { stock: 0, amount: 1 }, ['CART_NOTE_PRICE_DOWN', 'CART_NOTE_SOLD_OUT']],
  ])('that %s says so', (_what, now, notes) => {
    expect(notesOn(line, anOffer('sku_1', now))).toEqual(notes);
  });

  it('that is not on sale is gone, and tells what it was', () => {
    const { merchants, selection } = cartMessage({ ...anEmptyCart(), lines: [line] }, [], NOON);
    expect(merchants?.[0]?.items).toMatchObject([
      { title: '龙井', unitPrice: { amount: 1990 }, stock: 0, notes: ['CART_NOTE_GONE'], selected: true },
    ]);
    expect(selection).toEqual({ lines: 1, pieces: 3, totals: [] });
  });

  it('tells the price of now and the one that its buyer saw', () => {
    const { merchants } = cartMessage({ ...anEmptyCart(), lines: [line] }, [anOffer('sku_1', { amount: 2100 })], NOON);
    expect(merchants?.[0]?.items?.[0]).toMatchObject({
      unitPrice: { amount: 2100, currency: 'CNY' },
      unitPriceWhenAdded: { amount: 1990, currency: 'CNY' },
    });
  });
});

describe('a cart', () => {
  const offers = [
    anOffer('tea'),
    anOffer('cup', { merchantId: 'mer_2', amount: 500, stock: 0 }),
    anOffer('pot', { amount: 3000, currency: 'USD' }),
  ];
  const [tea, cup, pot] = offers as [(typeof offers)[0], (typeof offers)[0], (typeof offers)[0]];
  const first = add(anEmptyCart(), tea, 2, NOON);
  const cart = add(add(first, cup, 1, plus(NOON, HOUR)), pot, 1, plus(NOON, 2 * HOUR));

  it('is grouped by merchant, newest first', () => {
    const { merchants, lines } = cartMessage(cart, offers, NOON);
    expect(merchants?.map(({ merchantId, items }) => [merchantId, items?.map(({ skuId }) => skuId)])).toEqual([
      ['mer_1', ['pot', 'tea']],
      ['mer_2', ['cup']],
    ]);
    expect(lines).toBe(3);
  });

  it('sums up what is selected, one total a currency', () => {
    expect(cartMessage(change(cart, 'cup', { selected: false }), offers, NOON).selection).toEqual({
      lines: 2,
      pieces: 3,
      totals: [
        { amount: 3000, currency: 'USD' },
        { amount: 3980, currency: 'CNY' },
      ],
    });
  });

  it('can be read although its sum is beyond what integers hold', () => {
    const dear = anOffer('tea', { amount: Number.MAX_SAFE_INTEGER });
    expect(cartMessage(first, [dear], NOON).selection).toMatchObject({ totals: [] });
  });

  it('tells for a day what found no room', () => {
    const full = { ...cart, left_out: { at: NOON, lines: [{ sku_id: 'old', title: '龙井', quantity: 4 }] } };
    expect(cartMessage(full, offers, plus(NOON, 23 * HOUR)).leftOut).toEqual([
      { skuId: 'old', title: '龙井', quantity: 4 },
    ]);
    expect(cartMessage(full, offers, plus(NOON, 24 * HOUR)).leftOut).toEqual([]);
  });

  it('can buy what there is some of', () => {
    expect(buyable(offers)).toEqual(new Set(['tea', 'pot']));
  });
});
