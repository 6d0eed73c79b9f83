import { effectOf, type Holder, type Level, type Line, type Row } from './stock.ts';

/** What an order or activity says of the stock that it took. `sold` is what of it is sold, once it is. */
export type Claim = {
  holder_id: string;
  /** Who says so. */
  by: 'orders' | 'group-buy';
  fate: 'placing' | 'reserved' | 'sold' | 'released';
  lines: Line[];
  sold: Line[];
};

/** A SKU's rows, added up; `numbered` is how many of them have a number. */
export type SkuSums = Omit<Level, 'moves'> & { numbered: number };

/** The part of a row that a recount reads. */
export type CountedRow = Pick<Row, '_id' | 'sku_id' | 'holder_id' | 'quantity' | 'reserved' | 'sold'> & {
  reason: string;
};

/** Two sides of the books that should agree and do not. */
export type Difference = {
  kind:
    | 'counter'
    | 'numbering'
    | 'below-zero'
    | 'rows'
    | 'no-holder'
    | 'no-owner'
    | 'no-reservation'
    | 'fate'
    | 'lines';
  sku_id: string;
  holder_id: string;
  sides: { name: string; says: string }[];
};

const COUNTERS = ['stock', 'reserved', 'sold'] as const;
const NAMES = { stock: 'available', reserved: 'reserved', sold: 'sold' } as const;

/** What of a SKU's counters differs from its rows. */
export function compareSku(sku_id: string, level: Level | undefined, sums: SkuSums): Difference[] {
  const about = { sku_id, holder_id: '' };
  const counters = level ?? { stock: 0, reserved: 0, sold: 0, moves: 0 };
  const wrong = COUNTERS.filter((name) => counters[name] !== sums[name]).map(
    (name): Difference => ({ kind: 'counter', ...about, sides: against(NAMES[name], counters[name], sums[name]) }),
  );
  const below = COUNTERS.filter((name) => counters[name] < 0).map(
    (name): Difference => ({
      ...{ kind: 'below-zero', ...about },
      sides: [{ name: 'counters', says: `${NAMES[name]} ${counters[name]}` }],
    }),
  );
  if (counters.moves === sums.numbered) return [...wrong, ...below];
  return [...wrong, ...below, { kind: 'numbering', ...about, sides: against('rows', counters.moves, sums.numbered) }];
}

const against = (what: string, counters: number, movements: number) => [
  { name: 'counters', says: `${what} ${counters}` },
  { name: 'movements', says: `${what} ${movements}` },
];

/** Lines as a text that does not depend on their order. */
const textOf = (lines: Line[]): string =>
  lines
    .filter(({ quantity }) => quantity !== 0)
    .map(({ sku_id, quantity }) => `${sku_id} × ${quantity}`)
    .sort()
    .join(', ') || 'nothing';

const isOver = ({ state }: Holder) => state !== 'reserved' && state !== 'holding';
/** What of a holder's stock is sold. */
const soldOf = ({ state, lines, sold }: Holder): Line[] => (state === 'sold' ? (sold ?? lines) : []);

/** Adds lines up by SKU. */
function sum(lines: Line[]): Line[] {
  const bySku = new Map<string, number>();
  for (const { sku_id, quantity } of lines) bySku.set(sku_id, (bySku.get(sku_id) ?? 0) + quantity);
  return [...bySku].map(([sku_id, quantity]) => ({ sku_id, quantity }));
}

type Told = Record<'took' | 'still has' | 'sold', Line[]>;

/** What a holder's rows should come to. */
function toldByHolder(holder: Holder): Told {
  return { took: holder.lines, 'still has': isOver(holder) ? [] : holder.lines, sold: soldOf(holder) };
}

/** What they do come to. */
function toldByRows(rows: CountedRow[]): Told {
  const lines = (of: (row: CountedRow) => number) =>
    sum(rows.map((row) => ({ sku_id: row.sku_id, quantity: of(row) })));
  return {
    took: lines((row) => (row.reason === 'take' ? -row.quantity : 0)),
    'still has': lines((row) => effectOf(row).reserved),
    sold: lines((row) => effectOf(row).sold),
  };
}

/** What of a holder's state differs from its rows: a row that is lost, doubled, or of nobody. */
function compareRows(holder_id: string, holder: Holder | undefined, rows: CountedRow[]): Difference[] {
  const told = toldByRows(rows);
  const about = { sku_id: rows.length === 1 ? (rows[0]?.sku_id ?? '') : '', holder_id };
  if (!holder) {
    if (rows.length === 0) return [];
    return [{ kind: 'no-holder', ...about, sides: [{ name: 'movements', says: `took ${textOf(told.took)}` }] }];
  }

  const expected = toldByHolder(holder);
  const wrong = (['took', 'still has', 'sold'] as const).filter((of) => textOf(expected[of]) !== textOf(told[of]));
  return wrong.map((of) => ({
    ...{ kind: 'rows', ...about },
    sides: [
      { name: 'holder', says: `${of} ${textOf(expected[of])}` },
      { name: 'movements', says: `${of} ${textOf(told[of])}` },
    ],
  }));
}

/** Whether a holder is where its order or activity says; `undefined` where there is no holder. */
const FITS: Record<Claim['fate'], (state: Holder['state'] | undefined) => boolean> = {
  placing: (state) => state === undefined || state === 'reserved',
  reserved: (state) => state === 'reserved' || state === 'holding',
  sold: (state) => state === 'sold',
  released: (state) => state === undefined || state === 'released',
};

/** What differs between a holder and whoever it is for. */
function compareClaim(holder_id: string, holder: Holder | undefined, claim: Claim | undefined): Difference[] {
  const about = { sku_id: '', holder_id };
  const says = (name: string, text: string) => ({ name, says: text });
  const held = holder && says('holder', `${holder.state} ${textOf(holder.lines)}`);
  if (!claim) {
    const isHeld = holder && holder.state !== 'released' && holder.state !== 'closed';
    return isHeld && held ? [{ kind: 'no-owner', ...about, sides: [held, says('owner', 'unknown')] }] : [];
  }

  const claimed = says(claim.by, `${claim.fate} ${textOf(claim.lines)}`);
  if (!FITS[claim.fate](holder?.state)) {
    const kind = holder ? 'fate' : 'no-reservation';
    return [{ kind, ...about, sides: [held ?? says('holder', 'none'), claimed] }];
  }
  if (!holder || (holder.lines.length === 0 && claim.fate === 'released')) return [];
  const isSame = textOf(sum(claim.lines)) === textOf(holder.lines);
  const soldSame = claim.fate !== 'sold' || textOf(sum(claim.sold)) === textOf(soldOf(holder));
  if (isSame && soldSame) return [];
  const sold = (lines: Line[]) => (claim.fate === 'sold' ? `, sold ${textOf(lines)}` : '');
  const sides = [
    says('holder', `took ${textOf(holder.lines)}${sold(soldOf(holder))}`),
    says(claim.by, `took ${textOf(sum(claim.lines))}${sold(sum(claim.sold))}`),
  ];
  return [{ kind: 'lines', ...about, sides }];
}

/** All that is known of one holder. */
export type Known = { id: string; holder: Holder | undefined; claim: Claim | undefined; rows: CountedRow[] };

/** What differs between a holder, its rows, and the order or activity that it is for. */
export const compareHolder = ({ id, holder, claim, rows }: Known): Difference[] => [
  ...compareRows(id, holder, rows),
  ...compareClaim(id, holder, claim),
];
