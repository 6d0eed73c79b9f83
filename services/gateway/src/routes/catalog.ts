import type { ProductOrder } from '@social/contracts/generated/social/catalog/v1/ProductOrder';
import { services } from '@social/rpc/proto';
import { toTimestamp } from '@social/rpc/time';
import { z } from 'zod';
import { sendDownload } from '../downloads.ts';
import { importLine, importProducts } from '../imports.ts';
import { type Route, route } from '../route.ts';
import { Product, PublicationName, product, Sku, sku } from '../views/catalog.ts';
import { Amount, Id, Instant, MAX_AMOUNT, page, pageOf, pageQuery, queryFlag, queryInt } from '../views/values.ts';
import { merchantIdOf, merchantParams } from './shops.ts';
import { Reason } from './stock.ts';

const tag = 'catalog';
export const STAFF = ['merchant-staff', 'operator'] as const;

export const productParams = z.strictObject({ product: Id });
const Currency = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code');
const Text = (max: number) => z.string().max(max).default('');
const Stock = z.int().min(0).max(100_000_000);

const Picture = z.string().min(1).max(2048);

const SkuInput = z.strictObject({
  skuId: Id.optional().meta({ description: 'Absent on a new SKU.' }),
  code: Text(100),
  optionValues: z.array(z.string().min(1).max(255)).max(3).default([]),
  priceAmount: Amount,
  compareAtAmount: Amount.default(0),
  weightGrams: z.int().min(0).max(10_000_000).default(0),
  barcode: Text(64),
  pictures: z.array(Picture).max(20).default([]),
  costAmount: Amount.default(0).meta({ description: 'What a piece costs the merchant; 0 when unknown.' }),
  stock: Stock.default(0).meta({ description: 'Opening stock of a new SKU; later PUT /v1/skus/{sku}/stock.' }),
});
const ProductInput = z.strictObject({
  handle: z.string().min(1).max(255),
  title: z.string().trim().min(1).max(255),
  description: Text(50_000),
  categoryId: Id.optional(),
  pictures: z.array(Picture).max(50).default([]),
  options: z
    .array(z.strictObject({ name: z.string().min(1).max(255), values: z.array(z.string().min(1).max(255)).min(1) }))
    .max(3)
    .default([]),
  skus: z.array(SkuInput).min(1).max(200),
  currency: Currency.default('CNY'),
  onSale: z.boolean().default(true),
  vendor: Text(255),
  brandId: Id.optional(),
  attributes: z
    .array(z.strictObject({ name: z.string().trim().min(1).max(64), value: z.string().trim().min(1).max(500) }))
    .max(50)
    .default([]),
  tags: z.array(z.string().min(1).max(255)).max(250).default([]),
});

const Order = z.enum(['newest', 'oldest', 'sales', 'price_up', 'price_down']);
const ORDERS: Record<z.output<typeof Order>, ProductOrder> = {
  newest: 'PRODUCT_ORDER_NEWEST',
  oldest: 'PRODUCT_ORDER_OLDEST',
  sales: 'PRODUCT_ORDER_SALES',
  price_up: 'PRODUCT_ORDER_PRICE_UP',
  price_down: 'PRODUCT_ORDER_PRICE_DOWN',
};

const UNPUBLISHED = {
  draft: 'PUBLICATION_DRAFT',
  in_review: 'PUBLICATION_IN_REVIEW',
  rejected: 'PUBLICATION_REJECTED',
} as const;

/** Pages of one product go with it; any product may change any list. */
export const productPages = ({ product: id }: Record<string, string>) => ['products', `product:${id}`];

const readRoutes: Route[] = [
  route({
    method: 'get',
    path: '/v1/products',
    summary: 'Products by category, merchant and price',
    tag,
    access: 'optional',
    page: () => ['products', 'stock', 'brands'],
    query: z.strictObject({
      categoryId: Id.optional(),
      merchantId: Id.optional(),
      brandId: Id.optional().meta({ description: 'Of all merchants and categories.' }),
      order: Order.default('newest'),
      minAmount: queryInt(0, MAX_AMOUNT).optional(),
      maxAmount: queryInt(0, MAX_AMOUNT).optional(),
      includeOffSale: queryFlag.optional(),
      publication: PublicationName.exclude(['published'])
        .optional()
        .meta({ description: 'With `includeOffSale`. Operators’ queue: `in_review`, `order=oldest`.' }),
      ...pageQuery,
    }),
    success: { status: 200, schema: pageOf(Product) },
    errors: ['cursor-invalid', 'request-invalid', 'category-not-found', 'merchant-not-found'],
    handle: async ({ query, call }, { catalog }) => {
      const { products, nextCursor } = await catalog.ListProducts(
        {
          ...query,
          order: ORDERS[query.order],
          publication: query.publication && UNPUBLISHED[query.publication],
        },
        call,
      );
      return page(products.map(product), nextCursor);
    },
  }),
  route({
    method: 'get',
    path: '/v1/products/:product',
    summary: 'A product',
    tag,
    access: 'optional',
    params: productParams,
    page: ({ product: id }) => [`product:${id}`, 'stock', 'brands'],
    success: { status: 200, schema: Product },
    errors: ['product-not-found'],
    handle: async ({ params, call }, { catalog }) =>
      product(await catalog.GetProduct({ productId: params.product }, call)),
  }),
];

