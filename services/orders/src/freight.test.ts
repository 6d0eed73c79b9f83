import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTemplate, type FreightTemplate, feeOf, ruleFor, type Tariff } from './freight.ts';

const tariff = (change: Partial<Tariff> = {}): Tariff => ({
  first: 1000,
  first_amount: 800,
  next: 500,
  next_amount: 300,
  ...change,
});
const template = (change: Partial<FreightTemplate> = {}): FreightTemplate => ({
  measure: 'gram',
  currency: 'CNY',
  rules: [{ regions: [], tariff: tariff() }],
  ...change,
});
const load = (change: object = {}) => ({ pieces: 1, grams: 500, goods: 10_000, ...change });

describe('the rule for a district', () => {
  const cheap = { regions: ['330106'], tariff: tariff({ first_amount: 100 }) };
  const city = { regions: ['330100'], tariff: tariff({ first_amount: 200 }) };
  const province = { regions: ['310000', '330000'], tariff: tariff({ first_amount: 300 }) };
  const far = { regions: ['650000'] };
  const elsewhere = { regions: [], tariff: tariff({ first_amount: 400 }) };
  const rules = [elsewhere, province, city, cheap, far];

  it.each([
    ['itself', '330106', cheap],
    ['its city', '330108', city],
    ['its province', '330203', province],
    ['everywhere else', '110101', elsewhere],
    ['where nothing is sent', '650102', far],
  ])('is that of %s', (_what, district, expected) => {
    expect(ruleFor(template({ rules }), district)).toBe(expected);
  });

  it('may be none that sends', () => {
    expect(() => feeOf(template(), far, load())).toThrow(expect.objectContaining({ code: 'area-not-served' }));
    expect(() => feeOf(template(), undefined, load())).toThrow(expect.objectContaining({ code: 'area-not-served' }));
  });
});

describe('freight', () => {
  const fee = (of: FreightTemplate, sent: object) => feeOf(of, of.rules[0], load(sent));

  it.each([
    [0, 800],
    [1000, 800],
    [1001, 1100],
    [1500, 1100],
    [1501, 1400],
  ])('by weight: %d g cost %d', (grams, amount) => {
    expect(fee(template(), { grams })).toBe(amount);
  });

  it('by piece, and by what the goods cost', () => {
    const rules = [{ regions: [], tariff: tariff({ first: 2, next: 1 }) }];
    expect(fee(template({ measure: 'piece', rules }), { pieces: 5 })).toBe(800 + 3 * 300);
    expect(fee(template({ measure: 'amount' }), { goods: 1200 })).toBe(1100);
  });

  it('is nothing from a threshold on', () => {
    const free = template({ rules: [{ regions: [], tariff: tariff({ free_from: 5000 }) }] });
    expect([fee(free, { goods: 4999 }), fee(free, { goods: 5000 })]).toEqual([800, 0]);
  });

  it('never falls as the load grows', () => {
    const sizes = fc.nat(1_000_000);
    fc.assert(
      fc.property(sizes, sizes, (a, b) => {
        const [light, heavy] = a < b ? [a, b] : [b, a];
        expect(fee(template(), { grams: heavy })).toBeGreaterThanOrEqual(fee(template(), { grams: light }));
      }),
    );
  });
});

describe('a template', () => {
  const elsewhere = { regions: [], tariff: tariff() };
  it.each([
    ['has no rule for everywhere else', [{ regions: ['330000'], tariff: tariff() }], 'rules'],
    ['has two of them', [elsewhere, elsewhere], 'rules'],
    ['names a region twice', [elsewhere, { regions: ['330000'] }, { regions: ['330000'] }], 'rules.2'],
    ['names it twice in one rule', [elsewhere, { regions: ['330000', '330000'] }], 'rules.1'],
    ['names what is no region', [elsewhere, { regions: ['33'] }], 'rules.1'],
    ['takes half a fen', [{ regions: [], tariff: tariff({ first_amount: 0.5 }) }], 'rules.0'],
    ['takes less than nothing', [{ regions: [], tariff: tariff({ next_amount: -1 }) }], 'rules.0'],
    ['has steps of nothing', [{ regions: [], tariff: tariff({ next: 0 }) }], 'rules.0'],
  ])('that %s is refused', (_what, rules, path) => {
    expect(() => checkTemplate(template({ rules }))).toThrow(
      expect.objectContaining({ code: 'freight-invalid', details: { errors: [expect.objectContaining({ path })] } }),
    );
  });

  it('that is whole is taken', () => {
    expect(() => checkTemplate(template())).not.toThrow();
  });
});
