import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeCart, place, placeSeat, type SkuOffer, splitByMerchant, totalOf } from './checkout.ts';
import { abandon, plus } from './domain.ts';
import { ANN, aPlacing, MINUTE, NOON, newOrder, TIMING, TOTAL } from './fixtures.ts';

const offer = (skuId: string, change: Partial<SkuOffer> = {}): SkuOffer => ({
  skuId,
  productId: `prd_${skuId}`,
  merchantId: 'mer_1',
  title: skuId,
  optionValues: [],
  picture: '',
  amount: 100,
  currency: 'CNY',
  grams: 500,
  stock: 10,
  ...change,
});

describe('a cart', () => {
  it('has each SKU once', () => {
    const cart = mergeCart([
      { skuId: 'a', quantity: 1 },
      { skuId: 'b', quantity: 2 },
      { skuId: 'a', quantity: 3 },
    ]);

    expect(cart).toEqual([
      { skuId: 'a', quantity: 4 },
      { skuId: 'b', quantity: 2 },
    ]);
  });

  it.each([0, -1, 1000, 1.5, Number.NaN, 2 ** 53])('refuses a quantity of %d', (quantity) => {
    expect(() => mergeCart([{ skuId: 'a', quantity }])).toThrow(expect.objectContaining({ code: 'quantity-invalid' }));
  });

  it('refuses more than 999 of a SKU over several lines', () => {
    const line = { skuId: 'a', quantity: 500 };

    expect(() => mergeCart([line, line])).toThrow(expect.objectContaining({ code: 'quantity-invalid' }));
  });

  it.each([0, 51])('refuses %d lines', (length) => {
    const lines = Array.from({ length }, (_, index) => ({ skuId: `s${index}`, quantity: 1 }));

    expect(() => mergeCart(lines)).toThrow(expect.objectContaining({ code: 'request-invalid' }));
  });

  it('becomes one parcel a merchant, at the catalog’s prices', () => {
    const offers = [offer('a', { merchantId: 'mer_2', amount: 250 }), offer('b'), offer('c', { merchantId: 'mer_2' })];
    const parcels = splitByMerchant(
      ['a', 'b', 'c'].map((skuId) => ({ skuId, quantity: 2 })),
      offers,
    );

    expect(parcels.map(({ merchantId, lines }) => [merchantId, totalOf(lines)])).toEqual([
      ['mer_1', 200],
      ['mer_2', 700],
    ]);
  });

  it('refuses what is not on sale, and names it', () => {
    expect(() => splitByMerchant([{ skuId: 'gone', quantity: 1 }], [])).toThrow('SKU gone is not on sale');
  });

  it('refuses to mix currencies', () => {
    const cart = ['a', 'b'].map((skuId) => ({ skuId, quantity: 1 }));

    expect(() => splitByMerchant(cart, [offer('a'), offer('b', { currency: 'USD' })])).toThrow(
      expect.objectContaining({ code: 'currency-mixed' }),
    );
  });
});

describe('the total', () => {
  const line = fc.record({ unit_amount: fc.nat(10 ** 9), quantity: fc.integer({ min: 1, max: 999 }) });

  it('adds up the same whichever way the lines are split', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 50 }), fc.nat(50), (lines, at) => {
        const parts = [lines.slice(0, at), lines.slice(at)];
        expect(parts.reduce((sum, part) => sum + totalOf(part), 0)).toBe(totalOf(lines));
      }),
    );
  });

  it('is refused where integers are no longer exact', () => {
    expect(() => totalOf([{ unit_amount: 2 ** 50, quantity: 9 }])).toThrow('the total is out of range');
  });
});

describe('placing', () => {
  it('starts the time to pay when the stock is taken', () => {
    const later = plus(NOON, 20_000);
    const { order, facts } = place(aPlacing(), ANN, later, TIMING);
    const payBy = plus(later, TIMING.payWindowMs);

    expect(order).toMatchObject({ state: 'pending_payment', pay_by: payBy, total: TOTAL });
    expect(order.due_at).toEqual(plus(payBy, TIMING.callbackGraceMs));
    expect(facts[0]?.data).toMatchObject({ payBy: payBy.toISOString(), total: TOTAL, version: 2 });
  });

  it('a second time changes nothing', () => {
    const { order } = place(aPlacing(), ANN, NOON, TIMING);

    expect(place(order, ANN, plus(NOON, 5), TIMING).order).toBe(order);
  });

  it('is refused after the checkout was given up', () => {
    const { order } = abandon(aPlacing(), ANN, NOON);

    expect(() => place(order, ANN, NOON, TIMING)).toThrow('was given up');
  });

  it.each([
    [5 * MINUTE, 5 * MINUTE],
    [60 * MINUTE, 15 * MINUTE],
  ])('gives a seat the earlier of the limit (%d ms) and the usual time', (limitMs, expectedMs) => {
    const group = { activity_id: 'act_1', group_id: 'grp_1', quantity: 2 };
    const { order } = placeSeat({ ...newOrder(), group }, ANN, plus(NOON, limitMs), NOON, TIMING);

    expect(order.pay_by).toEqual(plus(NOON, expectedMs));
    expect(order.due_at).toEqual(plus(NOON, expectedMs + TIMING.callbackGraceMs));
  });
});
