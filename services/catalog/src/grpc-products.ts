import { DomainError } from '@social/contracts/errors';
import type { ListProductsRequest__Output } from '@social/contracts/generated/social/catalog/v1/ListProductsRequest';
import type { ProductInput__Output } from '@social/contracts/generated/social/catalog/v1/ProductInput';
import { fromTimestamp } from '@social/rpc/time';
import { type Caller, requireMerchant, requireRole, worksFor } from '@social/runtime/caller';
import { checkAttributes } from './attributes.ts';
import { editorOf } from './editor.ts';
import type { CatalogHandlers, Deps } from './grpc.ts';
import { besideOf, owners, requireOwn, untouched } from './grpc-owner.ts';
import { onShelfAt, putOnSale, schedule } from './on-sale.ts';
import { draft, type Product, type ProductInput, remove, revise } from './product.ts';
import { checkFit, checkKnownSkus, checkProduct } from './product-check.ts';
import { type ListOrder, type ListQuery, listProducts } from './product-list.ts';
import { tidied } from './product-text.ts';
import { markOf } from './requests.ts';
import type { Unpublished } from './shelf.ts';
import { inputFromProto, productToProto, snapshotToProto } from './to-proto.ts';

type Names =
  | 'CreateProduct'
  | 'UpdateProduct'
  | 'SetOnSale'
  | 'SetSalePeriod'
  | 'DeleteProduct'
  | 'GetProduct'
  | 'ListProducts'
  | 'GetSkus';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

const ORDERS: Record<string, ListOrder> = {
  PRODUCT_ORDER_SALES: 'sales',
  PRODUCT_ORDER_PRICE_UP: 'price-up',
  PRODUCT_ORDER_PRICE_DOWN: 'price-down',
  PRODUCT_ORDER_OLDEST: 'oldest',
};

const required = (input: ProductInput__Output | null): ProductInput => {
  if (!input) throw new DomainError('product-invalid', 'there is no product');

  return tidied(inputFromProto(input));
};

const audienceOf = (caller: Caller, { merchant_id }: Product) => (worksFor(caller, merchant_id) ? 'staff' : 'shoppers');

const UNPUBLISHED: Record<string, Unpublished> = {
  PUBLICATION_DRAFT: 'draft',
  PUBLICATION_IN_REVIEW: 'in_review',
  PUBLICATION_REJECTED: 'rejected',
};

/** Staff lists can be narrowed to what is not published. Errors: request-invalid. */
function publicationIn({ publication, includeOffSale }: ListProductsRequest__Output): Unpublished | '' {
  if (publication === 'PUBLICATION_UNSPECIFIED') return '';
  const known = UNPUBLISHED[publication];
  if (!known || !includeOffSale) throw new DomainError('request-invalid', 'there is no such list');

  return known;
}

function listQuery(request: ListProductsRequest__Output, caller: Caller): ListQuery {
  const { categoryId, merchantId, brandId, minAmount, maxAmount, limit, cursor, includeOffSale } = request;
  if (includeOffSale && merchantId) requireMerchant(caller, merchantId);
  if (includeOffSale && !merchantId) requireRole(caller, 'operator');
  if (brandId && (includeOffSale || merchantId || categoryId)) {
    throw new DomainError('request-invalid', 'a list of a brand is of all merchants and categories');
  }
  if (limit < 0 || limit > MAX_LIMIT || minAmount < 0 || maxAmount < 0) throw new DomainError('request-invalid');

  const order = ORDERS[request.order] ?? 'newest';
  const audience = includeOffSale ? 'staff' : 'shoppers';
  const scope = { categoryId, merchantId, brandId, audience, publication: publicationIn(request) } as const;
  return { ...scope, order, minAmount, maxAmount, limit: limit || DEFAULT_LIMIT, cursor };
}

