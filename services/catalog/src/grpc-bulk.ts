import { DomainError } from '@social/contracts/errors';
import type { ProductEdit__Output } from '@social/contracts/generated/social/catalog/v1/ProductEdit';
import type { ProductPriceChange__Output } from '@social/contracts/generated/social/catalog/v1/ProductPriceChange';
import { requireMerchant } from '@social/runtime/caller';
import type { Edit, PriceChange } from './bulk-edit.ts';
import { editMany } from './bulk-store.ts';
import { refsOf } from './category-store.ts';
import type { EditResult } from './documents.ts';
import { editorOf } from './editor.ts';
import type { CatalogHandlers, Deps } from './grpc.ts';
import { markOf } from './requests.ts';

const MAX_EDITS = 500;

/** Errors: request-invalid. */
function priceFrom({ skuId: sku_id, change, amount, basisPoints }: ProductPriceChange__Output): PriceChange {
  if (change === 'amount') return { sku_id, amount: amount ?? 0 };
  if (change === 'basisPoints') return { sku_id, basis_points: basisPoints ?? 0 };

  throw new DomainError('request-invalid', 'a price is an amount or a change');
}

const ON_SALE: Record<ProductEdit__Output['sale'], boolean | undefined> = {
  SALE_CHANGE_UNSPECIFIED: undefined,
  SALE_CHANGE_ON: true,
  SALE_CHANGE_OFF: false,
};

const distinct = (texts: string[]): string[] =>
  [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '');

const editFrom = (edit: ProductEdit__Output): Edit => ({
  product_id: edit.productId,
  version: edit.version,
  prices: edit.prices.map(priceFrom),
  on_sale: ON_SALE[edit.sale],
  add_tags: distinct(edit.addTags),
  remove_tags: distinct(edit.removeTags),
  category_id: edit.categoryId,
});

const resultToProto = ({ product_id, ...result }: EditResult) => ({ productId: product_id, ...result });

/** Many products at once. */
export const bulkHandlers = (deps: Deps): Pick<CatalogHandlers, 'EditProducts'> => ({
  EditProducts: async ({ merchantId, edits, request }, { caller }) => {
    const merchant = await deps.merchants.get(merchantId);
    requireMerchant(caller, merchant._id);
    const mark = markOf(request);
    if (!mark) throw new DomainError('request-invalid', 'a request to edit many products has a key');
    if (edits.length === 0 || edits.length > MAX_EDITS) {
      throw new DomainError('request-invalid', `edits are from 1 to ${MAX_EDITS}`);
    }

    const editing = { by: editorOf(caller, merchant), categories: refsOf(await deps.categories.list()) };
    const bulk = {
      ...editing,
      merchantId: merchant._id,
      userId: caller.userId,
      edits: edits.map(editFrom),
      request: mark,
    };
    return { results: (await editMany(deps, bulk)).map(resultToProto) };
  },
});
