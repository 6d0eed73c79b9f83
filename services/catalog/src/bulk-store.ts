import { DomainError } from '@social/contracts/errors';
import type { Envelope } from '@social/messaging/envelope';
import { OUTBOX_CAP, type Relay } from '@social/messaging/outbox';
import type { Clock } from '@social/runtime/clock';
import { isDuplicateKey } from '@social/runtime/mongo';
import type { ClientSession, MongoClient } from 'mongodb';
import { type Edit, type Editing, edited } from './bulk-edit.ts';
import { type BulkEditDoc, type Collections, type EditResult, inTransaction, type RequestMark } from './documents.ts';
import { priceChanges, recordPrices } from './price-changes.ts';
import type { Product } from './product.ts';
import { fromDocument } from './product-document.ts';
import { changed } from './product-store.ts';

type Deps = { collections: Collections; client: MongoClient; clock: Clock; relay: Relay };

/** Whose products are edited, by whom, and as which request. */
export type Bulk = Editing & { merchantId: string; userId: string; edits: Edit[]; request: RequestMark };

/** Edits that are read, decided and written as one transaction. */
const CHUNK = 50;

type Keyed = { key: string; edit: Edit };
type Decided = { results: Map<string, EditResult>; products: Map<string, Product>; before: Map<string, Product> };

const refusedWith = ({ product_id }: Edit, error: DomainError): EditResult => ({
  ...{ product_id, version: 0, code: error.code, detail: error.message },
  errors: error.details.errors ?? [],
});

/** Products of the merchant that the edits are of, without those whose events cannot be published. */
async function readProducts({ collections }: Deps, merchantId: string, ids: string[], session: ClientSession) {
  const mine = { _id: { $in: ids }, merchant_id: merchantId, deleted: false };
  const projection = { request: 0, outbox: { $slice: [OUTBOX_CAP - 1, 1] } } as const;
  const found = await collections.products.find(mine, { session, projection }).toArray();
  const full = new Set(found.filter(({ outbox }) => outbox && outbox.length > 0).map(({ _id }) => _id));
  return { found: found.map(({ outbox: _, ...product }) => fromDocument(product)), full };
}

/** Decides edits one after the other, each on what the one before it left; a refused one stops no other. */
function decide(todo: Keyed[], products: Product[], full: Set<string>, editing: Editing, now: Date): Decided {
  const before = new Map(products.map((product) => [product._id, product]));
  const state = new Map(before);
  const decideOne = (edit: Edit): EditResult => {
    const product = state.get(edit.product_id);
    if (!product) throw new DomainError('product-not-found');
    if (full.has(product._id)) throw new DomainError('service-unavailable', 'its events cannot be published');
    const next = edited(product, edit, editing, now);
    state.set(product._id, next);
    return { product_id: product._id, version: next.version, code: '', detail: '', errors: [] };
  };
  const results = new Map<string, EditResult>();
  for (const { key, edit } of todo) {
    try {
      results.set(key, decideOne(edit));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      results.set(key, refusedWith(edit, error));
    }
  }
  return { results, before, products: new Map([...state].filter(([id, product]) => product !== before.get(id))) };
}

/** Writes what was decided in the same snapshot, with a note for each edit that was applied. */
async function writeDecided(
  { collections }: Deps,
  decided: Decided,
  { userId, now }: { userId: string; now: Date },
  session: ClientSession,
) {
  const { results, products, before } = decided;
  const events = new Map([...products].map(([id, product]): [string, Envelope[]] => [id, [changed(product, now)]]));
  const writes = [...products].map(([_id, { _id: _, sales: _counted, ...state }]) => ({
    updateOne: {
      filter: { _id, version: before.get(_id)?.version },
      update: { $set: state, $push: { outbox: { $each: events.get(_id) ?? [] } } },
    },
  }));
  if (writes.length > 0) {
    const { modifiedCount } = await collections.products.bulkWrite(writes, { session });
    if (modifiedCount !== writes.length) throw new Error('a product changed inside its own transaction');
    const prices = [...products].flatMap(([id, next]) => {
      const known = before.get(id);
      return known ? priceChanges(known, next, userId, now) : [];
    });
    await recordPrices(collections, prices, session);
  }
  const notes = [...results]
    .filter(([, { code }]) => code === '')
    .map(([_id, { product_id, version }]) => ({ _id, product_id, version, at: now }));
  if (notes.length > 0) await collections.bulkEditItems.insertMany(notes, { session });
  return events;
}

async function editChunk(deps: Deps, bulk: Bulk, chunk: Keyed[]): Promise<EditResult[]> {
  const now = deps.clock.now();
  const keys = chunk.map(({ key }) => key);
  const { results, events } = await inTransaction(deps.client, async (session) => {
    const done = await deps.collections.bulkEditItems.find({ _id: { $in: keys } }, { session }).toArray();
    const applied = new Map(
      done.map(({ _id, product_id, version }): [string, EditResult] => [
        _id,
        { product_id, version, code: '', detail: '', errors: [] },
      ]),
    );
    const todo = chunk.filter(({ key }) => !applied.has(key));
    const ids = [...new Set(todo.map(({ edit }) => edit.product_id))];
    const { found, full } = await readProducts(deps, bulk.merchantId, ids, session);
    const decided = decide(todo, found, full, bulk, now);
    const made = await writeDecided(deps, decided, { userId: bulk.userId, now }, session);
    return { results: new Map([...applied, ...decided.results]), events: made };
  });
  for (const [id, envelopes] of events) deps.relay.nudge(id, envelopes);
  return keys.flatMap((key) => results.get(key) ?? []);
}

/** What is known of a request; notes it down when nothing is. Errors: idempotency-key-reused. */
async function begun({ collections, clock }: Deps, { merchantId, request }: Bulk): Promise<BulkEditDoc> {
  const { bulkEdits } = collections;
  const fresh = { _id: request.id, body_hash: request.body_hash, merchant_id: merchantId, at: clock.now() };
  const known = await bulkEdits.findOne({ _id: request.id });
  if (!known) {
    await bulkEdits.insertOne(fresh).catch((error) => {
      if (!isDuplicateKey(error)) throw error;
    });
  }
  const doc = known ?? (await bulkEdits.findOne({ _id: request.id })) ?? fresh;
  if (doc.body_hash !== request.body_hash) throw new DomainError('idempotency-key-reused');

  return doc;
}

/**
 * Edits many products of one merchant, once a request; answers a result for each edit, in order.
 *
 * An edit and the note that it was applied are one transaction, under a key of request and place: a request that
 * comes again after its answer was lost, half-way or twice at once, applies what is missing and nothing twice. When all
 * is done the results are kept, and a repeat hears the same. Errors: idempotency-key-reused.
 */
export async function editMany(deps: Deps, bulk: Bulk): Promise<EditResult[]> {
  const { bulkEdits } = deps.collections;
  const _id = bulk.request.id;
  const { results: before } = await begun(deps, bulk);
  if (before) return before;

  const keyed = bulk.edits.map((edit, index) => ({ key: `${_id}:${index}`, edit }));
  const results: EditResult[] = [];
  for (let at = 0; at < keyed.length; at += CHUNK) {
    results.push(...(await editChunk(deps, bulk, keyed.slice(at, at + CHUNK))));
  }
  await bulkEdits.updateOne({ _id, results: { $exists: false } }, { $set: { results } });
  return (await bulkEdits.findOne({ _id }))?.results ?? results;
}
