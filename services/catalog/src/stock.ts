import { DomainError } from '@social/contracts/errors';
import { MAX_STOCK } from './product-check.ts';

/** So many pieces of one SKU. */
export type Line = { sku_id: string; quantity: number };

/** What one holder (an order, an activity) wants, and when orders is to be asked about it if nothing was heard. */
export type Take = { holder_id: string; lines: Line[]; due_at?: Date };

/**
 * Who has taken stock, and what became of it. A holder ends once, and never begins again; one that gave back before it
 * ever took is released, without lines. `holding` and `closed` are of the time before reservations were counted.
 */
export type Holder = {
  _id: string;
  state: 'reserved' | 'sold' | 'released' | 'holding' | 'closed';
  lines: Line[];
  /** What of its lines is sold, where that is not all. */
  sold?: Line[];
  /** While reserved: when orders is asked what became of it. */
  due_at?: Date;
};

/** Pieces of a SKU: nobody's, set aside, and sold; `moves` is how many rows tell of them. */
export type Level = { stock: number; reserved: number; sold: number; moves: number };

/** Who counted a merchant's stock, and why it is another. */
type Counting = { sku_id: string; by: string; note: string; request?: { id: string; body_hash: string } };

/** What is asked of the stock. Empty `sold` and `back` are all that the holder took. */
export type Change =
  | { kind: 'take'; takes: Take[] }
  | { kind: 'commit'; holder_id: string; sold: Line[] }
  | { kind: 'release'; holder_id: string; back: Line[] }
  | ({ kind: 'set'; stock: number } & Counting)
  | ({ kind: 'adjust'; by_pieces: number } & Counting);

/** One change of a SKU, as its history keeps it: the row's number, and the pieces that changed. */
export type Row = Partial<Omit<Counting, 'sku_id'>> & {
  _id: string;
  sku_id: string;
  n: number;
  holder_id: string;
  reason: 'set' | 'adjust' | 'take' | 'back' | 'sold';
  /** Change of what nobody has: negative when taken. */
  quantity: number;
  reserved?: number;
  sold?: number;
  /** What nobody had afterwards. */
  stock_after: number;
};

export type Decision = {
  /** One for each change: why it was refused, or what its SKU has now where it is of one. */
  verdicts: (DomainError | Level | undefined)[];
  /** Holders as they are to be written. */
  holders: Holder[];
  rows: Row[];
  /** SKUs that changed, as they are afterwards. */
  levels: Map<string, Level>;
};

/** Most pieces of one SKU in one take; an activity sets a whole sale aside. */
const MAX_TAKE = 1_000_000_000;

/** Adds up lines of the same SKU. Errors: quantity-invalid. */
export function merge(lines: Line[]): Line[] {
  const bySku = new Map<string, number>();
  for (const { sku_id, quantity } of lines) {
    const whole = Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_TAKE;
    if (!whole) throw new DomainError('quantity-invalid', `a quantity is from 1 to ${MAX_TAKE}`);
    bySku.set(sku_id, (bySku.get(sku_id) ?? 0) + quantity);
  }
  return [...bySku].map(([sku_id, quantity]) => ({ sku_id, quantity }));
}

/** One take for each holder of a request, one line for each SKU. Errors: quantity-invalid. */
export function perHolder(takes: Take[]): Take[] {
  const byHolder = Map.groupBy(takes, ({ holder_id }) => holder_id);
  return [...byHolder].map(([holder_id, same]) => ({
    holder_id,
    lines: merge(same.flatMap(({ lines }) => lines)),
    due_at: same[0]?.due_at,
  }));
}

/** Holders and SKUs as the changes so far left them. */
type Books = { holders: Map<string, Holder>; levels: Map<string, Level>; rows: Row[]; ended: Map<string, Holder> };
type Move = Omit<Row, 'n' | 'stock_after'>;

