import { DomainError } from '@social/contracts/errors';
import type { Relay } from '@social/messaging/outbox';
import { groupCommit } from '@social/runtime/batcher';
import type { Clock } from '@social/runtime/clock';
import { crashPoint } from '@social/runtime/crash-point';
import { isDuplicateKey } from '@social/runtime/mongo';
import type { ClientSession, MongoClient } from 'mongodb';
import {
  type AlertDoc,
  type Collections,
  type HolderDoc,
  inTransaction,
  type MovementDoc,
  type RequestMark,
  type StockDoc,
} from './documents.ts';
import { alertsOf, flagChange } from './low-stock.ts';
import { MAX_STOCK } from './product-check.ts';
import { type Change, type Decision, decide, type Level, type Line, perHolder, type Take } from './stock.ts';

/** `alerts` publishes that a SKU came down to its threshold. */
type Deps = { collections: Collections; client: MongoClient; clock: Clock; alerts: Relay };

/** Who sets a SKU's stock, and what they say about it. */
export type Counted = { skuId: string; by: string; note: string; request: RequestMark | undefined };

export type StockStore = {
  /** Pieces that nobody has taken, by SKU; those that do not exist are left out. */
  onHand: (skuIds: string[]) => Promise<Map<string, number>>;
  /** All counters of a SKU. Errors: sku-not-found. */
  level: (skuId: string) => Promise<Level>;
  /** Takes for one or more holders, all or nothing. Errors: out-of-stock, sku-not-found, stock-holder-closed. */
  take: (takes: Take[]) => Promise<void>;
  /** What a holder took is sold: so much of it, or all. Once a holder. Errors: stock-holder-closed, quantity-invalid. */
  commit: (holderId: string, sold: Line[]) => Promise<void>;
  /** Gives back once what a holder took, and ends it; what it keeps is sold. Errors: quantity-invalid. */
  giveBack: (holderId: string, lines: Line[]) => Promise<void>;
  /** Sets what nobody has taken; answers it. Errors: sku-not-found, quantity-invalid, idempotency-key-reused. */
  set: (stock: number, counted: Counted) => Promise<number>;
  /** Adds so many pieces, or takes them out. Errors: those of `set`, and out-of-stock. */
  adjust: (pieces: number, counted: Counted) => Promise<number>;
};

/** A SKU's counters; documents of old have only what nobody has taken. */
export const levelOf = ({ stock, reserved = 0, sold = 0, moves = 0 }: StockDoc): Level => ({
  stock,
  reserved,
  sold,
  moves,
});

const holdersOf = (change: Change): string[] => {
  if (change.kind === 'take') return change.takes.map(({ holder_id }) => holder_id);
  return 'holder_id' in change ? [change.holder_id] : [];
};

const skusOf = (change: Change): string[] => {
  if (change.kind === 'take') return change.takes.flatMap(({ lines }) => lines.map(({ sku_id }) => sku_id));
  return 'sku_id' in change ? [change.sku_id] : [];
};

type Found = {
  holders: Map<string, HolderDoc>;
  levels: Map<string, Level>;
  docs: Map<string, StockDoc>;
  /** Movements of requests that came before. */
  before: Map<string, MovementDoc>;
};

/** What the changes are about, as one snapshot. */
async function read({ collections }: Deps, changes: Change[], session: ClientSession): Promise<Found> {
  const { stock, holders, movements } = collections;
  const requests = changes.flatMap((change) => ('request' in change && change.request ? [change.request.id] : []));
  const before =
    requests.length === 0 ? [] : movements.find({ 'request.id': { $in: requests } }, { session }).toArray();
  const repeated = new Map((await before).map((row) => [row.request?.id ?? '', row]));
  const holderIds = [...new Set(changes.flatMap(holdersOf))];
  const known = holderIds.length === 0 ? [] : await holders.find({ _id: { $in: holderIds } }, { session }).toArray();
  const skuIds = new Set(changes.flatMap(skusOf));
  for (const { sku_id } of known.flatMap(({ lines }) => lines)) skuIds.add(sku_id);
  const docs = await stock.find({ _id: { $in: [...skuIds] } }, { session }).toArray();
  return {
    holders: new Map(known.map((holder) => [holder._id, holder])),
    levels: new Map(docs.map((doc) => [doc._id, levelOf(doc)])),
    docs: new Map(docs.map((doc) => [doc._id, doc])),
    before: repeated,
  };
}

/** One conditional increment a SKU, whatever happened to it in the batch. */
const increments = (after: Decision['levels'], before: Map<string, StockDoc>) =>
  [...after].flatMap(([_id, level]) => {
    const doc = before.get(_id);
    if (!doc) return [];
    const was = levelOf(doc);
    const stock = level.stock - was.stock;
    const others = { reserved: level.reserved - was.reserved, sold: level.sold - was.sold };
    const filter = stock < 0 ? { _id, stock: { $gte: -stock } } : { _id };
    const $inc = { stock, ...others, moves: level.moves - was.moves };
    return [{ updateOne: { filter, update: { $inc, ...flagChange(doc, level.stock) } } }];
  });

