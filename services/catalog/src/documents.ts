import type { ErrorCode } from '@social/contracts/errors';
import { OUTBOX_INDEX, type WithOutbox } from '@social/messaging/outbox';
import type { ClientSession, Collection, Db, IndexDescription, MongoClient } from 'mongodb';
import type { AttributeTemplate } from './attributes.ts';
import type { PriceChangeDoc } from './price-changes.ts';
import type { OpeningStock } from './product.ts';
import type { StoredProduct } from './product-document.ts';
import type { Holder, Row } from './stock.ts';

/** A mutation's idempotency key, kept in the document that it made. */
export type RequestMark = { id: string; body_hash: string };
type Requested = { request?: RequestMark };

export type MerchantDoc = Requested & {
  _id: string;
  slug: string;
  name: string;
  description: string;
  city: string;
  /** Its goods are seen without a review. */
  trusted: boolean;
  created_at: Date;
  /** At how many pieces a SKU without a threshold of its own is low; absent: never. */
  low_stock?: number;
  /** The default is new, and not all SKUs know of it yet. */
  low_stock_changed?: true;
};

/** Merchants that were admitted before goods were reviewed are trusted. */
export type StoredMerchant = Omit<MerchantDoc, 'trusted'> & { trusted?: boolean };

export type CategoryDoc = Requested & {
  _id: string;
  slug: string;
  name: string;
  /** Empty for a root. */
  parent_id: string;
  /** From the root to the category itself. */
  path: string[];
  /** Its own, beside those of the categories above; absent when there are none. */
  attributes?: AttributeTemplate[];
  created_at: Date;
};

export type BrandDoc = Requested & {
  _id: string;
  slug: string;
  name: string;
  /** A picture's address; may be empty. */
  logo: string;
  description: string;
  created_at: Date;
};

/** What the creation of a product answered, kept for a repeat of the same request. */
type KeptAnswer = { product: StoredProduct; opening: OpeningStock[] };
/** Read with `fromDocument`. */
export type ProductDoc = StoredProduct & WithOutbox & { request?: RequestMark & { answer: KeptAnswer } };

/**
 * The truth of one SKU's stock: pieces that nobody has taken, that are reserved, that are sold. Each equals the sum of
 * what its movements did to it; `moves` is the number of the last one.
 */
export type StockDoc = {
  _id: string;
  product_id: string;
  stock: number;
  /** Absent, like what follows, until something was reserved. */
  reserved?: number;
  sold?: number;
  moves?: number;
  /** At how many pieces it is low, and whether that is so now; the merchant is named with a threshold. */
  merchant_id?: string;
  low_at?: number;
  /** The threshold is this SKU's own, not its merchant's. */
  low_own?: true;
  low?: true;
};

/** A SKU came down to its threshold. Its id is the SKU and the number of the movement that did it. */
export type AlertDoc = WithOutbox & {
  sku_id: string;
  merchant_id: string;
  available: number;
  threshold: number;
  at: Date;
};

/** One change of a SKU's stock. Its id says what caused it, so that a cause counts once. Those of old have no number. */
export type MovementDoc = Requested &
  Omit<Row, 'reason' | 'n' | 'stock_after' | 'request'> & {
    n?: number;
    reason: Row['reason'] | 'opening';
    stock_after?: number;
    at: Date;
  };

export type HolderDoc = Holder & { at: Date };

/** An order's pieces of a product that are in its sales already: `<order>:<product>`. */
export type SaleDoc = { _id: string; quantity: number; at: Date };

/** What came of one edit among many; an empty code says that it was applied. */
export type EditResult = {
  product_id: string;
  /** The product's, once it was applied. */
  version: number;
  code: ErrorCode | '';
  detail: string;
  errors: { path: string; message: string }[];
};

/** A request to edit many products; with results once all of it is done. */
export type BulkEditDoc = { _id: string; body_hash: string; merchant_id: string; at: Date; results?: EditResult[] };

/** One edit that was applied: `<request>:<its place>`. */
export type BulkEditItemDoc = { _id: string; product_id: string; version: number; at: Date };

/** One of the platform's own pictures that something was shown with once; see attached-pictures.ts. */
export type AttachedPicture = { _id: string; at: Date };

export type Collections = {
  merchants: Collection<StoredMerchant>;
  categories: Collection<CategoryDoc>;
  brands: Collection<BrandDoc>;
  products: Collection<ProductDoc>;
  stock: Collection<StockDoc>;
  movements: Collection<MovementDoc>;
  holders: Collection<HolderDoc>;
  sales: Collection<SaleDoc>;
  prices: Collection<PriceChangeDoc>;
  alerts: Collection<AlertDoc>;
  bulkEdits: Collection<BulkEditDoc>;
  bulkEditItems: Collection<BulkEditItemDoc>;
  attachedPictures: Collection<AttachedPicture>;
};

