import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '@social/contracts/errors';
import type { Envelope } from '@social/messaging/envelope';
import { OUTBOX_HAS_ROOM, type Relay } from '@social/messaging/outbox';
import type { Clock } from '@social/runtime/clock';
import { isDuplicateKey } from '@social/runtime/mongo';
import type { AnyBulkWriteOperation, ClientSession, MongoClient } from 'mongodb';
import { type Collections, inTransaction, type ProductDoc } from './documents.ts';
import { withKnown } from './import-known.ts';
import { priceChanges, recordPrices } from './price-changes.ts';
import {
  type CategoryRef,
  type Drafted,
  draft,
  type Home,
  type Product,
  type ProductInput,
  revise,
} from './product.ts';
import { fromDocument } from './product-document.ts';
import { changed, openStock } from './product-store.ts';

/** `by`: who imports. */
type Deps = { collections: Collections; client: MongoClient; clock: Clock; relay: Relay; by: string };

/** A product from a file that is fit to be stored. */
export type ImportItem = { input: ProductInput; category: CategoryRef };

/** Whose products they are, and who imports them. */
export type Owner = Omit<Home, 'category'>;

export type ImportCounts = { created: number; updated: number };

type Plan = { before: Product | undefined; drafted: Drafted };

/** What importing a product changes; undefined when the file says nothing new. */
export function plan(
  { merchantId, by }: Owner,
  before: Product | undefined,
  { input, category }: ImportItem,
  now: Date,
): Plan | undefined {
  if (!before) return { before, drafted: draft({ merchantId, category, by }, input, now) };

  const drafted = revise(before, { category, by, input: withKnown(input, before) }, now);
  const { version, updated_at } = before;
  return isDeepStrictEqual({ ...drafted.product, version, updated_at }, before) ? undefined : { before, drafted };
}

function writeOf({ before, drafted: { product } }: Plan, outbox: Envelope[]): AnyBulkWriteOperation<ProductDoc> {
  if (!before) return { insertOne: { document: { ...product, outbox } } };

  const { _id, sales: _counted, ...state } = product;
  return {
    updateOne: {
      filter: { _id, version: before.version, ...OUTBOX_HAS_ROOM },
      update: { $set: state, $push: { outbox: { $each: outbox } } },
    },
  };
}

type Written = { plans: Plan[]; events: Map<string, Envelope[]> };

async function write(deps: Deps, owner: Owner, items: ImportItem[], session: ClientSession): Promise<Written> {
  const { products } = deps.collections;
  const now = deps.clock.now();
  const handles = items.map(({ input }) => input.handle);
  const known = await products
    .find(
      { merchant_id: owner.merchantId, handle: { $in: handles }, deleted: false },
      { session, projection: { outbox: 0, request: 0 } },
    )
    .toArray();
  const byHandle = new Map(known.map((product) => [product.handle, fromDocument(product)]));
  const plans = items
    .map((item) => plan(owner, byHandle.get(item.input.handle), item, now))
    .filter((made) => made !== undefined);
  const events = new Map(plans.map(({ drafted: { product } }) => [product._id, [changed(product, now)]]));
  if (plans.length === 0) return { plans, events };

  const writes = plans.map((made) => writeOf(made, events.get(made.drafted.product._id) ?? []));
  const { insertedCount, modifiedCount } = await products.bulkWrite(writes, { session, ordered: false });
  if (insertedCount + modifiedCount !== plans.length) {
    throw new DomainError('service-unavailable', 'events of these products cannot be published', {
      retryAfterMs: 5000,
    });
  }
  await openStock(
    deps.collections,
    plans.flatMap(({ drafted }) => drafted.opening),
    now,
    session,
  );
  await recordPrices(
    deps.collections,
    plans.flatMap(({ before, drafted }) => (before ? priceChanges(before, drafted.product, deps.by, now) : [])),
    session,
  );
  return { plans, events };
}

const ATTEMPTS = 3;

/**
 * Stores products of one merchant by their handles, with the stock of new SKUs, as one transaction: each is whole or
 * not there. What is the same already is left alone, so a file imported twice changes nothing.
 * No two items have the same handle.
 */
export async function importBatch(deps: Deps, owner: Owner, items: ImportItem[]): Promise<ImportCounts> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { plans, events } = await inTransaction(deps.client, (session) => write(deps, owner, items, session));
      for (const [id, envelopes] of events) deps.relay.nudge(id, envelopes);
      const created = plans.filter(({ before }) => before === undefined).length;
      return { created, updated: plans.length - created };
    } catch (error) {
      // Another import made one of them first: it is an update now.
      if (!isDuplicateKey(error) || attempt === ATTEMPTS) throw error;
    }
  }
}
