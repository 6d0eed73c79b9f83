import { DomainError } from '@social/contracts/errors';
import type { Product as ProtoProduct } from '@social/contracts/generated/social/catalog/v1/Product';
import { type Caller, worksFor } from '@social/runtime/caller';
import { editorOf } from './editor.ts';
import type { Deps } from './grpc.ts';
import type { Drafted, Product } from './product.ts';
import { checkFit } from './product-check.ts';
import type { Editor } from './publication.ts';
import { type Beside, productToProto } from './to-proto.ts';

/** Other merchants' products do not exist for a caller who may not change them. Errors: product-not-found. */
export function requireOwn(caller: Caller, product: Product): void {
  if (!worksFor(caller, product.merchant_id)) throw new DomainError('product-not-found');
}

/** A change that brings no new SKUs. */
export const untouched = (product: Product): Drafted => ({ product, opening: [] });

/** What products are shown with: what is left of their SKUs, and the names of their brands. */
export async function besideOf(
  { stock, brands }: Pick<Deps, 'stock' | 'brands'>,
  products: Product[],
): Promise<Beside> {
  const skuIds = products.flatMap(({ skus }) => skus.map(({ sku_id }) => sku_id));
  const brandIds = products.map(({ brand_id }) => brand_id);
  const [onHand, known] = await Promise.all([stock.onHand(skuIds), brands.named(brandIds)]);
  return { onHand, brands: known };
}

/** What every change of a product begins and ends with. */
export const owners = ({ merchants, categories, brands, products, stock }: Deps) => ({
  /** A product that the caller may change, and as whom. Errors: product-not-found, also when it is another merchant's. */
  own: async (caller: Caller, productId: string): Promise<{ product: Product; by: Editor }> => {
    const product = await products.get(productId);
    requireOwn(caller, product);
    return { product, by: editorOf(caller, await merchants.get(product.merchant_id)) };
  },
  /** Refuses to ask for a product to be seen that lacks what its category requires. */
  ready: async ({ category_id }: Product): Promise<(before: Product, next: Product) => Drafted> => {
    const { templates } = await categories.get(category_id);
    return (before, next) => {
      checkFit(before, next, templates);
      return untouched(next);
    };
  },
  /** A product as its staff see it. */
  shown: async (product: Product): Promise<ProtoProduct> =>
    productToProto(product, await besideOf({ stock, brands }, [product]), 'staff'),
});
