import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FreightTemplate } from './freight.ts';
import { type Cart, type Discount, price, spread, type WantedLine } from './price.ts';

const line = (id: string, change: Partial<WantedLine> = {}): WantedLine => ({
  id,
  merchantId: 'mer_1',
  quantity: 1,
  grams: 500,
  unitAmount: 1000,
  ...change,
});
const discount = (id: string, change: Partial<Discount> = {}): Discount => ({
  id,
  kind: 'shop',
  threshold: 0,
  off: { amount: 100 },
  ...change,
});
const amounts = (cart: Cart) =>
  Object.fromEntries(price(cart).parcels.flatMap(({ lines }) => lines.map(({ id, amount }) => [id, amount])));
const amountOf = (cart: Cart, id: string): number => amounts(cart)[id] ?? Number.NaN;

/** The freight template of a merchant that takes so much for everything. */
const flat = (first_amount: number, free_from?: number): FreightTemplate => ({
  measure: 'piece',
  currency: 'CNY',
  rules: [{ regions: [], tariff: { first: 1000, first_amount, next: 1, next_amount: 0, free_from } }],
});

describe('a part of an amount', () => {
  it('is its share, what is left over going to the largest remainders, earlier ones first', () => {
    expect(spread(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(spread(10, [5, 3, 0, 2])).toEqual([5, 3, 0, 2]);
    expect(spread(1, [1, 2, 2])).toEqual([0, 1, 0]);
    expect(spread(0, [0, 0])).toEqual([0, 0]);
  });

  it('is whole, no larger than its weight, and all of them make the amount, however large', () => {
    const weights = fc.array(fc.nat(10 ** 13), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
        const whole = of.reduce((total, weight) => total + weight, 0);
        const amount = Math.floor(whole * share);
        const parts = spread(amount, of);
        expect(parts.reduce((total, part) => total + part, 0)).toBe(amount);
        expect(parts.every((part, index) => Number.isInteger(part) && part >= 0 && part <= (of[index] ?? 0))).toBe(
          true,
        );
      }),
    );
  });
});

