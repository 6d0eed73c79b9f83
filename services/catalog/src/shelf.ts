import { isDeepStrictEqual } from 'node:util';
import type { Product, Sku } from './product.ts';
import type { Publication } from './publication.ts';

/** What the platform looks at before shoppers see it. Prices, costs, stock, weights and codes are no part of it. */
export type Words = Pick<
  Product,
  | 'handle'
  | 'title'
  | 'description'
  | 'vendor'
  | 'tags'
  | 'pictures'
  | 'options'
  | 'attributes'
  | 'brand_id'
  | 'category_id'
  | 'category_path'
> & { skus: Pick<Sku, 'sku_id' | 'option_values' | 'pictures'>[] };

export const wordsOf = (product: Product): Words => ({
  handle: product.handle,
  title: product.title,
  description: product.description,
  vendor: product.vendor,
  tags: product.tags,
  pictures: product.pictures,
  options: product.options,
  attributes: product.attributes,
  brand_id: product.brand_id,
  category_id: product.category_id,
  category_path: product.category_path,
  skus: product.skus.map(({ sku_id, option_values, pictures }) => ({ sku_id, option_values, pictures })),
});

/** Whether two states of a product read the same to shoppers, prices apart. */
export const readsAs = (one: Product, other: Product): boolean => isDeepStrictEqual(wordsOf(one), wordsOf(other));

/** Whether nobody has asked for it to be seen, or it was refused. */
export const isHidden = ({ publication }: Product): boolean => publication === 'draft' || publication === 'rejected';

/** A product in the words that were approved, at the prices of today; SKUs that are newer are not there yet. */
function inWords(product: Product, { skus: approved, ...words }: Words): Product {
  const known = new Map(approved.map((sku) => [sku.sku_id, sku]));
  const skus = product.skus.flatMap((sku) => {
    const seen = known.get(sku.sku_id);
    return seen ? [{ ...sku, ...seen }] : [];
  });
  return { ...product, ...words, skus, publication: 'published', rejection: '', approved: null };
}

/** A product as it is published, also off sale; undefined when shoppers may see nothing of it. */
function published(product: Product): Product | undefined {
  if (product.publication === 'published') return product;
  if (!product.approved) return undefined;

  const seen = inWords(product, product.approved);
  return seen.skus.length > 0 ? seen : undefined;
}

/** A product as shoppers see and buy it: on sale, in words that were approved. Undefined when they do not. */
export const onShelf = (product: Product): Product | undefined =>
  product.on_sale && !product.deleted ? published(product) : undefined;

/** States by which a staff list can be narrowed. */
export type Unpublished = Exclude<Publication, 'published'>;

/** Where a list begins: everything, a merchant, a category with its descendants, or both; `staff` shows all. */
export type ListScope = {
  merchantId: string;
  categoryId: string;
  audience: 'shoppers' | 'staff';
  /** Of staff lists only; empty for all. */
  publication: Unpublished | '';
  /** Of shoppers' lists only, and then of all merchants and categories; empty for all. */
  brandId: string;
};

/** The key of the list that serves a scope. A staff list is not split by category. */
export function listKeyOf({ merchantId, categoryId, audience, publication, brandId }: ListScope): string {
  if (brandId !== '') return `brand/${brandId}`;
  const parts = audience === 'staff' ? ['staff', merchantId, publication] : [merchantId, categoryId];
  return parts.filter((part) => part !== '').join('/') || 'all';
}

/** Every list that a product stands in, so that each list is one value in one index. */
export function listKeys(product: Product): string[] {
  if (product.deleted) return [];
  const { merchant_id: merchant, publication } = product;
  const unpublished = publication === 'published' ? [] : [`staff/${publication}`, `staff/${merchant}/${publication}`];
  const staff = ['staff', `staff/${merchant}`, ...unpublished];
  const seen = onShelf(product);
  if (!seen) return staff;

  const categories = seen.category_path.flatMap((category) => [category, `${merchant}/${category}`]);
  const brand = seen.brand_id === '' ? [] : [`brand/${seen.brand_id}`];
  return ['all', merchant, ...categories, ...brand, ...staff];
}

/** The lowest price that shoppers find; of what they do not see, the lowest it would have. */
const lowestPrice = (product: Product): number =>
  Math.min(...(published(product) ?? product).skus.map(({ price }) => price));

/** A product with what its lists are made of, after any change. */
export const placed = (product: Product): Product => ({
  ...product,
  min_price: lowestPrice(product),
  lists: listKeys(product),
});
