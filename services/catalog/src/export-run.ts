import type { CategoryStore } from './category-store.ts';
import type { Collections } from './documents.ts';
import { headerLine, productLines } from './export-sheet.ts';
import type { Product } from './product.ts';
import { fromDocument } from './product-document.ts';
import type { StockStore } from './stock-store.ts';

/** Products that are read together. */
const PAGE = 50;

type Deps = { collections: Collections; categories: CategoryStore; stock: StockStore };

/** The next products of a merchant by their handles; one straight run of the index that keeps handles unique. */
const pageAfter = ({ products }: Collections, merchantId: string, handle: string): Promise<Product[]> =>
  products
    .find(
      { merchant_id: merchantId, deleted: false, handle: { $gt: handle } },
      { projection: { outbox: 0, request: 0 } },
    )
    .sort({ handle: 1 })
    .hint('handle')
    .limit(PAGE)
    .map(fromDocument)
    .toArray();

/** What a file calls each category; the one for what fits no other is not named. */
async function typesOf(categories: CategoryStore): Promise<Map<string, string>> {
  const other = await categories.other();
  return new Map((await categories.list()).map(({ _id, slug }) => [_id, _id === other.id ? '' : slug]));
}

/**
 * A merchant's products as a CSV in pieces, by handle, those off sale included. Holds one page of products. A product
 * that changes meanwhile is in the file as it was before or after, whole.
 */
export async function* exportProducts(deps: Deps, merchantId: string): AsyncGenerator<string> {
  const types = await typesOf(deps.categories);
  yield headerLine();
  let page = await pageAfter(deps.collections, merchantId, '');
  while (page.length > 0) {
    const onHand = await deps.stock.onHand(page.flatMap(({ skus }) => skus.map(({ sku_id }) => sku_id)));
    yield page.map((product) => productLines(product, { type: types.get(product.category_id) ?? '', onHand })).join('');
    page = await pageAfter(deps.collections, merchantId, page.at(-1)?.handle ?? '');
  }
}
