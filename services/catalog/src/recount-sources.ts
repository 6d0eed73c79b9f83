import type { ListStockClaimsResponse__Output } from '@social/contracts/generated/social/common/v1/ListStockClaimsResponse';
import type { StockClaim__Output } from '@social/contracts/generated/social/common/v1/StockClaim';
import type { StockQuantity__Output } from '@social/contracts/generated/social/common/v1/StockQuantity';
import { serviceCaller } from '@social/runtime/caller';
import type { MongoClient } from 'mongodb';
import type { Collections, HolderDoc, StockDoc } from './documents.ts';
import type { Claim, CountedRow, Known, SkuSums } from './recount.ts';

/** A service that knows what became of stock: orders or group-buy. */
export type Asked = {
  ListStockClaims: (
    request: { ids?: string[]; afterId?: string; limit?: number },
    options: { caller: ReturnType<typeof serviceCaller>; timeoutMs?: number },
  ) => Promise<ListStockClaimsResponse__Output>;
};

/** Holders whose ids begin so are told of by that service. */
export type Owner = { prefix: string; by: Claim['by']; service: Asked };

export type Sources = { collections: Collections; client: MongoClient; owners: Owner[] };

/** SKUs and holders that are looked at together; rows are more, for a holder has some. */
const PAGE = 500;
const ROWS = 3000;
const ASK_MS = 20_000;

const lineOf = ({ skuId, quantity }: StockQuantity__Output) => ({ sku_id: skuId, quantity });

const FATES: Record<string, Claim['fate']> = {
  STOCK_FATE_PLACING: 'placing',
  STOCK_FATE_RESERVED: 'reserved',
  STOCK_FATE_SOLD: 'sold',
  STOCK_FATE_RELEASED: 'released',
};

function claimOf({ holderId, fate, lines, sold }: StockClaim__Output, by: Claim['by']): Claim {
  const took = lines.map(lineOf);
  const isSold = fate === 'STOCK_FATE_SOLD';
  const soldLines = sold.length > 0 ? sold.map(lineOf) : took;
  return { holder_id: holderId, by, fate: FATES[fate] ?? 'reserved', lines: took, sold: isSold ? soldLines : [] };
}

async function ask({ service, by }: Owner, request: { ids?: string[]; afterId?: string }): Promise<Claim[]> {
  const options = { caller: serviceCaller('catalog'), timeoutMs: ASK_MS };
  const { claims } = await service.ListStockClaims({ ...request, limit: PAGE }, options);
  return claims.map((claim) => claimOf(claim, by));
}

export type CountedSku = { sku_id: string; doc: StockDoc | undefined; sums: SkuSums };

const NOTHING: SkuSums = { stock: 0, reserved: 0, sold: 0, numbered: 0 };

/** A SKU's rows as one sum; what rows of old do to reservations is told by their reason (`effectOf`). */
const SUMS = {
  _id: '$sku_id',
  stock: { $sum: '$quantity' },
  reserved: {
    $sum: {
      $ifNull: ['$reserved', { $cond: [{ $in: ['$reason', ['take', 'back']] }, { $multiply: ['$quantity', -1] }, 0] }],
    },
  },
  sold: { $sum: { $ifNull: ['$sold', 0] } },
  numbered: { $sum: { $cond: [{ $gt: ['$n', null] }, 1, 0] } },
};

/**
 * SKUs with the sums of their rows, page by page in the order of their ids, each page one snapshot; also those that have
 * rows only.
 */
export async function* countedSkus({ collections, client }: Sources): AsyncGenerator<CountedSku[]> {
  const { stock, movements } = collections;
  for (let after = ''; ; ) {
    const page = await client.withSession({ snapshot: true }, async (session) => {
      const docs = await stock.find({ _id: { $gt: after } }, { session, sort: { _id: 1 }, limit: PAGE }).toArray();
      const last = docs.length === PAGE ? docs.at(-1)?._id : undefined;
      const range = { $gt: after, ...(last === undefined ? {} : { $lte: last }) };
      const rows = await movements
        .aggregate<SkuSums & { _id: string }>([{ $match: { sku_id: range } }, { $group: SUMS }], { session })
        .toArray();
      return { docs, rows, last };
    });
    const byId = new Map(page.docs.map((doc) => [doc._id, doc]));
    const sums = new Map(page.rows.map(({ _id, ...ofSku }) => [_id, ofSku]));
    const ids = [...new Set([...byId.keys(), ...sums.keys()])];
    yield ids.map((sku_id) => ({ sku_id, doc: byId.get(sku_id), sums: sums.get(sku_id) ?? NOTHING }));
    if (page.last === undefined) return;
    after = page.last;
  }
}

