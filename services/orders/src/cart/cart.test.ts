import { describe, expect, it } from 'vitest';
import { plus } from '../domain.ts';
import { NOON } from '../fixtures.ts';
import { add, type Cart, change, clear, MAX_LINES, once, remove, select } from './cart.ts';
import { aCart, anEmptyCart, anOffer, quantities } from './fixtures.ts';

const LATER = plus(NOON, 60_000);
const code = (expected: string) => expect.objectContaining({ code: expected });
const selectedOf = ({ lines }: Cart) => lines.filter(({ selected }) => selected).map(({ sku_id }) => sku_id);

describe('putting something in', () => {
  it('keeps what the buyer saw, selected', () => {
    expect(add(anEmptyCart(), anOffer(), 2, NOON).lines).toEqual([
      {
        ...{ sku_id: 'sku_1', product_id: 'prd_sku_1', merchant_id: 'mer_1', title: '龙井', option_values: ['250g'] },
        ...{ picture: '', unit_amount: 1990, currency: 'CNY', quantity: 2, selected: true, added_at: NOON },
      },
    ]);
  });

  it('of what is in there makes more of it, seen anew', () => {
    const before = change(aCart(['sku_1', 2], ['sku_2', 1]), 'sku_1', { selected: false });
    const cart = add(before, anOffer('sku_1', { amount: 990 }), 3, LATER);
    expect(quantities(cart)).toEqual({ sku_1: 5, sku_2: 1 });
    expect(cart.lines.find(({ sku_id }) => sku_id === 'sku_1')).toMatchObject({
      ...{ unit_amount: 990, selected: true, added_at: LATER },
    });
  });

  it.each([0, -1, 1.5, 1000, Number.NaN])('of %d pieces is refused', (quantity) => {
    expect(() => add(anEmptyCart(), anOffer(), quantity, NOON)).toThrow(code('quantity-invalid'));
  });

  it('is refused where it would make more than 999 of one SKU, or more than 100 lines', () => {
    expect(() => add(aCart(['sku_1', 998]), anOffer(), 2, NOON)).toThrow(code('quantity-invalid'));
    const full = aCart(...Array.from({ length: MAX_LINES }, (_, index): [string, number] => [`sku_${index}`, 1]));
    expect(() => add(full, anOffer('sku_more'), 1, NOON)).toThrow(code('cart-full'));
    expect(add(full, anOffer('sku_1'), 1, NOON).lines).toHaveLength(MAX_LINES);
  });
});

describe('a line', () => {
  it('is changed in quantity and selection, each by itself, and stays as it was seen', () => {
    const cart = aCart(['sku_1', 2], ['sku_2', 1]);
    expect(quantities(change(cart, 'sku_1', { quantity: 7 }))).toEqual({ sku_1: 7, sku_2: 1 });
    expect(selectedOf(change(cart, 'sku_1', { selected: false }))).toEqual(['sku_2']);
    expect(change(cart, 'sku_1', { quantity: 7 }).lines[0]?.added_at).toEqual(NOON);
    expect(change(cart, 'sku_1', { quantity: 2, selected: true })).toBe(cart);
    expect(() => change(cart, 'sku_1', { quantity: 0 })).toThrow(code('quantity-invalid'));
  });

  it('that is not there is not found', () => {
    expect(() => change(aCart(), 'sku_1', {})).toThrow(code('cart-line-not-found'));
    expect(() => remove(aCart(['sku_2', 1]), 'sku_1')).toThrow(code('cart-line-not-found'));
  });

  it('is taken out, alone or with all others', () => {
    expect(quantities(remove(aCart(['sku_1', 2], ['sku_2', 1]), 'sku_1'))).toEqual({ sku_2: 1 });
    expect(clear(aCart(['sku_1', 2], ['sku_2', 1])).lines).toEqual([]);
  });
});

describe('selecting', () => {
  const ofTwo = add(aCart(['sku_1', 1], ['sku_2', 1]), anOffer('sku_3', { merchantId: 'mer_2' }), 1, NOON);

  it('takes what can be bought, of one merchant or of all', () => {
    const none = select(ofTwo, undefined, new Set());
    expect(selectedOf(none)).toEqual([]);
    expect(selectedOf(select(none, undefined, new Set(['sku_1', 'sku_3'])))).toEqual(['sku_1', 'sku_3']);
    expect(selectedOf(select(none, 'mer_1', new Set(['sku_1', 'sku_2', 'sku_3'])))).toEqual(['sku_1', 'sku_2']);
    expect(selectedOf(select(ofTwo, 'mer_1', new Set()))).toEqual(['sku_3']);
  });

  it('of a merchant who has nothing in it finds nothing', () => {
    expect(() => select(ofTwo, 'mer_9', new Set())).toThrow(code('cart-line-not-found'));
  });
});

describe('a request', () => {
  const request = { id: 'req_1', body_hash: 'h' };
  const addTwo = (cart: Cart) => add(cart, anOffer(), 2, NOON);

  it('that is repeated adds once, and with another body is refused', () => {
    const cart = once(anEmptyCart(), request, addTwo);
    expect(once(cart, request, addTwo)).toBe(cart);
    expect(() => once(cart, { ...request, body_hash: 'other' }, addTwo)).toThrow(code('idempotency-key-reused'));
  });

  it('is remembered for a hundred others', () => {
    let cart = once(anEmptyCart(), request, addTwo);
    for (let count = 0; count < 99; count++) cart = once(cart, { id: `other_${count}`, body_hash: 'h' }, addTwo);
    expect(once(cart, request, addTwo)).toBe(cart);
    expect(cart.requests).toHaveLength(100);
    expect(once(cart, { id: 'one more', body_hash: 'h' }, addTwo).requests).toHaveLength(100);
  });

  it('without a key is carried out each time', () => {
    expect(quantities(once(once(anEmptyCart(), undefined, addTwo), undefined, addTwo))).toEqual({ sku_1: 4 });
  });
});