export const collectionsOf = (db: Db): Collections => ({
  merchants: db.collection('merchants'),
  categories: db.collection('categories'),
  brands: db.collection('brands'),
  products: db.collection('products'),
  stock: db.collection('skus_stock'),
  movements: db.collection('stock_movements'),
  holders: db.collection('stock_holders'),
  sales: db.collection('sales'),
  prices: db.collection('price_changes'),
  alerts: db.collection('stock_alerts'),
  bulkEdits: db.collection('bulk_edits'),
  bulkEditItems: db.collection('bulk_edit_items'),
  attachedPictures: db.collection('attached_pictures'),
});

const ONCE_A_REQUEST: IndexDescription = {
  key: { 'request.id': 1 },
  name: 'request',
  unique: true,
  partialFilterExpression: { 'request.id': { $exists: true } },
};

/** The indexes that lists run on. The lowest price stands last where it only narrows. */
export const LIST_INDEXES = {
  newest: { lists: 1, _id: -1, min_price: 1 },
  sales: { lists: 1, sales: -1, _id: -1, min_price: 1 },
  price: { lists: 1, min_price: 1, _id: 1 },
} as const;

/** What has a time at which it falls due; part of every query for what is due, so that the index serves it. */
export const DUE = { $gt: new Date(0) };

/** A SKU's history, newest first; rows of old have no number and stand last. */
export const MOVEMENT_INDEX = { sku_id: 1, n: -1, at: -1, _id: -1 } as const;
/** How long a repeated request to edit many products is known: far longer than anybody repeats one. */
const BULK_KEPT_SECONDS = 30 * 24 * 3600;

/** Creates what is missing; safe to run at every start. */
export async function ensureIndexes({
  merchants,
  categories,
  brands,
  products,
  movements,
  holders,
  prices,
  stock,
  alerts,
  bulkEdits,
  bulkEditItems,
}: Collections): Promise<void> {
  const slug: IndexDescription = { key: { slug: 1 }, name: 'slug', unique: true };
  await merchants.createIndexes([
    slug,
    ONCE_A_REQUEST,
    { key: { low_stock_changed: 1 }, name: 'low_stock', sparse: true },
    { key: { low_stock: 1 }, name: 'low_default', partialFilterExpression: { low_stock: { $exists: true } } },
  ]);
  await categories.createIndexes([slug, ONCE_A_REQUEST]);
  const forgotten: IndexDescription = { key: { at: 1 }, name: 'forgotten', expireAfterSeconds: BULK_KEPT_SECONDS };
  await bulkEdits.createIndexes([forgotten]);
  await bulkEditItems.createIndexes([forgotten]);
  await brands.createIndexes([slug, ONCE_A_REQUEST]);
  await movements.createIndexes([{ key: MOVEMENT_INDEX, name: 'history' }, ONCE_A_REQUEST]);
  await stock.createIndexes([
    { key: { merchant_id: 1, stock: 1, _id: 1 }, name: 'low', partialFilterExpression: { low: true } },
  ]);
  await alerts.createIndexes([{ ...OUTBOX_INDEX }]);
  await prices.createIndexes([{ key: { sku_id: 1, version: -1 }, name: 'history' }]);
  await holders.createIndexes([
    { key: { due_at: 1 }, name: 'due', partialFilterExpression: { due_at: { $exists: true } } },
    {
      key: { state: 1, _id: 1 },
      name: 'of_old',
      partialFilterExpression: { state: { $in: ['holding', 'closed'] } },
    },
  ]);
  await products.createIndexes([
    {
      key: { merchant_id: 1, handle: 1 },
      name: 'handle',
      unique: true,
      partialFilterExpression: { deleted: false },
    },
    { key: { 'skus.sku_id': 1 }, name: 'sku' },
    { key: LIST_INDEXES.newest, name: 'newest' },
    { key: LIST_INDEXES.sales, name: 'sales' },
    { key: LIST_INDEXES.price, name: 'price' },
    { key: { due_at: 1 }, name: 'due', partialFilterExpression: { due_at: DUE } },
    { ...OUTBOX_INDEX },
    ONCE_A_REQUEST,
  ]);
}

/** Runs writes to several documents as one; repeated by the driver when another write came between. */
export const inTransaction = <T>(client: MongoClient, work: (session: ClientSession) => Promise<T>): Promise<T> =>
  client.withSession((session) =>
    session.withTransaction(() => work(session), {
      readConcern: { level: 'snapshot' },
      writeConcern: { w: 'majority', wtimeoutMS: 5000 },
    }),
  );
