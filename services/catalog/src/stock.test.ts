import { DomainError } from '@social/contracts/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Change,
  type Decision,
  decide,
  effectOf,
  type Holder,
  type Level,
  perHolder,
  type Take,
} from './stock.ts';

const none = new Map<string, Holder>();
const wants = (holder_id: string, sku_id: string, quantity = 1): Take => ({ holder_id, lines: [{ sku_id, quantity }] });
const take = (...takes: Take[]): Change => ({ kind: 'take', takes });
const commit = (holder_id: string, sold: Take['lines'] = []): Change => ({ kind: 'commit', holder_id, sold });
const release = (holder_id: string, back: Take['lines'] = []): Change => ({ kind: 'release', holder_id, back });
const counted = { sku_id: 'tea', by: 'usr_staff', note: 'counted' };
const level = (stock: number, rest: Partial<Level> = {}): Level => ({ stock, reserved: 0, sold: 0, moves: 0, ...rest });
const tea = (stock: number) => new Map([['tea', level(stock)]]);
const holder = (id: string, state: Holder['state'], quantity = 1): [string, Holder] => [
  id,
  { _id: id, state, lines: [{ sku_id: 'tea', quantity }] },
];
const codesOf = ({ verdicts }: Decision) =>
  verdicts.map((verdict) => (verdict instanceof DomainError ? verdict.code : undefined));

describe('reserving stock', () => {
  it('gives ten to the first ten of forty', () => {
    const changes = Array.from({ length: 40 }, (_, index) => take(wants(`ord_${index}`, 'tea')));
    const decision = decide(changes, none, tea(10));

    expect(codesOf(decision).slice(0, 10)).toEqual(Array(10).fill(undefined));
    expect(codesOf(decision).slice(10)).toEqual(Array(30).fill('out-of-stock'));
    expect(decision.levels.get('tea')).toEqual({ stock: 0, reserved: 10, sold: 0, moves: 10 });
  });

  it('passes over one who wants too much and serves the next', () => {
    const changes = [take(wants('a', 'tea', 3)), take(wants('b', 'tea', 9)), take(wants('c', 'tea', 2))];
    expect(codesOf(decide(changes, none, tea(5)))).toEqual([undefined, 'out-of-stock', undefined]);
  });

  it('says how many are left', () => {
    const [verdict] = decide([take(wants('a', 'tea', 3))], none, tea(2)).verdicts;
    expect(verdict).toMatchObject({ details: { errors: [{ path: 'tea', message: '2 left' }] } });
  });

  it('takes once for a holder who asks twice in one batch', () => {
    const { levels, holders } = decide([take(wants('a', 'tea')), take(wants('a', 'tea'))], none, tea(5));
    expect(holders).toHaveLength(1);
    expect(levels.get('tea')?.stock).toBe(4);
  });

  it.each(['released', 'sold', 'closed'] as const)('refuses a holder who is %s already', (state) => {
    expect(codesOf(decide([take(wants('a', 'tea'))], new Map([holder('a', state)]), tea(5)))).toEqual([
      'stock-holder-closed',
    ]);
  });

  it('refuses what does not exist', () => {
    expect(codesOf(decide([take(wants('b', 'ink'))], none, tea(5)))).toEqual(['sku-not-found']);
  });

  it('numbers the rows of a SKU and says what is left after each', () => {
    const { rows } = decide([take(wants('a', 'tea', 2)), take(wants('b', 'tea', 3)), release('a')], none, tea(9));
    expect(rows.map(({ n, reason, quantity, stock_after }) => [n, reason, quantity, stock_after])).toEqual([
      [1, 'take', -2, 7],
      [2, 'take', -3, 4],
      [3, 'back', 2, 6],
    ]);
  });
});

describe('ending a reservation', () => {
  const reserved = (quantity = 10) => new Map([holder('act', 'reserved', quantity)]);
  const levels = () => new Map([['tea', level(0, { reserved: 10 })]]);
  const after = (changes: Change[], holders = reserved()) => decide(changes, holders, levels());

  it('sells all that was taken, or gives it back', () => {
    expect(after([commit('act')]).levels.get('tea')).toMatchObject({ stock: 0, reserved: 0, sold: 10 });
    expect(after([release('act')]).levels.get('tea')).toMatchObject({ stock: 10, reserved: 0, sold: 0 });
  });

  it('sells a part and gives the rest back, whichever of the two is named', () => {
    const parts = [commit('act', [{ sku_id: 'tea', quantity: 4 }]), release('act', [{ sku_id: 'tea', quantity: 6 }])];
    for (const change of parts) {
      const { levels: left, holders, rows } = after([change]);
      expect(left.get('tea')).toMatchObject({ stock: 6, reserved: 0, sold: 4 });
      expect(holders).toEqual([expect.objectContaining({ state: 'sold', sold: [{ sku_id: 'tea', quantity: 4 }] })]);
      expect(rows.map(({ reason }) => reason)).toEqual(['sold', 'back']);
    }
  });

  it('happens once, however it is repeated', () => {
    const { rows, verdicts } = after([commit('act'), commit('act'), release('act')]);
    expect(rows).toHaveLength(1);
    expect(verdicts).toEqual([undefined, undefined, undefined]);
  });

  it('is never a sale of what was given back or was never taken', () => {
    expect(codesOf(after([release('act'), commit('act'), commit('nobody')]))).toEqual([
      undefined,
      'stock-holder-closed',
      'stock-holder-closed',
    ]);
  });

  it('is never more than was taken', () => {
    expect(codesOf(after([commit('act', [{ sku_id: 'tea', quantity: 11 }])]))).toEqual(['quantity-invalid']);
    expect(codesOf(after([release('act', [{ sku_id: 'ink', quantity: 1 }])]))).toEqual(['quantity-invalid']);
  });

  it('closes the door to a take that comes later', () => {
    expect(codesOf(decide([release('late'), take(wants('late', 'tea'))], none, tea(5)))).toEqual([
      undefined,
      'stock-holder-closed',
    ]);
  });

  it('leaves the counter of reservations alone where the holder was never counted', () => {
    const old = new Map([holder('ord_old', 'holding', 3)]);
    expect(decide([commit('ord_old')], old, tea(5)).levels.get('tea')).toMatchObject({
      stock: 5,
      reserved: 0,
      sold: 3,
    });
    expect(decide([release('ord_old')], old, tea(5)).levels.get('tea')).toMatchObject({ stock: 8, reserved: 0 });
  });
});

