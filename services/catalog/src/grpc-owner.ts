import { DomainError } from '@social/contracts/errors';
import type { Product as ProtoProduct } from '@social/contracts/generated/social/catalog/v1/Product';
import { type Caller, worksFor } from '@social/runtime/caller';
import { editorOf } from './editor.ts';
import type { Deps } from './grpc.ts';
import type { Drafted, Product } from './product.ts';
import type { Editor } from './publication.ts';
import { productToProto } from './to-proto.ts';

/** Other merchants' products do not exist for a caller who may not change them. Errors: product-not-found. */
export function requireOwn(caller: Caller, product: Product): void {
  if (!worksFor(caller, product.merchant_id)) throw new DomainError('product-not-found');
}

/** A change that brings no new SKUs. */
export const untouched = (product: Product): Drafted => ({ product, opening: [] });

/** What every change of a product begins and ends with. */
export const owners = ({ merchants, products, stock }: Pick<Deps, 'merchants' | 'products' | 'stock'>) => ({
  /** As whom the caller changes a product. Errors: product-not-found, also when it is another merchant's. */
  ownEditor: async (caller: Caller, productId: string): Promise<Editor> => {
    const product = await products.get(productId);
    requireOwn(caller, product);
    return editorOf(caller, await merchants.get(product.merchant_id));
  },
  /** A product as its staff see it. */
  shown: async (product: Product): Promise<ProtoProduct> =>
    productToProto(product, await stock.onHand(product.skus.map(({ sku_id }) => sku_id)), 'staff'),
});
