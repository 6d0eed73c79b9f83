import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '@social/contracts/errors';
import type { Envelope } from '@social/messaging/envelope';
import { OUTBOX_HAS_ROOM, type Relay } from '@social/messaging/outbox';
import type { Clock } from '@social/runtime/clock';
import { isDuplicateKey } from '@social/runtime/mongo';
import type { AnyBulkWriteOperation, ClientSession, MongoClient } from 'mongodb';
import { notePictures, picturedIn } from './attached-pictures.ts';
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

/** New products whose facts lie together. */
const FACTS_TOGETHER = 16;

/**
 * The outbox of each product that has one. An outbox costs more than the rest of a new document: it is put into an index,
 * and taken out of document and index when it is published. What is made in one transaction is there with all its facts or
 * not at all, wherever they lie, so one new product in sixteen carries those of the others.
 */
function outboxesOf(plans: Plan[], now: Date): Map<string, Envelope[]> {
  const made = plans.filter(({ before }) => before === undefined).map(({ drafted: { product } }) => product);
  const outboxes = new Map<string, Envelope[]>();
  for (let at = 0; at < made.length; at += FACTS_TOGETHER) {
    const together = made.slice(at, at + FACTS_TOGETHER);
    outboxes.set(
      together[0]?._id ?? '',
      together.map((product) => changed(product, now)),
    );
  }
  for (const { before, drafted } of plans) {
    if (before) outboxes.set(before._id, [changed(drafted.product, now)]);
  }
  return outboxes;
}

function writeOf({ before, drafted: { product } }: Plan, outbox: Envelope[]): AnyBulkWriteOperation<ProductDoc> {
  if (!before) return { insertOne: { document: outbox.length > 0 ? { ...product, outbox } : product } };

  const { _id, sales: _counted, ...state } = product;
  return {
    updateOne: {
      filter: { _id, version: before.version, ...OUTBOX_HAS_ROOM },
      update: { $set: state, $push: { outbox: { $each: outbox } } },
    },
  };
}

type Written = { plans: Plan[]; outboxes: Map<string, Envelope[]> };

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
  const outboxes = outboxesOf(plans, now);
  if (plans.length === 0) return { plans, outboxes };

  await notePictures(
    deps.collections,
    plans.flatMap(({ drafted }) => picturedIn(drafted.product)),
    now,
  );
  const writes = plans.map((made) => writeOf(made, outboxes.get(made.drafted.product._id) ?? []));
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
  return { plans, outboxes };
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
      const { plans, outboxes } = await inTransaction(deps.client, (session) => write(deps, owner, items, session));
      for (const [id, envelopes] of outboxes) deps.relay.nudge(id, envelopes);
      const created = plans.filter(({ before }) => before === undefined).length;
      return { created, updated: plans.length - created };
    } catch (error) {
      // Another import made one of them first: it is an update now.
      if (!isDuplicateKey(error) || attempt === ATTEMPTS) throw error;
    }
  }
}
