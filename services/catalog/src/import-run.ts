import { DomainError } from '@social/contracts/errors';
import { decimalsOf } from '@social/runtime/money-text';
import { type CategoryStore, refsOf } from './category-store.ts';
import { readProducts } from './import-file.ts';
import { type ReadProduct, type RowError, readProduct } from './import-product.ts';
import type { ImportCounts, ImportItem } from './import-store.ts';
import type { CategoryRef } from './product.ts';
import { isCurrency } from './product-check.ts';

/** Products written together; fewer when their texts are large. */
const BATCH_PRODUCTS = 600;
const BATCH_ROWS = 1000;
const BATCH_CHARACTERS = 4_000_000;
/** Errors that are told at once, without waiting for products to write. */
const BATCH_ERRORS = 500;

export type ImportProgress = { rows: number; created: number; updated: number; refused: number };
export type ImportReport = { progress: ImportProgress; errors: RowError[] };

/** What an import asks of the categories. */
type Categories = Pick<CategoryStore, 'list' | 'other'>;

export type ImportJob = {
  chunks: AsyncIterable<Uint8Array>;
  currency: string;
  categories: Categories;
  store: (items: ImportItem[]) => Promise<ImportCounts>;
};

/** A batch that grows while those before it are being written. */
type Batch = { items: Map<string, ImportItem>; rows: number; characters: number; errors: RowError[] };

const isFull = ({ items, rows, characters, errors }: Batch): boolean =>
  items.size >= BATCH_PRODUCTS || rows >= BATCH_ROWS || characters >= BATCH_CHARACTERS || errors.length >= BATCH_ERRORS;

/** Batches that are written at once: while the database works on one, the next is made ready for it. */
const FLIGHTS = 2;

type Flight = Pick<Batch, 'items' | 'errors'> & { stored: Promise<ImportCounts> };

/** Hands batches over, in their order: while some are being written, the next is filled, and no more than that. */
function batches(store: ImportJob['store'], progress: ImportProgress) {
  const flights: Flight[] = [];
  const state = { batch: emptyBatch() };
  const land = async (most: number): Promise<ImportReport[]> => {
    const reports: ImportReport[] = [];
    for (let first = flights[0]; first && flights.length > most; first = flights[0]) {
      const { created, updated } = await first.stored;
      flights.shift();
      progress.created += created;
      progress.updated += updated;
      reports.push({ progress: { ...progress }, errors: first.errors });
    }
    return reports;
  };
  const turn = async (): Promise<ImportReport[]> => {
    const { items, errors } = state.batch;
    // A product that comes again is decided on what the batch before made of it.
    const again = flights.some((flight) => [...items.keys()].some((handle) => flight.items.has(handle)));
    const landed = await land(again ? 0 : FLIGHTS - 1);
    const stored = items.size === 0 ? Promise.resolve({ created: 0, updated: 0 }) : store([...items.values()]);
    // Its failure is met by whoever waits for it to land.
    stored.catch(() => {});
    flights.push({ items, errors, stored });
    state.batch = emptyBatch();
    return landed;
  };
  /** Waits for all, so that nothing is written any more; the first failure is thrown. */
  const finish = async (): Promise<ImportReport[]> => {
    await Promise.allSettled(flights.map(({ stored }) => stored));
    return land(0);
  };
  return { state, turn, finish };
}

function emptyBatch(): Batch {
  return { items: new Map(), rows: 0, characters: 0, errors: [] };
}

/**
 * Imports a product CSV as it comes in, and reports after each batch. Reading goes on while two batches are being
 * written, never further. Errors: import-invalid (the file), request-invalid (the currency); what was reported stays stored.
 */
export async function* runImport({ chunks, currency, categories, store }: ImportJob): AsyncGenerator<ImportReport> {
  if (!isCurrency(currency)) throw new DomainError('request-invalid', 'the currency is not an ISO 4217 code');

  const money = { code: currency, decimals: decimalsOf(currency) };
  const place = await placing(categories);
  const progress: ImportProgress = { rows: 0, created: 0, updated: 0, refused: 0 };
  const { state, turn, finish } = batches(store, progress);
  try {
    for await (const part of readProducts(chunks)) {
      const read = readProduct(part, money);
      progress.rows += read.rows;
      if (!read.product) progress.refused += 1;
      if (state.batch.items.has(read.handle) || isFull(state.batch)) yield* await turn();
      await addTo(state.batch, read, place);
    }
    yield* await turn();
  } finally {
    yield* await finish();
  }
}

type Placed = (product: NonNullable<ReadProduct['product']>) => Promise<ImportItem>;

/** Puts products into their categories; one whose type names none goes to `other`, with the type as a tag. */
async function placing(categories: Categories): Promise<Placed> {
  const known = await categoriesByName(categories);
  let other: CategoryRef | undefined;
  return async ({ input, type }) => {
    const category = known.get(type.toLowerCase());
    if (category) return { input, category };

    other ??= await categories.other();
    const tags = type === '' || input.tags.includes(type) ? input.tags : [...input.tags, type];
    return { input: { ...input, tags }, category: other };
  };
}

/** Categories by slug and by name in lower case; a slug wins over another's name. */
async function categoriesByName(categories: Categories): Promise<Map<string, CategoryRef>> {
  const known = await categories.list();
  const refs = refsOf(known);
  const all = known.flatMap(({ _id, slug, name }) => {
    const ref = refs.get(_id);
    return ref ? [{ slug, name, ref }] : [];
  });
  return new Map([
    ...all.map(({ name, ref }): [string, CategoryRef] => [name.toLowerCase(), ref]),
    ...all.map(({ slug, ref }): [string, CategoryRef] => [slug, ref]),
  ]);
}

async function addTo(batch: Batch, read: ReadProduct, place: Placed): Promise<void> {
  batch.rows += read.rows;
  batch.characters += read.characters;
  batch.errors.push(...read.errors);
  if (read.product) batch.items.set(read.handle, await place(read.product));
}
