import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CART_LINES } from '../checkout.ts';
import { NOON } from '../fixtures.ts';
import { add, change } from './cart.ts';
import { aCart, anOffer, quantities } from './fixtures.ts';
import { begin, giveUp, selected, takeOff } from './purchase.ts';

const request = { id: 'req_1', body_hash: 'h' };
const other = { id: 'req_2', body_hash: 'h' };
const code = (expected: string) => expect.objectContaining({ code: expected });
/** Orders with so many pieces of each SKU. */
const ordersOf = (...lines: [skuId: string, quantity: number][]) => [{ lines: aCart(...lines).lines }];

describe('a checkout', () => {
  it('buys the selected lines, and what it bought leaves the cart', () => {
    const cart = begin(change(aCart(['tea', 2], ['cup', 1]), 'cup', { selected: false }), request, NOON);
    expect(cart.purchase).toEqual({ request, lines: [{ skuId: 'tea', quantity: 2 }], at: NOON });
    const bought = takeOff(cart, request, ordersOf(['tea', 2]));
    expect([quantities(bought), bought.purchase]).toEqual([{ cup: 1 }, undefined]);
  });

  it('that is repeated buys what it did at first, whatever was put in meanwhile', () => {
    const cart = begin(aCart(['tea', 2]), request, NOON);
    const more = add(add(cart, anOffer('tea'), 3, NOON), anOffer('cup'), 1, NOON);
    expect(begin(more, request, NOON)).toBe(more);
    expect(more.purchase?.lines).toEqual([{ skuId: 'tea', quantity: 2 }]);
    expect(quantities(takeOff(more, request, ordersOf(['tea', 2])))).toEqual({ tea: 3, cup: 1 });
  });

  it('keeps any other waiting until it is over', () => {
    const cart = begin(aCart(['tea', 2]), request, NOON);
    expect(() => begin(cart, other, NOON)).toThrow(code('checkout-in-progress'));
    expect(() => begin(cart, { ...request, body_hash: 'x' }, NOON)).toThrow(code('idempotency-key-reused'));
    expect(begin(giveUp(cart, request), other, NOON).purchase?.request).toEqual(other);
  });

  it('that came to nothing leaves everything in the cart; another’s is not given up with it', () => {
    const cart = begin(aCart(['tea', 2]), request, NOON);
    expect(giveUp(cart, other)).toBe(cart);
    expect(giveUp(cart, request)).toMatchObject({ lines: cart.lines, purchase: undefined });
  });

  it('takes 1 to 50 selected lines', () => {
    expect(() => begin(aCart(), request, NOON)).toThrow(code('selection-invalid'));
    const lines = Array.from({ length: MAX_CART_LINES + 1 }, (_, index): [string, number] => [`sku_${index}`, 1]);
    expect(() => begin(aCart(...lines), request, NOON)).toThrow(code('selection-invalid'));
    expect(selected(aCart(...lines.slice(1)))).toHaveLength(MAX_CART_LINES);
  });

  it('takes what was bought out once, however often that is said', () => {
    const pieces = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(pieces, pieces, pieces, (wanted, meanwhile, bought) => {
        const cart = add(begin(aCart(['tea', wanted]), request, NOON), anOffer('tea'), meanwhile, NOON);
        const once = takeOff(cart, request, ordersOf(['tea', bought]));
        expect(takeOff(once, request, ordersOf(['tea', bought]))).toBe(once);
        const left = Math.max(0, wanted + meanwhile - bought);
        expect(quantities(once)).toEqual(left > 0 ? { tea: left } : {});
      }),
    );
  });

  it('whose note was taken for dead meanwhile still takes out what it bought', () => {
    const cart = giveUp(begin(aCart(['tea', 2], ['cup', 1]), request, NOON), request);
    expect(quantities(takeOff(cart, request, ordersOf(['tea', 2])))).toEqual({ cup: 1 });
  });
});
