import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, type CountedRow, compareHolder, compareSku, type Known, type SkuSums } from './recount.ts';
import { type Change, decide, effectOf, type Holder, type Level } from './stock.ts';

const ID = 'ord_1';
const LINES = [{ sku_id: 'tea', quantity: 3 }];
const claim = (fate: Claim['fate'], change: Partial<Claim> = {}): Claim => ({
  ...{ holder_id: ID, by: 'orders', fate, lines: LINES, sold: fate === 'sold' ? LINES : [] },
  ...change,
});

/** Where changes lead from ten pieces of tea. */
function after(changes: Change[]) {
  const { holders, rows, levels } = decide(
    changes,
    new Map(),
    new Map([['tea', { stock: 10, reserved: 0, sold: 0, moves: 0 }]]),
  );
  return { holder: holders.find(({ _id }) => _id === ID), rows, level: levels.get('tea') };
}
const take: Change = { kind: 'take', takes: [{ holder_id: ID, lines: LINES }] };
const RESERVED = after([take]);
const SOLD = after([take, { kind: 'commit', holder_id: ID, sold: [] }]);
const RELEASED = after([take, { kind: 'release', holder_id: ID, back: [] }]);

type Books = { holder: Holder | undefined; rows: CountedRow[] };
const kinds = ({ holder, rows }: Books, owner: Claim | undefined) =>
  compareHolder({ id: ID, holder, rows, claim: owner }).map(({ kind }) => kind);

describe('a holder and its order', () => {
  it.each([
    ['placing, before it took', { holder: undefined, rows: [] }, claim('placing')],
    ['placing, after it took', RESERVED, claim('placing')],
    ['waiting for its money', RESERVED, claim('reserved')],
    ['paid', SOLD, claim('sold')],
    ['cancelled', RELEASED, claim('released')],
    ['given up before it took', { holder: undefined, rows: [] }, claim('released')],
    ['given up, which was told', after([{ kind: 'release', holder_id: ID, back: [] }]), claim('released')],
    ['gone, after all came back', RELEASED, undefined],
  ])('agree: %s', (_, books, owner) => expect(kinds(books, owner)).toEqual([]));

  it.each([
    ['a lost release: cancelled, still reserved', RESERVED, claim('released'), ['fate']],
    ['a lost sale: paid, still reserved', RESERVED, claim('sold'), ['fate']],
    ['paid, and given away', RELEASED, claim('sold'), ['fate']],
    ['sold, and cancelled', SOLD, claim('released'), ['fate']],
    ['paid, with nothing taken', { holder: undefined, rows: [] }, claim('sold'), ['no-reservation']],
    ['an orphan holder', RESERVED, undefined, ['no-owner']],
    ['rows of nobody', { holder: undefined, rows: RESERVED.rows }, undefined, ['no-holder']],
    [
      'other lines than the order’s',
      RESERVED,
      claim('reserved', { lines: [{ sku_id: 'tea', quantity: 4 }] }),
      ['lines'],
    ],
    ['another part sold', SOLD, claim('sold', { sold: [{ sku_id: 'tea', quantity: 2 }] }), ['lines']],
    ['a lost row', { holder: SOLD.holder, rows: SOLD.rows.slice(0, 1) }, claim('sold'), ['rows', 'rows']],
    ['a release without its row', { ...RELEASED, rows: RESERVED.rows }, claim('released'), ['rows']],
    ['a doubled row', { ...RESERVED, rows: [...RESERVED.rows, ...RESERVED.rows] }, claim('reserved'), ['rows', 'rows']],
  ])('differ: %s', (_, books, owner, expected) => expect(kinds(books, owner)).toEqual(expected));

  it('are told with what each side says', () => {
    expect(compareHolder({ id: ID, ...RESERVED, claim: claim('released') })).toEqual([
      {
        ...{ kind: 'fate', sku_id: '', holder_id: ID },
        sides: [
          { name: 'holder', says: 'reserved tea × 3' },
          { name: 'orders', says: 'released tea × 3' },
        ],
      },
    ]);
  });
});

