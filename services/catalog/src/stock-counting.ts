import type { Clock } from '@social/runtime/clock';
import type { ClientSession, MongoClient } from 'mongodb';
import { type Collections, type HolderDoc, inTransaction, type MovementDoc } from './documents.ts';
import type { Line } from './stock.ts';

type Deps = { collections: Collections; client: MongoClient; clock: Clock };

/** Holders that are counted in one transaction. */
const AT_ONCE = 100;

/** What a holder of old kept when it closed: what it took and never gave back. */
function keptBy(holder: HolderDoc, back: Map<string, MovementDoc>): Line[] {
  return holder.lines
    .map(({ sku_id, quantity }) => {
      const given = back.get(`${holder._id}:${sku_id}:back`)?.quantity ?? 0;
      return { sku_id, quantity: quantity - given };
    })
    .filter(({ quantity }) => quantity > 0);
}

/** What counting a holder of old changes in a SKU. */
type Counted = { holder_id: string; line: Line; kind: 'reserved' | 'sold' };

async function writeCounted({ collections }: Deps, counted: Counted[], at: Date, session: ClientSession) {
  const { stock, movements } = collections;
  for (const [sku_id, ofSku] of Map.groupBy(counted, ({ line }) => line.sku_id)) {
    const sum = (kind: Counted['kind']) =>
      ofSku.filter((one) => one.kind === kind).reduce((total, { line }) => total + line.quantity, 0);
    const sold = ofSku.filter(({ kind }) => kind === 'sold');
    const before = await stock.findOneAndUpdate(
      { _id: sku_id },
      { $inc: { reserved: sum('reserved'), sold: sum('sold'), moves: sold.length } },
      { session },
    );
    if (!before || sold.length === 0) continue;
    const rows = sold.map(({ holder_id, line }, index) => ({
      ...{ _id: `${holder_id}:${sku_id}:sold`, sku_id, holder_id, n: (before.moves ?? 0) + index + 1 },
      ...{ reason: 'sold' as const, quantity: 0, reserved: -line.quantity, sold: line.quantity },
      ...{ stock_after: before.stock, at },
    }));
    await movements.insertMany(rows, { session });
  }
}

async function countSome(deps: Deps, session: ClientSession): Promise<number> {
  const { holders, movements } = deps.collections;
  const now = deps.clock.now();
  const old = await holders.find({ state: { $in: ['holding', 'closed'] } }, { session, limit: AT_ONCE }).toArray();
  const closed = old.filter(({ state }) => state === 'closed');
  const ids = closed.flatMap(({ _id, lines }) => lines.map(({ sku_id }) => `${_id}:${sku_id}:back`));
  const back = await movements.find({ _id: { $in: ids } }, { session }).toArray();
  const backById = new Map(back.map((row) => [row._id, row]));
  const counted: Counted[] = [];
  for (const { _id, state, lines, ...holder } of old) {
    const kept = state === 'holding' ? lines : keptBy({ _id, state, lines, ...holder }, backById);
    const kind = state === 'holding' ? 'reserved' : 'sold';
    counted.push(...kept.map((line) => ({ holder_id: _id, line, kind }) as const));
    const ended = kept.length > 0 ? { state: 'sold' as const, sold: kept } : { state: 'released' as const };
    // Orders knows by now what became of an order; of an activity group-buy will tell.
    const due = _id.startsWith('ord_') ? { due_at: now } : {};
    const next = state === 'holding' ? { state: 'reserved' as const, ...due } : ended;
    await holders.updateOne({ _id }, { $set: next }, { session });
  }
  await writeCounted(deps, counted, now, session);
  return old.length;
}

/**
 * Counts what was taken before reservations and sales were counted: what a holder still has is reserved, what a closed
 * one never gave back is sold. Answers how many holders were of old.
 */
export async function countHoldersOfOld(deps: Deps): Promise<number> {
  for (let total = 0; ; ) {
    const some = await inTransaction(deps.client, (session) => countSome(deps, session));
    total += some;
    if (some < AT_ONCE) return total;
  }
}