const holderWrites = (decision: Decision, at: Date) =>
  decision.holders.map(({ _id, ...state }) => {
    const unset = state.due_at ? {} : { $unset: { due_at: '' as const } };
    return { updateOne: { filter: { _id }, update: { $set: state, $setOnInsert: { at }, ...unset }, upsert: true } };
  });

/** Answers the alerts that were written with it. */
async function write(deps: Deps, decision: Decision, found: Found, session: ClientSession): Promise<AlertDoc[]> {
  const { stock, holders, movements, alerts } = deps.collections;
  const at = deps.clock.now();
  if (decision.holders.length > 0) await holders.bulkWrite(holderWrites(decision, at), { session, ordered: false });
  if (decision.rows.length === 0) return [];

  await movements.insertMany(
    decision.rows.map((row) => ({ ...row, at })),
    { session },
  );
  const changes = increments(decision.levels, found.docs);
  const { matchedCount } = await stock.bulkWrite(changes, { session });
  if (matchedCount !== changes.length) throw new Error('stock changed inside its own transaction');
  const low = alertsOf(decision.levels, found.docs, at);
  if (low.length > 0) await alerts.insertMany(low, { session });
  return low;
}

/** What a request heard when it came first; undefined when this is the first time. */
function repeatOf(change: Change, { before }: Found): DomainError | number | undefined {
  const row = 'request' in change && change.request && before.get(change.request.id);
  if (!row) return undefined;

  const isSame = row.request?.body_hash === change.request?.body_hash;
  return isSame ? (row.stock_after ?? 0) : new DomainError('idempotency-key-reused');
}

type Committed = { results: (DomainError | number)[]; low: AlertDoc[] };

/** Applies a batch of changes: the reads and writes are one snapshot, so what was decided is what is written. */
async function commitBatch(deps: Deps, changes: Change[], session: ClientSession): Promise<Committed> {
  const found = await read(deps, changes, session);
  const repeats = changes.map((change) => repeatOf(change, found));
  const fresh = changes.filter((_, index) => repeats[index] === undefined);
  const decision = decide(fresh, found.holders, found.levels);
  const low = await write(deps, decision, found, session);
  crashPoint('stock-written');

  const verdicts = new Map(fresh.map((change, index) => [change, decision.verdicts[index]]));
  const results = changes.map((change, index) => {
    const verdict = verdicts.get(change);
    return verdict instanceof DomainError ? verdict : (repeats[index] ?? verdict?.stock ?? 0);
  });
  return { results, low };
}

const ATTEMPTS = 3;

async function commitOnce(deps: Deps, changes: Change[]): Promise<Committed> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(deps.client, (session) => commitBatch(deps, changes, session));
    } catch (error) {
      // Another replica wrote the same holder first: it is known now.
      if (!isDuplicateKey(error) || attempt === ATTEMPTS) throw error;
    }
  }
}

function requireStock(stock: number): void {
  const fits = Number.isInteger(stock) && stock >= 0 && stock <= MAX_STOCK;
  if (!fits) throw new DomainError('quantity-invalid', `stock is from 0 to ${MAX_STOCK}`);
}

function requireDifference(pieces: number): void {
  const fits = Number.isInteger(pieces) && pieces !== 0 && Math.abs(pieces) <= MAX_STOCK;
  if (!fits) throw new DomainError('quantity-invalid', `stock changes by 1 to ${MAX_STOCK}, either way`);
}

const counting = ({ skuId, by, note, request }: Counted) => ({ sku_id: skuId, by, note, request });

/**
 * The stock of SKUs: who reserved it, what was sold, what came back. Everything that changes it stands in one queue, so
 * that nothing of this process is in its own way; many changes of one SKU are one write.
 */
export function stockStore(deps: Deps): StockStore {
  const { stock } = deps.collections;
  const changes = groupCommit<Change, number>(
    async (batch) => {
      const { results, low } = await commitOnce(deps, batch);
      crashPoint('stock-changed');
      for (const { _id, outbox = [] } of low) deps.alerts.nudge(_id, outbox);
      return results;
    },
    { maxBatch: 200, maxQueue: 5000 },
  );
  return {
    onHand: async (skuIds) => {
      const found = await stock.find({ _id: { $in: skuIds } }, { projection: { stock: 1 } }).toArray();
      return new Map(found.map((doc) => [doc._id, doc.stock]));
    },
    level: async (skuId) => {
      const found = await stock.findOne({ _id: skuId });
      if (!found) throw new DomainError('sku-not-found');
      return levelOf(found);
    },
    take: async (takes) => {
      await changes.add({ kind: 'take', takes: perHolder(takes) });
    },
    commit: async (holder_id, sold) => {
      await changes.add({ kind: 'commit', holder_id, sold });
    },
    giveBack: async (holder_id, back) => {
      await changes.add({ kind: 'release', holder_id, back });
    },
    set: async (pieces, counted) => {
      requireStock(pieces);
      return changes.add({ kind: 'set', stock: pieces, ...counting(counted) });
    },
    adjust: async (pieces, counted) => {
      requireDifference(pieces);
      return changes.add({ kind: 'adjust', by_pieces: pieces, ...counting(counted) });
    },
  };
}