describe('a SKU’s counters and rows', () => {
  const level: Level = { stock: 7, reserved: 2, sold: 1, moves: 3 };
  const sums: SkuSums = { stock: 7, reserved: 2, sold: 1, numbered: 3 };

  it('agree', () => expect(compareSku('tea', level, sums)).toEqual([]));

  it.each(['stock', 'reserved', 'sold'] as const)('differ by one in %s, which is named', (counter) => {
    const [difference, ...more] = compareSku('tea', { ...level, [counter]: level[counter] + 1 }, sums);
    const name = counter === 'stock' ? 'available' : counter;
    expect(more).toEqual([]);
    expect(difference).toEqual({
      ...{ kind: 'counter', sku_id: 'tea', holder_id: '' },
      sides: [
        { name: 'counters', says: `${name} ${level[counter] + 1}` },
        { name: 'movements', says: `${name} ${level[counter]}` },
      ],
    });
  });

  it('differ where a row is doubled or lost, though it adds up', () => {
    expect(compareSku('tea', level, { ...sums, numbered: 4 }).map(({ kind }) => kind)).toEqual(['numbering']);
  });

  it('are told of where they are below zero, and where a SKU has rows only', () => {
    const below = { ...level, stock: -1 };
    expect(compareSku('tea', below, { ...sums, stock: -1 }).map(({ kind }) => kind)).toEqual(['below-zero']);
    expect(
      compareSku('tea', undefined, { stock: 5, reserved: 0, sold: 0, numbered: 0 }).map(({ kind }) => kind),
    ).toEqual(['counter']);
  });
});

describe('whatever is decided', () => {
  const id = fc.constantFrom('ord_1', 'ord_2', 'ord_3');
  const sku = fc.constantFrom('a', 'b');
  const line = fc.record({ sku_id: sku, quantity: fc.integer({ min: 1, max: 4 }) });
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.tuple(id, sku, fc.integer({ min: 1, max: 4 })).map(
      ([holder_id, sku_id, quantity]): Change => ({
        kind: 'take',
        takes: [{ holder_id, lines: [{ sku_id, quantity }] }],
      }),
    ),
    fc
      .tuple(id, fc.array(line, { maxLength: 1 }))
      .map(([holder_id, sold]): Change => ({ kind: 'commit', holder_id, sold })),
    fc
      .tuple(id, fc.array(line, { maxLength: 1 }))
      .map(([holder_id, back]): Change => ({ kind: 'release', holder_id, back })),
  );

  it('never makes a difference, and a change of one counter or the loss of one row always does', () => {
    const levels = new Map(['a', 'b'].map((key) => [key, { stock: 9, reserved: 0, sold: 0, moves: 0 }]));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), fc.nat(), (changes, pick) => {
        const { holders, rows, levels: now } = decide(changes, new Map(), levels);
        const known = (list: CountedRow[]): Known[] =>
          holders.map((holder) => ({
            ...{ id: holder._id, holder, rows: list.filter(({ holder_id }) => holder_id === holder._id) },
            claim: {
              ...{ holder_id: holder._id, by: 'orders', lines: holder.lines },
              fate: holder.state === 'sold' ? 'sold' : holder.state === 'reserved' ? 'reserved' : 'released',
              sold: holder.state === 'sold' ? (holder.sold ?? holder.lines) : [],
            },
          }));
        expect(known(rows).flatMap(compareHolder)).toEqual([]);
        for (const [key, level] of now) {
          const own = rows.filter(({ sku_id }) => sku_id === key);
          const total = (of: 'stock' | 'reserved' | 'sold') => own.reduce((sum, row) => sum + effectOf(row)[of], 0);
          const sums = {
            stock: 9 + total('stock'),
            reserved: total('reserved'),
            sold: total('sold'),
            numbered: own.length,
          };
          expect(compareSku(key, level, sums)).toEqual([]);
          expect(compareSku(key, { ...level, reserved: level.reserved + 1 }, sums)).not.toEqual([]);
        }
        if (rows.length === 0) return;
        expect(known(rows.toSpliced(pick % rows.length, 1)).flatMap(compareHolder)).not.toEqual([]);
      }),
    );
  });
});
