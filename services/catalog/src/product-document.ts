import type { Product, Sku } from './product.ts';

/** A SKU as it may lie in the database: older ones have one picture and no cost. */
export type StoredSku = Omit<Sku, 'pictures' | 'cost'> & Partial<Pick<Sku, 'pictures' | 'cost'>> & { picture?: string };

/** What came later than the first products. */
type Later = Pick<
  Product,
  'attributes' | 'brand_id' | 'publication' | 'rejection' | 'approved' | 'on_sale_from' | 'off_sale_at' | 'due_at'
>;

/** A product as it may lie in the database: what was written before a field came has none of it. */
export type StoredProduct = Omit<Product, 'skus' | keyof Later> & Partial<Later> & { skus: StoredSku[] };

/** What was written before goods were reviewed was published. */
const BEFORE: Later = {
  ...{ attributes: [], brand_id: '' },
  ...{ publication: 'published', rejection: '', approved: null },
  ...{ on_sale_from: null, off_sale_at: null, due_at: null },
};

function skuFrom({ picture, ...sku }: StoredSku): Sku {
  return { ...sku, pictures: sku.pictures ?? (picture ? [picture] : []), cost: sku.cost ?? 0 };
}

/** Reads what was stored at any time. Every read of `products` goes through it. */
export const fromDocument = (stored: StoredProduct): Product => ({
  ...BEFORE,
  ...stored,
  skus: stored.skus.map(skuFrom),
});