describe('counting stock', () => {
  it('adds to what is left at that moment, or takes from it', () => {
    const changes: Change[] = [take(wants('a', 'tea', 4)), { kind: 'adjust', by_pieces: 5, ...counted }];
    const { rows, verdicts } = decide(changes, none, tea(10));
    expect(verdicts[1]).toMatchObject({ stock: 11, reserved: 4 });
    expect(rows[1]).toMatchObject({ reason: 'adjust', quantity: 5, by: 'usr_staff', note: 'counted', stock_after: 11 });
  });

  it('never takes more than is left', () => {
    expect(codesOf(decide([{ kind: 'adjust', by_pieces: -11, ...counted }], none, tea(10)))).toEqual(['out-of-stock']);
  });

  it('sets what is left, explained by the difference', () => {
    const { rows } = decide([{ kind: 'set', stock: 3, ...counted }], none, tea(10));
    expect(rows[0]).toMatchObject({ reason: 'set', quantity: -7, stock_after: 3 });
  });
});

describe('any sequence of changes, late and repeated in any order', () => {
  const sku = fc.constantFrom('a', 'b', 'c');
  const id = fc.constantFrom(...'123456');
  const line = fc.record({ sku_id: sku, quantity: fc.integer({ min: 1, max: 5 }) });
  const lines = fc.array(line, { minLength: 1, maxLength: 3 });
  const ofOne = fc.record({ holder_id: id, lines });
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.array(ofOne, { minLength: 1, maxLength: 2 }).map((takes): Change => take(...perHolder(takes))),
    id.map((holder) => commit(holder)),
    id.map((holder) => release(holder)),
    ofOne.map(({ holder_id, lines: sold }) => commit(holder_id, sold)),
    ofOne.map(({ holder_id, lines: back }) => release(holder_id, back)),
    fc
      .tuple(sku, fc.integer({ min: -8, max: 8 }))
      .map(([sku_id, by_pieces]): Change => ({ kind: 'adjust', ...counted, sku_id, by_pieces })),
    fc.tuple(sku, fc.nat(12)).map(([sku_id, stock]): Change => ({ kind: 'set', ...counted, sku_id, stock })),
  );
  const opening = fc.record({ a: fc.nat(12), b: fc.nat(12), c: fc.nat(12) });
  const SKUS = ['a', 'b', 'c'] as const;

  /** Decides batch by batch, as the store does; answers where everything ended. */
  function run(batches: Change[][], stock: Record<'a' | 'b' | 'c', number>) {
    const holders = new Map<string, Holder>();
    const levels = new Map(Object.entries(stock).map(([key, value]) => [key, level(value)]));
    const rows = batches.flatMap((batch) => {
      const decision = decide(batch, holders, levels);
      for (const one of decision.holders) holders.set(one._id, one);
      for (const [key, value] of decision.levels) levels.set(key, value);
      return decision.rows;
    });
    return { holders: [...holders.values()], levels, rows };
  }

  const sumOf = (list: Take['lines'], sku_id: string) =>
    list.filter((one) => one.sku_id === sku_id).reduce((sum, { quantity }) => sum + quantity, 0);

  it('leaves counters that equal their rows and their holders, none below zero', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 8 }), opening, (batches, stock) => {
        const { holders, levels, rows } = run(batches, stock);
        for (const key of SKUS) {
          const left = levels.get(key) ?? level(0);
          const effects = rows.filter(({ sku_id }) => sku_id === key);
          const sum = (of: 'stock' | 'reserved' | 'sold') =>
            effects.reduce((total, row) => total + effectOf(row)[of], 0);
          expect(left).toEqual({
            ...{ stock: stock[key] + sum('stock'), reserved: sum('reserved'), sold: sum('sold') },
            moves: effects.length,
          });
          expect(effects.map(({ n }) => n)).toEqual(effects.map((_, index) => index + 1));
          for (const { stock_after } of effects) expect(stock_after).toBeGreaterThanOrEqual(0);
          for (const pieces of [left.stock, left.reserved, left.sold]) expect(pieces).toBeGreaterThanOrEqual(0);

          const holding = holders.filter(({ state }) => state === 'reserved').flatMap((one) => one.lines);
          const sold = holders.filter(({ state }) => state === 'sold').flatMap((one) => one.sold ?? one.lines);
          expect(left.reserved).toBe(sumOf(holding, key));
          expect(left.sold).toBe(sumOf(sold, key));
        }
        expect(new Set(rows.map(({ _id }) => _id)).size).toBe(rows.length);
      }),
    );
  });

  it('ends the same, however the changes are batched', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), opening, fc.integer({ min: 1, max: 7 }), (list, stock, size) => {
        const chunks = Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
          list.slice(at * size, (at + 1) * size),
        );
        expect(run(chunks, stock)).toEqual(run([list], stock));
      }),
    );
  });
});
