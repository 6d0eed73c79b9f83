import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '@social/contracts/errors';
import { putOnSale } from './on-sale.ts';
import { type CategoryRef, type Product, type ProductInput, revise, type Sku } from './product.ts';
import { checkFit, checkProduct, MAX_PRICE } from './product-check.ts';
import type { Editor } from './publication.ts';

/** Another price for one SKU, or for all when none is named: an amount in minor units, or a change of the price it has. */
export type PriceChange = { sku_id: string } & ({ amount: number } | { basis_points: number });

/** One change of a product among many; what is absent or empty stays as it is. */
export type Edit = {
  product_id: string;
  /** The one that was read; 0 for any. */
  version: number;
  prices: PriceChange[];
  on_sale?: Product['on_sale'];
  add_tags: string[];
  remove_tags: string[];
  category_id: string;
};

/** Who edits, and every category there is. */
export type Editing = { by: Editor; categories: Map<string, CategoryRef> };

/** From -99.99 % to +1,000 %. */
const LEAST_BASIS_POINTS = -9999;
const MOST_BASIS_POINTS = 100_000;

const invalid = (message: string): DomainError =>
  new DomainError('product-invalid', undefined, { errors: [{ path: 'prices', message }] });

/**
 * A price after a change in basis points (-1500 takes 15 % off), in whole minor units: half a unit is rounded up.
 * Errors: product-invalid, when nothing would be left of a price, or too much.
 */
export function repriced(price: number, basisPoints: number): number {
  const fits = Number.isInteger(basisPoints) && basisPoints >= LEAST_BASIS_POINTS && basisPoints <= MOST_BASIS_POINTS;
  if (!fits) throw invalid(`change by ${LEAST_BASIS_POINTS} to ${MOST_BASIS_POINTS} basis points`);
  const next = Number((BigInt(price) * BigInt(10_000 + basisPoints) + 5000n) / 10_000n);
  if (next > MAX_PRICE || (next === 0 && price > 0)) throw invalid(`${price} cannot become ${next}`);

  return next;
}

const priceAfter = (price: number, change: PriceChange): number =>
  'amount' in change ? change.amount : repriced(price, change.basis_points);

/** Errors: sku-not-found, product-invalid. */
function withPrices(skus: Sku[], changes: PriceChange[]): Sku[] {
  const named = changes.map(({ sku_id }) => sku_id);
  const known = new Set(skus.map(({ sku_id }) => sku_id));
  const unknown = named.find((id) => id !== '' && !known.has(id));
  if (unknown !== undefined) throw new DomainError('sku-not-found', `${unknown} is not its SKU`);
  if (new Set(named).size !== named.length || (named.length > 1 && named.includes(''))) {
    throw invalid('name each SKU once, or all of them');
  }

  return skus.map((sku) => {
    const change = changes.find(({ sku_id }) => sku_id === '' || sku_id === sku.sku_id);
    return change ? { ...sku, price: priceAfter(sku.price, change) } : sku;
  });
}

function inputAfter(product: Product, edit: Edit): ProductInput {
  const { handle, title, description, vendor, pictures, options, currency, on_sale } = product;
  const removed = new Set(edit.remove_tags);
  const tags = [...new Set([...product.tags.filter((tag) => !removed.has(tag)), ...edit.add_tags])];
  const skus = withPrices(product.skus, edit.prices).map((sku) => ({ ...sku, stock: 0 }));
  return { handle, title, description, vendor, pictures, options, currency, on_sale, tags, skus };
}

/**
 * A product after one change among many, by the rules of any other edit: staff's new tags and categories are reviewed,
 * prices hold at once. The same product when that says nothing new.
 * Errors: version-conflict, category-not-found, sku-not-found, product-invalid.
 */
export function edited(before: Product, edit: Edit, { by, categories }: Editing, now: Date): Product {
  if (edit.version !== 0 && edit.version !== before.version) throw new DomainError('version-conflict');
  const category = categories.get(edit.category_id || before.category_id);
  if (!category) throw new DomainError('category-not-found');
  const input = inputAfter(before, edit);
  checkProduct(input);

  const { version, updated_at } = before;
  const revised = revise(before, { category, by, input }, now).product;
  const sold = edit.on_sale === undefined ? revised : putOnSale(revised, edit.on_sale, by, now);
  if (isDeepStrictEqual({ ...sold, version, updated_at }, before)) return before;

  checkFit(before, sold, category.templates);
  return { ...sold, version: version + 1, updated_at: now };
}