describe('the price of a cart', () => {
  it('is the list price where nothing is taken off', () => {
    const { parcels, total, unused } = price({ lines: [line('b', { quantity: 3 }), line('a')] });
    expect(parcels).toEqual([
      {
        merchantId: 'mer_1',
        lines: [
          { id: 'a', amount: 1000 },
          { id: 'b', amount: 3000 },
        ],
        goods: 4000,
        freight: 0,
        total: 4000,
        steps: [],
      },
    ]);
    expect([total, unused]).toEqual([4000, []]);
  });

  it('takes the special price of each piece first, and says what it saves', () => {
    const { parcels, total } = price({
      lines: [line('a', { quantity: 2, special: { kind: 'group', unitAmount: 700 } })],
      discounts: [discount('half', { off: { perMille: 500 } })],
    });
    expect(total).toBe(700);
    expect(parcels[0]?.steps).toEqual([
      { kind: 'group', id: 'a', amount: -600, shares: [{ line_id: 'a', amount: -600 }] },
      { kind: 'shop', id: 'half', amount: -700, shares: [{ line_id: 'a', amount: -700 }] },
    ]);
  });

  it('never rises by a special price that is above the list price', () => {
    expect(price({ lines: [line('a', { special: { kind: 'member', unitAmount: 1200 } })] }).total).toBe(1000);
  });

  it('takes discounts of shops, of the order and coupons off in this order, each of what is left', () => {
    const tenth = { off: { perMille: 100 } };
    const discounts = [
      discount('c', { ...tenth, kind: 'coupon' }),
      discount('b', { ...tenth, kind: 'order' }),
      discount('a', { ...tenth, kind: 'shop' }),
    ];
    const { parcels, total } = price({ lines: [line('x', { unitAmount: 10_000 })], discounts });
    expect(parcels[0]?.steps.map(({ id, amount }) => [id, amount])).toEqual([
      ['a', -1000],
      ['b', -900],
      ['c', -810],
    ]);
    expect(total).toBe(7290);
  });

  it('gives a shop’s discount on the shop’s lines, on those that it names, from its threshold on', () => {
    const lines = [line('a'), line('b'), line('z', { merchantId: 'mer_2' })];
    const given = (change: Partial<Discount>) => amounts({ lines, discounts: [discount('d', change)] });
    expect(given({ merchantId: 'mer_1' })).toEqual({ a: 950, b: 950, z: 1000 });
    expect(given({ lineIds: ['b'] })).toEqual({ a: 1000, b: 900, z: 1000 });
    expect(given({ off: { perMille: 900, most: 30 } })).toEqual({ a: 990, b: 990, z: 990 });

    const below = [discount('d', { threshold: 2001, merchantId: 'mer_1' }), discount('e', { merchantId: 'mer_9' })];
    expect(price({ lines, discounts: below }).unused).toEqual([
      { id: 'd', why: 'below-threshold' },
      { id: 'e', why: 'no-lines' },
    ]);
  });

  it('takes one coupon of each shop and one of the platform, and some only alone', () => {
    const coupon = (id: string, change: Partial<Discount> = {}) => discount(id, { kind: 'coupon', ...change });
    const lines = [line('a'), line('z', { merchantId: 'mer_2' })];
    const three = [coupon('c1', { merchantId: 'mer_1' }), coupon('c2', { merchantId: 'mer_2' }), coupon('c3')];
    expect(price({ lines, discounts: three }).total).toBe(1700);
    expect(() => price({ lines, discounts: [coupon('c1'), coupon('c2')] })).toThrow(
      expect.objectContaining({ code: 'request-invalid' }),
    );

    const alone = [discount('shop', { merchantId: 'mer_1' }), coupon('c', { merchantId: 'mer_1', alone: true })];
    expect(price({ lines, discounts: alone }).unused).toEqual([{ id: 'c', why: 'not-alone' }]);
    expect(price({ lines: lines.slice(1), discounts: [coupon('c', { alone: true })] }).unused).toEqual([]);
  });

  it('spends points up to a share of the goods, each for its worth', () => {
    const cart = { lines: [line('a')], points: { wanted: 900, amount: 3, mostPerMille: 500 } };
    expect(price(cart)).toMatchObject({ total: 1000 - 166 * 3, pointsSpent: 166 });
    expect(price({ ...cart, points: { ...cart.points, wanted: 10 } })).toMatchObject({ total: 970, pointsSpent: 10 });
  });

  it('adds each merchant’s freight, by what its goods come to at last', () => {
    const templates = new Map([
      ['mer_1', flat(800, 1000)],
      ['mer_2', flat(500)],
    ]);
    const delivery = { districtCode: '330106', templates };
    const lines = [line('a'), line('z', { merchantId: 'mer_2' }), line('free', { merchantId: 'mer_3' })];
    const freights = (cart: Cart) => price(cart).parcels.map(({ freight, total }) => [freight, total]);
    expect(freights({ lines, delivery })).toEqual([
      [0, 1000],
      [500, 1500],
      [0, 1000],
    ]);
    const discounts = [discount('d', { merchantId: 'mer_1' })];
    expect(freights({ lines, delivery, discounts })[0]).toEqual([800, 1700]);
    expect(price({ lines, delivery, discounts }).parcels[0]?.steps.at(-1)).toEqual({
      ...{ kind: 'freight', id: 'mer_1', amount: 800, shares: [] },
    });
  });
});

