import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Holder, perHolder, returned, type Take } from './stock.ts';

const none = new Map<string, Holder>();
const wants = (holder_id: string, sku_id: string, quantity = 1): Take => ({ holder_id, lines: [{ sku_id, quantity }] });
const closed = (id: string): [string, Holder] => [id, { _id: id, state: 'closed', lines: [] }];
const codes = (requests: Take[][], holders: Map<string, Holder>, stock: [string, number][]) =>
  decide(requests, holders, new Map(stock)).verdicts.map((verdict) => verdict?.code);

describe('deciding who gets stock', () => {
  it('gives ten to the first ten of forty', () => {
    const requests = Array.from({ length: 40 }, (_, index) => [wants(`ord_${index}`, 'tea')]);
    const { verdicts, demand } = decide(requests, none, new Map([['tea', 10]]));

    expect(verdicts.slice(0, 10).every((verdict) => verdict === undefined)).toBe(true);
    expect(verdicts.slice(10).every((verdict) => verdict?.code === 'out-of-stock')).toBe(true);
    expect([...demand]).toEqual([['tea', 10]]);
  });

  it('passes over one who wants too much and serves the next', () => {
    expect(codes([[wants('a', 'tea', 3)], [wants('b', 'tea', 9)], [wants('c', 'tea', 2)]], none, [['tea', 5]])).toEqual(
      [undefined, 'out-of-stock', undefined],
    );
  });

  it('says how many are left', () => {
    const [verdict] = decide([[wants('a', 'tea', 3)]], none, new Map([['tea', 2]])).verdicts;
    expect(verdict?.details.errors).toEqual([{ path: 'tea', message: '2 left' }]);
  });

  it('takes once for a holder who asks twice in one batch', () => {
    const { demand, takes } = decide([[wants('a', 'tea')], [wants('a', 'tea')]], none, new Map([['tea', 5]]));
    expect(takes).toHaveLength(1);
    expect(demand.get('tea')).toBe(1);
  });

  it('refuses a holder who has given back already, and what does not exist', () => {
    expect(codes([[wants('a', 'tea')], [wants('b', 'ink')]], new Map([closed('a')]), [['tea', 5]])).toEqual([
      'stock-holder-closed',
      'sku-not-found',
    ]);
  });

  it('never gives away more than there is, and gives each request all or nothing', () => {
    const sku = fc.constantFrom('a', 'b', 'c');
    const line = fc.record({ sku_id: sku, quantity: fc.integer({ min: 1, max: 5 }) });
    const take = fc.record({
      holder_id: fc.constantFrom(...'123456789'),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    });
    const left = fc.record({ a: fc.nat(12), b: fc.nat(12), c: fc.nat(12) });
    fc.assert(
      fc.property(
        fc.array(fc.array(take, { minLength: 1, maxLength: 2 }), { maxLength: 12 }),
        left,
        (requests, stock) => {
          const merged = requests.map(perHolder);
          const { verdicts, takes, demand } = decide(merged, none, new Map(Object.entries(stock)));
          for (const [id, quantity] of demand) expect(quantity).toBeLessThanOrEqual(stock[id as 'a']);
          const holders = takes.map(({ holder_id }) => holder_id);
          expect(new Set(holders).size).toBe(holders.length);
          merged.forEach((list, index) => {
            if (verdicts[index] === undefined) for (const { holder_id } of list) expect(holders).toContain(holder_id);
          });
        },
      ),
    );
  });
});

describe('giving back', () => {
  const holder: Holder = { _id: 'act', state: 'holding', lines: [{ sku_id: 'tea', quantity: 10 }] };

  it('is all that was taken, or the part that is named', () => {
    expect(returned(holder, [])).toEqual([{ sku_id: 'tea', quantity: 10 }]);
    expect(returned(holder, [{ sku_id: 'tea', quantity: 4 }])).toEqual([{ sku_id: 'tea', quantity: 4 }]);
  });

  it('is never more than was taken', () => {
    expect(() => returned(holder, [{ sku_id: 'tea', quantity: 11 }])).toThrow('more is given back');
    expect(() => returned(holder, [{ sku_id: 'ink', quantity: 1 }])).toThrow('more is given back');
  });
});
