import { DomainError } from '@social/contracts/errors';
import { ProductChanged } from '@social/contracts/events/catalog';
import { type Envelope, envelope } from '@social/messaging/envelope';
import { OUTBOX_HAS_ROOM, type Relay } from '@social/messaging/outbox';
import type { Clock } from '@social/runtime/clock';
import { isDuplicateKey } from '@social/runtime/mongo';
import type { ClientSession, MongoClient } from 'mongodb';
import { notePictures, picturedIn } from './attached-pictures.ts';
import { type Collections, inTransaction, type MovementDoc, type ProductDoc, type RequestMark } from './documents.ts';
import { giveDefaults } from './low-stock.ts';
import { onShelfAt } from './on-sale.ts';
import { priceChanges, recordPrices } from './price-changes.ts';
import type { Drafted, OpeningStock, Product } from './product.ts';
import { fromDocument } from './product-document.ts';
import { once } from './requests.ts';
import { onShelf } from './shelf.ts';

type Deps = { collections: Collections; client: MongoClient; clock: Clock; relay: Relay };

export type ProductStore = {
  /** Errors: handle-taken, idempotency-key-reused. A repeat of the request answers what the first one did. */
  create: (drafted: Drafted, request?: RequestMark) => Promise<Drafted>;
  /** By id, also off sale. Errors: product-not-found, also when deleted. */
  get: (id: string) => Promise<Product>;
  /** By id, whatever became of it. Errors: product-not-found. */
  getKept: (id: string) => Promise<Product>;
  /** Every product that has one of these SKUs, as shoppers see and buy it now. */
  withSkus: (skuIds: string[]) => Promise<Product[]>;
  /**
   * Writes what `change` makes of the product, with its event and what it does to prices, as done by `by`; nothing when
   * it answers the same product.
   * Decided again when another write came between. Errors: product-not-found, handle-taken, what `change` throws.
   */
  update: (id: string, by: string, change: (product: Product) => Drafted) => Promise<Product>;
};

/** Without what serves writing only: events that wait, and the answer kept for a repeated request. */
const READ = { projection: { outbox: 0, request: 0 } } as const;

const ATTEMPTS = 5;

/** The fact that a product's page is not what it was. */
export const changed = (product: Product, now: Date): Envelope =>
  envelope(
    ProductChanged,
    product._id,
    {
      productId: product._id,
      merchantId: product.merchant_id,
      categoryId: product.category_id,
      onSale: onShelf(product) !== undefined,
      deleted: product.deleted,
      version: product.version,
    },
    now,
  );

/** New SKUs begin with their stock and the movement that explains it. */
export async function openStock(
  collections: Collections,
  opening: OpeningStock[],
  at: Date,
  session: ClientSession,
): Promise<void> {
  if (opening.length === 0) return;

  const { stock, movements } = collections;
  const rows = opening.map(({ sku_id, product_id, stock: pieces }) => ({ _id: sku_id, product_id, stock: pieces }));
  await stock.insertMany(rows, { session });
  const moves = opening.map(
    ({ sku_id, stock: quantity }): MovementDoc => ({
      _id: `${sku_id}:opening`,
      sku_id,
      holder_id: '',
      quantity,
      reason: 'opening',
      at,
    }),
  );
  await movements.insertMany(moves, { session });
  await giveDefaults(collections, opening, session);
}

async function insert(
  { collections, client, clock, relay }: Deps,
  { product, opening }: Drafted,
  request?: RequestMark,
) {
  const now = clock.now();
  const outbox = [changed(product, now)];
  const answer = { product, opening };
  await notePictures(collections, picturedIn(product), now);
  const doc: ProductDoc = { ...product, outbox, ...(request ? { request: { ...request, answer } } : {}) };
  await inTransaction(client, async (session) => {
    await collections.products.insertOne(doc, { session });
    await openStock(collections, opening, now, session);
  });
  relay.nudge(product._id, outbox);
  return doc;
}

/** One attempt at a change; undefined when another write came between. */
async function replace(
  { collections, client, clock, relay }: Deps,
  before: Product,
  { product, opening }: Drafted,
  by: string,
) {
  const { _id, ...state } = product;
  const now = clock.now();
  const outbox = [changed(product, now)];
  await notePictures(collections, picturedIn(product), now);
  const written = await inTransaction(client, async (session) => {
    const { modifiedCount } = await collections.products.updateOne(
      { _id, version: before.version, ...OUTBOX_HAS_ROOM },
      // Sales are counted beside edits and are no part of them.
      { $set: { ...state, sales: undefined }, $push: { outbox: { $each: outbox } } },
      { session },
    );
    if (modifiedCount === 0) return false;

    await openStock(collections, opening, now, session);
    await recordPrices(collections, priceChanges(before, product, by, now), session);
    return true;
  });
  if (!written) return undefined;

  relay.nudge(_id, outbox);
  return product;
}

/** Products with their SKUs; stock is kept beside them. */
export function productStore(deps: Deps): ProductStore {
  const { products } = deps.collections;
  const getKept = async (id: string): Promise<Product> => {
    const product = await products.findOne({ _id: id }, READ);
    if (!product) throw new DomainError('product-not-found');
    return fromDocument(product);
  };
  const get = async (id: string): Promise<Product> => {
    const product = await getKept(id);
    if (product.deleted) throw new DomainError('product-not-found');
    return product;
  };
  return {
    get,
    getKept,
    create: async (drafted, request) => {
      const { request: kept } = await once<ProductDoc>(request, {
        find: (id) => products.findOne({ 'request.id': id }),
        make: () => insert(deps, drafted, request),
        taken: 'handle-taken',
      });
      return kept ? { ...kept.answer, product: fromDocument(kept.answer.product) } : drafted;
    },
    withSkus: async (skuIds) => {
      const found = await products.find({ 'skus.sku_id': { $in: skuIds }, deleted: false }, READ).toArray();
      return found.flatMap((product) => onShelfAt(fromDocument(product), deps.clock.now()) ?? []);
    },
    update: async (id, by, change) => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const before = await get(id);
        const next = change(before);
        if (next.product === before) return before;
        const written = await replace(deps, before, next, by).catch((error) => {
          throw isDuplicateKey(error) ? new DomainError('handle-taken') : error;
        });
        if (written) return written;
      }
      // Too many at once, or its events cannot be published: Kafka has been away for long.
      throw new DomainError('service-unavailable', undefined, { retryAfterMs: 1000 });
    },
  };
}