/**
 * Decides changes one after the other: a take gets all of its lines or none, a holder takes once and ends once.
 * Ten left for forty that want one each go to the first ten.
 * @param holders those that the changes name, as far as they exist
 * @param levels what is left of each SKU that exists
 */
export function decide(changes: Change[], holders: Map<string, Holder>, levels: Map<string, Level>): Decision {
  const books: Books = { holders: new Map(holders), levels: new Map(levels), rows: [], ended: new Map() };
  const verdicts = changes.map((change) => {
    try {
      return apply(books, change);
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  });
  const moved = new Set(books.rows.map(({ sku_id }) => sku_id));
  const after = [...books.levels].filter(([id]) => moved.has(id));
  return { verdicts, holders: [...books.ended.values()], rows: books.rows, levels: new Map(after) };
}

function apply(books: Books, change: Change): Level | undefined {
  switch (change.kind) {
    case 'take':
      return take(books, change.takes);
    case 'commit':
      return commit(books, change.holder_id, change.sold);
    case 'release':
      return release(books, change.holder_id, change.back);
    case 'set':
      return count(books, change, (level) => change.stock - level.stock);
    case 'adjust':
      return count(books, change, () => change.by_pieces);
  }
}

function note(books: Books, holder: Holder): void {
  books.holders.set(holder._id, holder);
  books.ended.set(holder._id, holder);
}

/** Changes a SKU by a row. `counted` is what the row does to `reserved`: nothing for holders of old. */
function move({ levels, rows }: Books, row: Move, counted = row.reserved ?? 0): Level {
  const before = levels.get(row.sku_id);
  if (!before) throw new DomainError('sku-not-found');

  const level = {
    stock: before.stock + row.quantity,
    reserved: before.reserved + counted,
    sold: before.sold + (row.sold ?? 0),
    moves: before.moves + 1,
  };
  levels.set(row.sku_id, level);
  rows.push({ ...row, n: level.moves, stock_after: level.stock });
  return level;
}

/** Errors: out-of-stock, sku-not-found, stock-holder-closed. */
function take(books: Books, takes: Take[]): undefined {
  const fresh = takes.filter(({ holder_id }) => !isHolding(books.holders.get(holder_id)));
  requireTakeable(books, fresh);
  for (const { holder_id, lines, due_at } of fresh) {
    note(books, { _id: holder_id, state: 'reserved', lines, ...(due_at ? { due_at } : {}) });
    for (const { sku_id, quantity } of lines) {
      const pieces = { quantity: -quantity, reserved: quantity };
      move(books, { _id: `${holder_id}:${sku_id}`, sku_id, holder_id, reason: 'take', ...pieces });
    }
  }
}

const isHolding = (holder: Holder | undefined): boolean => holder?.state === 'reserved' || holder?.state === 'holding';

function requireTakeable({ holders, levels }: Books, takes: Take[]): void {
  if (takes.some(({ holder_id }) => holders.has(holder_id))) throw new DomainError('stock-holder-closed');

  const wanted = merge(takes.flatMap(({ lines }) => lines));
  const unknown = wanted.filter(({ sku_id }) => !levels.has(sku_id));
  if (unknown.length > 0) throw new DomainError('sku-not-found', undefined, { errors: unknown.map(noSku) });

  const left = ({ sku_id }: Line) => levels.get(sku_id)?.stock ?? 0;
  const short = wanted.filter((line) => left(line) < line.quantity);
  if (short.length === 0) return;
  const errors = short.map((line) => ({ path: line.sku_id, message: `${left(line)} left` }));
  throw new DomainError('out-of-stock', undefined, { errors });
}

const noSku = ({ sku_id }: Line) => ({ path: sku_id, message: 'there is no such SKU' });

/** A holder is done with its stock: so much of it is sold, the rest goes back. */
function end(books: Books, holder: Holder, sold: Line[]): void {
  const soldOf = new Map(sold.map(({ sku_id, quantity }) => [sku_id, quantity]));
  const wasCounted = holder.state === 'reserved';
  const isAll = holder.lines.every(({ sku_id, quantity }) => soldOf.get(sku_id) === quantity);
  const { _id, lines } = holder;
  note(books, { _id, lines, state: sold.length > 0 ? 'sold' : 'released', ...(isAll ? {} : { sold }) });
  for (const { sku_id, quantity } of lines) {
    const kept = soldOf.get(sku_id) ?? 0;
    const back = quantity - kept;
    const of = (reason: 'sold' | 'back') => ({ _id: `${_id}:${sku_id}:${reason}`, sku_id, holder_id: _id, reason });
    if (kept > 0) move(books, { ...of('sold'), quantity: 0, reserved: -kept, sold: kept }, wasCounted ? -kept : 0);
    if (back > 0) move(books, { ...of('back'), quantity: back, reserved: -back }, wasCounted ? -back : 0);
  }
}

/** Errors: stock-holder-closed (it gave its stock back, or never took), quantity-invalid. */
function commit(books: Books, holderId: string, sold: Line[]): undefined {
  const holder = books.holders.get(holderId);
  if (holder?.state === 'sold') return;
  if (!holder || !isHolding(holder)) {
    throw new DomainError('stock-holder-closed', `${holderId} has no stock that could be sold`);
  }

  end(books, holder, partOf(holder, sold));
}

/** Ends a holder unsold. What is sold stays sold; one that never took cannot take any more. Errors: quantity-invalid. */
function release(books: Books, holderId: string, back: Line[]): undefined {
  const holder = books.holders.get(holderId);
  if (!holder) note(books, { _id: holderId, state: 'released', lines: [] });
  if (!holder || !isHolding(holder)) return;

  const returned = new Map(partOf(holder, back).map(({ sku_id, quantity }) => [sku_id, quantity]));
  const kept = holder.lines.map(({ sku_id, quantity }) => ({
    sku_id,
    quantity: quantity - (returned.get(sku_id) ?? 0),
  }));
  const sold = kept.filter(({ quantity }) => quantity > 0);
  end(books, holder, sold);
}

/** The lines that are named, or all that the holder took. Errors: quantity-invalid, when that is more than it took. */
function partOf(holder: Holder, lines: Line[]): Line[] {
  if (lines.length === 0) return holder.lines;

  const merged = merge(lines);
  const took = new Map(holder.lines.map(({ sku_id, quantity }) => [sku_id, quantity]));
  const over = merged.some(({ sku_id, quantity }) => quantity > (took.get(sku_id) ?? 0));
  if (over) throw new DomainError('quantity-invalid', 'that is more than was taken');
  return merged;
}

/** The merchant has counted. Errors: sku-not-found, out-of-stock, quantity-invalid. */
function count(books: Books, counting: Extract<Change, Counting>, difference: (level: Level) => number): Level {
  const { sku_id, by, note: why, request, kind } = counting;
  const before = books.levels.get(sku_id);
  if (!before) throw new DomainError('sku-not-found');

  const quantity = difference(before);
  const stock = before.stock + quantity;
  if (stock < 0) throw new DomainError('out-of-stock', `${before.stock} are left`);
  if (stock > MAX_STOCK) throw new DomainError('quantity-invalid', `stock is from 0 to ${MAX_STOCK}`);
  const _id = `${sku_id}:${kind}:${before.moves + 1}`;
  return move(books, { _id, sku_id, holder_id: '', reason: kind, quantity, by, note: why, request });
}

/** What a row of a SKU's history did to it; rows of old say only what nobody has any more. */
export function effectOf(row: Pick<Row, 'quantity' | 'reserved' | 'sold'> & { reason: string }): Omit<Level, 'moves'> {
  const wasTaken = row.reason === 'take' || row.reason === 'back';
  const reserved = row.reserved ?? (wasTaken ? -row.quantity : 0);
  return { stock: row.quantity, reserved, sold: row.sold ?? 0 };
}