const writeRoutes: Route[] = [
  route({
    method: 'post',
    path: '/v1/merchants/:merchant/products',
    summary: 'Add a product',
    tag,
    access: STAFF,
    effect: 'answer-kept',
    changes: () => ['products'],
    params: merchantParams,
    body: ProductInput,
    success: { status: 201, schema: Product },
    errors: ['merchant-not-found', 'handle-taken', 'category-not-found', 'brand-not-found', 'product-invalid'],
    handle: async (context, platform) => {
      const { body, call, key } = context;
      const merchantId = await merchantIdOf(context, platform);
      return product(await platform.catalog.CreateProduct({ merchantId, product: body, request: key }, call));
    },
  }),
  route({
    method: 'put',
    path: '/v1/products/:product',
    summary: 'Change a product; `version` is the one that was read',
    tag,
    access: STAFF,
    changes: productPages,
    params: productParams,
    body: ProductInput.extend({ version: z.int().min(0).max(2_147_483_647) }),
    success: { status: 200, schema: Product },
    errors: [
      'product-not-found',
      'version-conflict',
      'handle-taken',
      'category-not-found',
      'brand-not-found',
      'product-invalid',
    ],
    handle: async ({ params, body, call }, { catalog }) => {
      const { version, ...input } = body;
      return product(await catalog.UpdateProduct({ productId: params.product, version, product: input }, call));
    },
  }),
  route({
    method: 'put',
    path: '/v1/products/:product/on-sale',
    summary: 'Put a product on or off sale',
    tag,
    access: STAFF,
    changes: productPages,
    params: productParams,
    body: z.strictObject({ onSale: z.boolean() }),
    success: { status: 200, schema: Product },
    errors: ['product-not-found', 'product-invalid'],
    handle: async ({ params, body, call }, { catalog }) =>
      product(await catalog.SetOnSale({ productId: params.product, onSale: body.onSale }, call)),
  }),
  route({
    method: 'put',
    path: '/v1/products/:product/sale-period',
    summary: 'Say when a product goes on sale and off by itself; `{}` says that it does not',
    tag,
    access: STAFF,
    changes: productPages,
    params: productParams,
    body: z.strictObject({
      from: Instant.optional().meta({ description: 'Until then it is off sale. Absent: it stays as it is.' }),
      until: Instant.optional(),
    }),
    success: { status: 200, schema: Product },
    errors: ['product-not-found', 'product-invalid'],
    handle: async ({ params, body, call }, { catalog }) => {
      const [from, until] = [body.from, body.until].map((text) => toTimestamp(text ? new Date(text) : undefined));
      return product(await catalog.SetSalePeriod({ productId: params.product, from, until }, call));
    },
  }),
  route({
    method: 'delete',
    path: '/v1/products/:product',
    summary: 'Delete a product; old orders keep what they show of it',
    tag,
    access: STAFF,
    changes: productPages,
    params: productParams,
    success: { status: 204 },
    errors: ['product-not-found'],
    handle: async ({ params, call }, { catalog }) => {
      await catalog.DeleteProduct({ productId: params.product }, call);
      return undefined;
    },
  }),
  route({
    method: 'put',
    path: '/v1/skus/:sku/stock',
    summary: 'Set what nobody has taken of a SKU',
    tag,
    access: STAFF,
    changes: () => ['stock'],
    params: z.strictObject({ sku: Id }),
    body: z.strictObject({ stock: Stock, reason: Reason.default('') }),
    success: { status: 200, schema: Sku },
    errors: ['sku-not-found'],
    handle: async ({ params, body, call }, { catalog }) =>
      sku(await catalog.SetStock({ skuId: params.sku, ...body }, call)),
  }),
  route({
    method: 'post',
    path: '/v1/merchants/:merchant/product-imports',
    summary: 'Import a product CSV as Shopify exports it; answers line by line while it reads',
    tag,
    access: STAFF,
    effect: 'owner-decides',
    bodyAs: 'stream',
    bodyType: 'text/csv',
    changes: () => ['products', 'stock', 'categories'],
    params: merchantParams,
    query: z.strictObject({ currency: Currency.default('CNY') }),
    success: { status: 200, schema: importLine, type: 'application/x-ndjson' },
    errors: ['import-invalid', 'merchant-not-found', 'request-too-large'],
    handle: async ({ params, query, call, exchange }, { catalog, tokenKey }) => {
      await importProducts(exchange, catalog, { merchant: params.merchant, currency: query.currency }, call, tokenKey);
      return undefined;
    },
  }),
  route({
    method: 'get',
    path: '/v1/merchants/:merchant/products.csv',
    summary: 'Export all products as the CSV that an import reads',
    tag,
    access: STAFF,
    answerAs: 'stream',
    params: merchantParams,
    success: { status: 200, schema: z.string(), type: 'text/csv' },
    errors: ['merchant-not-found'],
    handle: async ({ params, call, exchange }, { catalog, tokenKey }) => {
      const method = services.catalog().ExportProducts;
      const request = { merchant: params.merchant };
      await sendDownload(exchange, { client: catalog.raw, method, request, call, tokenKey, name: 'products.csv' });
      return undefined;
    },
  }),
];

export const catalogRoutes: Route[] = [...readRoutes, ...writeRoutes];
