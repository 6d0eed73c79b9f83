import type { SkuSnapshot__Output } from '@social/contracts/generated/social/catalog/v1/SkuSnapshot';
import { groupCommit } from '@social/runtime/batcher';
import { serviceCaller } from '@social/runtime/caller';
import type { SkuOffer } from './checkout.ts';
import type { Catalog } from './stock.ts';

/** SKUs as the catalog sells them now; those that are not on sale are left out. */
export type Offers = (skuIds: string[]) => Promise<SkuOffer[]>;

const AS_ORDERS = { caller: serviceCaller('orders') };

/** Asks the catalog what SKUs cost: what is asked while a call is on its way goes together in the next, each SKU once. */
export function offersOf(catalog: Pick<Catalog, 'GetSkus'>): Offers {
  const asked = groupCommit<string[], SkuOffer[]>(
    async (wanted) => {
      const { skus } = await catalog.GetSkus({ skuIds: [...new Set(wanted.flat())] }, AS_ORDERS);
      const offers = new Map(skus.map((sku) => [sku.skuId, offerOf(sku)]));
      return wanted.map((skuIds) => skuIds.flatMap((id) => offers.get(id) ?? []));
    },
    { maxBatch: 50, maxQueue: 5000 },
  );
  return asked.add;
}

const offerOf = ({ price, weightGrams, ...sku }: SkuSnapshot__Output): SkuOffer => ({
  ...sku,
  grams: weightGrams,
  amount: price?.amount ?? 0,
  currency: price?.currency ?? '',
});
