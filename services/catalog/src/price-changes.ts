import type { ClientSession } from 'mongodb';
import type { Collections } from './documents.ts';
import type { Product, Sku } from './product.ts';

/** Amounts in minor units of the currency; `compare_at` 0 is none. */
type Price = Pick<Sku, 'price' | 'compare_at'>;

/** A SKU has another price than before. Its id is the SKU and the product's version that brought it. */
export type PriceChangeDoc = {
  _id: string;
  sku_id: string;
  product_id: string;
  version: number;
  before: Price;
  after: Price;
  currency: string;
  /** Who changed it: a user's or service's id. */
  by: string;
  at: Date;
};

const priceOf = ({ price, compare_at }: Sku): Price => ({ price, compare_at });

/** Which of a product's SKUs have another price now. One that is new has had none before. */
export function priceChanges(before: Product, after: Product, by: string, at: Date): PriceChangeDoc[] {
  const known = new Map(before.skus.map((sku) => [sku.sku_id, sku]));
  return after.skus.flatMap((sku) => {
    const was = known.get(sku.sku_id);
    const isSame = was?.price === sku.price && was.compare_at === sku.compare_at;
    if (!was || (isSame && before.currency === after.currency)) return [];

    const { _id: product_id, version, currency } = after;
    const ids = { _id: `${sku.sku_id}:${version}`, sku_id: sku.sku_id, product_id, version };
    return [{ ...ids, before: priceOf(was), after: priceOf(sku), currency, by, at }];
  });
}

/** Keeps them with the product's change, in its transaction. */
export async function recordPrices(
  { prices }: Collections,
  changes: PriceChangeDoc[],
  session: ClientSession,
): Promise<void> {
  if (changes.length > 0) await prices.insertMany(changes, { session });
}