/** Changing products: their merchant's staff and operators. */
function changing(
  deps: Deps,
): Pick<CatalogHandlers, 'CreateProduct' | 'UpdateProduct' | 'SetOnSale' | 'SetSalePeriod' | 'DeleteProduct'> {
  const { merchants, categories, brands, products, clock } = deps;
  const { own, ready, shown } = owners(deps);
  const homeOf = async (given: ProductInput__Output | null) => {
    const [category] = await Promise.all([
      categories.get(given?.categoryId ?? ''),
      given?.brandId ? brands.get(given.brandId) : undefined,
    ]);
    return category;
  };
  return {
    CreateProduct: async ({ merchantId, product, request }, { caller }) => {
      const merchant = await merchants.get(merchantId);
      requireMerchant(caller, merchant._id);
      const input = required(product);
      checkProduct(input);
      const category = await homeOf(product);
      checkAttributes(category.templates, input.attributes ?? [], input.on_sale ? 'seen' : 'kept');

      const home = { merchantId: merchant._id, category, by: editorOf(caller, merchant) };
      const drafted = draft(home, input, clock.now());
      const made = await products.create(drafted, markOf(request));
      const onHand = new Map(made.opening.map((row) => [row.sku_id, row.stock]));
      return productToProto(made.product, { onHand, brands: await brands.named([made.product.brand_id]) }, 'staff');
    },
    UpdateProduct: async ({ productId, version, product: given }, { caller }) => {
      const said = required(given);
      const { by } = await own(caller, productId);
      const category = await homeOf(given);

      const product = await products.update(productId, caller.userId, (before) => {
        if (before.version !== version) throw new DomainError('version-conflict');
        const handle = said.handle || before.handle;
        const input = { ...said, handle, currency: said.currency || before.currency, on_sale: before.on_sale };
        checkProduct(input);
        checkKnownSkus(input, before.skus);
        const revised = revise(before, { category, by, input }, clock.now());
        checkFit(before, revised.product, category.templates);
        return revised;
      });
      return shown(product);
    },
    SetOnSale: async ({ productId, onSale }, { caller }) => {
      const { product, by } = await own(caller, productId);
      const fit = await ready(product);

      return shown(
        await products.update(productId, caller.userId, (before) =>
          fit(before, putOnSale(before, onSale, by, clock.now())),
        ),
      );
    },
    SetSalePeriod: async ({ productId, from, until }, { caller }) => {
      const { product, by } = await own(caller, productId);
      const fit = await ready(product);
      const period = { from: fromTimestamp(from) ?? null, until: fromTimestamp(until) ?? null };

      return shown(
        await products.update(productId, caller.userId, (before) =>
          fit(before, schedule(before, period, by, clock.now())),
        ),
      );
    },
    DeleteProduct: async ({ productId }, { caller }) => {
      requireOwn(caller, await products.get(productId));

      await products.update(productId, caller.userId, (before) => untouched(remove(before, clock.now())));
      return {};
    },
  };
}

/** Reading products: everyone what is on sale, a merchant's staff what is theirs. */
function reading(deps: Deps): Pick<CatalogHandlers, 'GetProduct' | 'ListProducts' | 'GetSkus'> {
  const { collections, products, stock, clock } = deps;
  return {
    GetProduct: async ({ productId }, { caller }) => {
      const product = await products.getKept(productId);
      const audience = audienceOf(caller, product);
      const seen = audience === 'staff' ? product : onShelfAt(product, clock.now());
      if (!seen) throw new DomainError('product-not-found');

      return productToProto(seen, await besideOf(deps, [seen]), audience);
    },
    ListProducts: async (request, { caller }) => {
      const query = listQuery(request, caller);
      const { products: found, nextCursor } = await listProducts(collections, query);
      const listed =
        query.audience === 'staff' ? found : found.flatMap((product) => onShelfAt(product, clock.now()) ?? []);
      const beside = await besideOf(deps, listed);
      const products = listed.map((product) => productToProto(product, beside, audienceOf(caller, product)));
      return { products, nextCursor };
    },
    GetSkus: async ({ skuIds }) => {
      const wanted = new Set(skuIds);
      const [found, left] = await Promise.all([products.withSkus([...wanted]), stock.onHand([...wanted])]);
      const skus = found.flatMap((product) =>
        product.skus
          .filter(({ sku_id }) => wanted.has(sku_id))
          .map((sku) => snapshotToProto(product, sku, left.get(sku.sku_id) ?? 0)),
      );
      return { skus };
    },
  };
}

/** Products and their lists. */
export const productHandlers = (deps: Deps): Pick<CatalogHandlers, Names> => ({ ...changing(deps), ...reading(deps) });