describe('a price that integers cannot hold', () => {
  it('is refused', () => {
    const tariff = { first: 0, first_amount: 0, next: 1, next_amount: 1_000_000_000 };
    const heavy: FreightTemplate = { measure: 'gram', currency: 'CNY', rules: [{ regions: [], tariff }] };
    const delivery = { districtCode: '330106', templates: new Map([['mer_1', heavy]]) };
    expect(() => price({ lines: [line('a', { grams: 10_000_000 })], delivery })).toThrow('the total is out of range');
  });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const aLine = fc.record({
  merchantId: fc.constantFrom('mer_1', 'mer_2', 'mer_3'),
  quantity: fc.integer({ min: 1, max: 999 }),
  grams: fc.nat(50_000),
  unitAmount: fc.nat(100_000_000),
  special: fc.option(
    fc.record({ kind: fc.constantFrom('group' as const, 'member' as const), unitAmount: fc.nat(100_000_000) }),
    { nil: undefined },
  ),
});
const aDiscount = fc.record({
  kind: fc.constantFrom('shop' as const, 'order' as const),
  merchantId: fc.option(fc.constantFrom('mer_1', 'mer_2'), { nil: undefined }),
  lineIds: fc.option(fc.subarray(ids), { nil: undefined }),
  threshold: fc.nat(1_000_000),
  off: fc.oneof(
    fc.record({ amount: fc.nat(1_000_000_000) }),
    fc.record({ perMille: fc.integer({ min: 0, max: 1000 }), most: fc.option(fc.nat(1_000_000), { nil: undefined }) }),
  ),
});
const aCart = fc
  .record({
    lines: fc.array(aLine, { minLength: 1, maxLength: ids.length }),
    discounts: fc.array(aDiscount, { maxLength: 10 }),
    points: fc.record({
      wanted: fc.nat(1_000_000),
      amount: fc.nat(100),
      mostPerMille: fc.integer({ min: 0, max: 1000 }),
    }),
  })
  .map(
    ({ lines, discounts, points }): Cart => ({
      lines: lines.map((one, index) => ({ ...one, id: ids[index] ?? '' })),
      discounts: discounts.map((one, index) => ({ ...one, id: `d${index}` })),
      points,
    }),
  );

describe('the price of any cart', () => {
  it('is never negative, and its parts are the whole', () => {
    fc.assert(
      fc.property(aCart, (cart) => {
        const { parcels, total } = price(cart);
        const paid = parcels.flatMap(({ lines }) => lines);
        const list = cart.lines.reduce((sum, { unitAmount, quantity }) => sum + unitAmount * quantity, 0);
        const off = parcels.flatMap(({ steps }) => steps).reduce((sum, { amount }) => sum + amount, 0);
        expect(paid.every(({ amount }) => Number.isInteger(amount) && amount >= 0)).toBe(true);
        expect(paid.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
        expect(list + off).toBe(total);
      }),
    );
  });

  it('is explained line by line: list price and shares make what is paid', () => {
    fc.assert(
      fc.property(aCart, (cart) => {
        const { parcels } = price(cart);
        const shares = parcels.flatMap(({ steps }) => steps.flatMap((step) => step.shares));
        for (const { id, unitAmount, quantity } of cart.lines) {
          const off = shares.filter(({ line_id }) => line_id === id).reduce((sum, { amount }) => sum + amount, 0);
          expect(amountOf(cart, id)).toBe(unitAmount * quantity + off);
        }
      }),
    );
  });

  it('does not depend on the order of lines and discounts', () => {
    fc.assert(
      fc.property(aCart, (cart) => {
        const turned = { ...cart, lines: [...cart.lines].reverse(), discounts: [...(cart.discounts ?? [])].reverse() };
        expect(price(turned)).toEqual(price(cart));
      }),
    );
  });

  it('does not rise by one more discount', () => {
    fc.assert(
      fc.property(aCart, fc.nat(1_000_000), (cart, amount) => {
        const more = discount('zzz', { kind: 'order', off: { amount } });
        const without = { ...cart, points: undefined };
        const withMore = { ...without, discounts: [...(cart.discounts ?? []), more] };
        expect(price(withMore).total).toBeLessThanOrEqual(price(without).total);
      }),
    );
  });
});