/** The text behind every text that begins with this one. */
const beyond = (prefix: string): string =>
  `${prefix.slice(0, -1)}${String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)}`;

/** A holder's rows have its id in front of theirs. */
const rowsOf = (holderId: string) => ({ $gte: `${holderId}:`, $lt: beyond(`${holderId}:`) });

function joined(holders: HolderDoc[], claims: Claim[], rows: CountedRow[]): Known[] {
  const holderById = new Map(holders.map((holder) => [holder._id, holder]));
  const claimById = new Map(claims.map((claim) => [claim.holder_id, claim]));
  const rowsById = Map.groupBy(rows, ({ holder_id }) => holder_id);
  const ids = new Set([...holderById.keys(), ...claimById.keys(), ...rowsById.keys()]);
  return [...ids].map((id) => ({
    ...{ id, holder: holderById.get(id), claim: claimById.get(id), rows: rowsById.get(id) ?? [] },
  }));
}

/** The last holder of a page of rows that is sure to have all of its rows in it. */
const lastWhole = (rows: CountedRow[]): string | undefined => {
  const last = rows.at(-1)?.holder_id;
  return rows.findLast(({ holder_id }) => holder_id !== last)?.holder_id;
};

/**
 * All that is known of an owner's holders, page by page: three lists in the order of the same ids, walked side by side, so
 * that what stands in one of them only is seen too.
 */
export async function* knownOf({ collections }: Sources, owner: Owner): AsyncGenerator<Known[]> {
  const end = beyond(owner.prefix);
  for (let after = owner.prefix; ; ) {
    const rowsAfter = after === owner.prefix ? after : beyond(`${after}:`);
    const [holders, claims, rows] = await Promise.all([
      collections.holders.find({ _id: { $gt: after, $lt: end } }, { sort: { _id: 1 }, limit: PAGE }).toArray(),
      ask(owner, { afterId: after }),
      collections.movements
        .find<CountedRow>({ _id: { $gte: rowsAfter, $lt: end } }, { sort: { _id: 1 }, limit: ROWS })
        .toArray(),
    ]);
    const ends = [
      holders.length === PAGE ? holders.at(-1)?._id : undefined,
      claims.length === PAGE ? claims.at(-1)?.holder_id : undefined,
      rows.length === ROWS ? lastWhole(rows) : undefined,
    ].filter((id) => id !== undefined);
    const to = ends.sort()[0] ?? end;
    const upTo = (id: string) => id <= to;
    yield joined(
      holders.filter(({ _id }) => upTo(_id)),
      claims.filter(({ holder_id }) => upTo(holder_id)),
      rows.filter(({ holder_id }) => upTo(holder_id)),
    );
    if (ends.length === 0) return;
    after = to;
  }
}

/** All that is known of these holders now. */
export async function knownById({ collections, owners }: Sources, ids: string[]): Promise<Known[]> {
  const { holders, movements } = collections;
  const claims = await Promise.all(
    owners.map(async (owner) => {
      const own = ids.filter((id) => id.startsWith(owner.prefix));
      return own.length > 0 ? ask(owner, { ids: own }) : [];
    }),
  );
  const [docs, rows] = await Promise.all([
    holders.find({ _id: { $in: ids } }).toArray(),
    movements.find<CountedRow>({ $or: ids.map((id) => ({ _id: rowsOf(id) })) }).toArray(),
  ]);
  const known = new Map(joined(docs, claims.flat(), rows).map((one) => [one.id, one]));
  return ids.map((id) => known.get(id) ?? { id, holder: undefined, claim: undefined, rows: [] });
}

/** Holders that no service answers for. */
export async function* strangers({ collections, owners }: Sources): AsyncGenerator<HolderDoc> {
  const prefixes = owners.map(({ prefix }) => prefix).sort();
  const gaps = [...prefixes, undefined].map((prefix, place) => {
    const before = prefixes[place - 1];
    const from = before === undefined ? {} : { $gte: beyond(before) };
    return { _id: { ...from, ...(prefix === undefined ? {} : { $lt: prefix }) } };
  });
  yield* collections.holders.find({ $or: gaps });
}
