import { DomainError } from '@social/contracts/errors';
import { groupCommit } from '@social/runtime/batcher';
import type { Clock } from '@social/runtime/clock';
import type { ClientSession, MongoClient } from 'mongodb';
import { type Collections, inTransaction, type MovementDoc, type RequestMark } from './documents.ts';
import { MAX_STOCK } from './product-check.ts';
import { decide, type Line, perHolder, returned, type Take } from './stock.ts';

type Deps = { collections: Collections; client: MongoClient; clock: Clock };

export type StockStore = {
  /** Pieces on hand by SKU; those that do not exist are left out. */
  onHand: (skuIds: string[]) => Promise<Map<string, number>>;
  /** Takes for one or more holders, all or nothing. Errors: out-of-stock, sku-not-found, stock-holder-closed. */
  take: (takes: Take[]) => Promise<void>;
  /** Gives back once what a holder took, and closes the holder. Errors: quantity-invalid. */
  giveBack: (holderId: string, lines: Line[]) => Promise<void>;
  /** Sets what is on hand; answers it. Errors: sku-not-found, quantity-invalid, idempotency-key-reused. */
  set: (skuId: string, stock: number, request: RequestMark | undefined) => Promise<number>;
};

const movement = (cause: string, skuId: string, quantity: number, rest: Pick<MovementDoc, 'reason' | 'at'>) => ({
  _id: `${cause}:${skuId}`,
  sku_id: skuId,
  holder_id: cause,
  quantity,
  ...rest,
});

const numbers = (rows: { _id: string; stock: number }[]) => new Map(rows.map(({ _id, stock }) => [_id, stock]));

/** Applies a batch of takes: the reads and writes are one snapshot, so what was decided is what is written. */
async function commitTakes({ collections, clock }: Deps, requests: Take[][], session: ClientSession) {
  const { stock, holders, movements } = collections;
  const wanted = requests.flat();
  const holderIds = [...new Set(wanted.map(({ holder_id }) => holder_id))];
  const skuIds = [...new Set(wanted.flatMap(({ lines }) => lines.map(({ sku_id }) => sku_id)))];
  const known = await holders.find({ _id: { $in: holderIds } }, { session }).toArray();
  const left = numbers(await stock.find({ _id: { $in: skuIds } }, { session }).toArray());
  const { verdicts, takes, demand } = decide(requests, new Map(known.map((holder) => [holder._id, holder])), left);
  if (takes.length === 0) return verdicts;

  const at = clock.now();
  const rows = takes.flatMap(({ holder_id, lines }) =>
    lines.map(({ sku_id, quantity }) => movement(holder_id, sku_id, -quantity, { reason: 'take', at })),
  );
  await holders.insertMany(
    takes.map(({ holder_id, lines }) => ({ _id: holder_id, state: 'holding', lines, at })),
    { session },
  );
  await movements.insertMany(rows, { session });
  const { modifiedCount } = await stock.bulkWrite(
    [...demand].map(([_id, quantity]) => ({
      updateOne: { filter: { _id, stock: { $gte: quantity } }, update: { $inc: { stock: -quantity } } },
    })),
    { session },
  );
  if (modifiedCount !== demand.size) throw new Error('stock changed inside its own transaction');
  return verdicts;
}

async function giveBack({ collections, clock }: Deps, holderId: string, lines: Line[], session: ClientSession) {
  const { stock, holders, movements } = collections;
  const at = clock.now();
  const holder = await holders.findOne({ _id: holderId }, { session });
  if (holder?.state === 'closed') return;
  if (!holder) {
    await holders.insertOne({ _id: holderId, state: 'closed', lines: [], at }, { session });
    return;
  }

  const back = returned(holder, lines);
  await holders.updateOne({ _id: holderId }, { $set: { state: 'closed' } }, { session });
  await movements.insertMany(
    back.map(({ sku_id, quantity }) => ({
      ...movement(holderId, sku_id, quantity, { reason: 'back', at }),
      _id: `${holderId}:${sku_id}:back`,
    })),
    { session },
  );
  const changes = back.map(({ sku_id, quantity }) => ({
    updateOne: { filter: { _id: sku_id }, update: { $inc: { stock: quantity } } },
  }));
  await stock.bulkWrite(changes, { session });
}

type Setting = { skuId: string; stock: number; request: RequestMark | undefined };

async function set({ collections, clock }: Deps, setting: Setting, session: ClientSession): Promise<number> {
  const { stock, movements } = collections;
  const { skuId, request } = setting;
  const at = clock.now();
  const before = request && (await movements.findOne({ 'request.id': request.id }, { session }));
  if (before) return repeatedSetting(before, request);

  const found = await stock.findOneAndUpdate({ _id: skuId }, { $set: { stock: setting.stock } }, { session });
  if (!found) throw new DomainError('sku-not-found');
  const quantity = setting.stock - found.stock;
  const cause = `set:${request?.id ?? at.toISOString()}`;
  const row = movement(cause, skuId, quantity, { reason: 'set', at });
  await movements.insertOne({ ...row, stock_after: setting.stock, request }, { session });
  return setting.stock;
}

function repeatedSetting(before: MovementDoc, request: RequestMark): number {
  if (before.request?.body_hash !== request.body_hash) throw new DomainError('idempotency-key-reused');

  return before.stock_after ?? 0;
}

/** The stock of SKUs: who took it, who gave it back, what is left. */
export function stockStore(deps: Deps): StockStore {
  const { collections, client } = deps;
  const takes = groupCommit<Take[], undefined>(
    (requests) => inTransaction(client, (session) => commitTakes(deps, requests, session)),
    { maxBatch: 200, maxQueue: 5000 },
  );
  return {
    onHand: async (skuIds) => numbers(await collections.stock.find({ _id: { $in: skuIds } }).toArray()),
    take: async (wanted) => {
      await takes.add(perHolder(wanted));
    },
    giveBack: (holderId, lines) => inTransaction(client, (session) => giveBack(deps, holderId, lines, session)),
    set: async (skuId, stock, request) => {
      const fits = Number.isInteger(stock) && stock >= 0 && stock <= MAX_STOCK;
      if (!fits) throw new DomainError('quantity-invalid', `stock is from 0 to ${MAX_STOCK}`);
      return inTransaction(client, (session) => set(deps, { skuId, stock, request }, session));
    },
  };
}
