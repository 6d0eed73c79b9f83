import { DomainError } from '@social/contracts/errors';
import type { ListProductsRequest__Output } from '@social/contracts/generated/social/catalog/v1/ListProductsRequest';
import type { ProductInput__Output } from '@social/contracts/generated/social/catalog/v1/ProductInput';
import { fromTimestamp } from '@social/rpc/time';
import { type Caller, requireMerchant, requireRole, worksFor } from '@social/runtime/caller';
import { editorOf } from './editor.ts';
import type { CatalogHandlers, Deps } from './grpc.ts';
import { owners, requireOwn, untouched } from './grpc-owner.ts';
import { onShelfAt, putOnSale, schedule } from './on-sale.ts';
import { draft, type Product, type ProductInput, remove, revise } from './product.ts';
import { checkKnownSkus, checkProduct } from './product-check.ts';
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
  const { categoryId, merchantId, minAmount, maxAmount, limit, cursor, includeOffSale } = request;
  if (includeOffSale && merchantId) requireMerchant(caller, merchantId);
  if (includeOffSale && !merchantId) requireRole(caller, 'operator');
  if (limit < 0 || limit > MAX_LIMIT || minAmount < 0 || maxAmount < 0) throw new DomainError('request-invalid');

  const order = ORDERS[request.order] ?? 'newest';
  const audience = includeOffSale ? 'staff' : 'shoppers';
  const scope = { categoryId, merchantId, audience, publication: publicationIn(request) } as const;
  return { ...scope, order, minAmount, maxAmount, limit: limit || DEFAULT_LIMIT, cursor };
}

/** Changing products: their merchant's staff and operators. */
function changing({
  merchants,
  categories,
  products,
  stock,
  clock,
}: Deps): Pick<CatalogHandlers, 'CreateProduct' | 'UpdateProduct' | 'SetOnSale' | 'SetSalePeriod' | 'DeleteProduct'> {
  const { ownEditor, shown } = owners({ merchants, products, stock });
  return {
    CreateProduct: async ({ merchantId, product, request }, { caller }) => {
      const merchant = await merchants.get(merchantId);
      requireMerchant(caller, merchant._id);
      const input = required(product);
      checkProduct(input);
      const category = await categories.get(product?.categoryId ?? '');

      const home = { merchantId: merchant._id, category, by: editorOf(caller, merchant) };
      const drafted = draft(home, input, clock.now());
      const made = await products.create(drafted, markOf(request));
      return productToProto(made.product, new Map(made.opening.map((row) => [row.sku_id, row.stock])), 'staff');
    },
    UpdateProduct: async ({ productId, version, product: given }, { caller }) => {
      const said = required(given);
      const by = await ownEditor(caller, productId);
      const category = await categories.get(given?.categoryId ?? '');

      const product = await products.update(productId, (before) => {
        if (before.version !== version) throw new DomainError('version-conflict');
        const handle = said.handle || before.handle;
        const input = { ...said, handle, currency: said.currency || before.currency, on_sale: before.on_sale };
        checkProduct(input);
        checkKnownSkus(input, before.skus);
        return revise(before, { category, by, input }, clock.now());
      });
      return shown(product);
    },
    SetOnSale: async ({ productId, onSale }, { caller }) => {
      const by = await ownEditor(caller, productId);

      return shown(await products.update(productId, (before) => untouched(putOnSale(before, onSale, by, clock.now()))));
    },
    SetSalePeriod: async ({ productId, from, until }, { caller }) => {
      const by = await ownEditor(caller, productId);
      const period = { from: fromTimestamp(from) ?? null, until: fromTimestamp(until) ?? null };

      return shown(await products.update(productId, (before) => untouched(schedule(before, period, by, clock.now()))));
    },
    DeleteProduct: async ({ productId }, { caller }) => {
      requireOwn(caller, await products.get(productId));

      await products.update(productId, (before) => untouched(remove(before, clock.now())));
      return {};
    },
  };
}

/** Reading products: everyone what is on sale, a merchant's staff what is theirs. */
function reading({
  collections,
  products,
  stock,
  clock,
}: Deps): Pick<CatalogHandlers, 'GetProduct' | 'ListProducts' | 'GetSkus'> {
  const onHand = (list: Product[]) => stock.onHand(list.flatMap(({ skus }) => skus.map(({ sku_id }) => sku_id)));
  return {
    GetProduct: async ({ productId }, { caller }) => {
      const product = await products.get(productId);
      const audience = audienceOf(caller, product);
      const seen = audience === 'staff' ? product : onShelfAt(product, clock.now());
      if (!seen) throw new DomainError('product-not-found');

      return productToProto(seen, await onHand([seen]), audience);
    },
    ListProducts: async (request, { caller }) => {
      const query = listQuery(request, caller);
      const { products: found, nextCursor } = await listProducts(collections, query);
      const listed =
        query.audience === 'staff' ? found : found.flatMap((product) => onShelfAt(product, clock.now()) ?? []);
      const left = await onHand(listed);
      const products = listed.map((product) => productToProto(product, left, audienceOf(caller, product)));
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
