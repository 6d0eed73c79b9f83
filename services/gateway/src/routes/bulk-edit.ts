import type { EditResult__Output } from '@social/contracts/generated/social/catalog/v1/EditResult';
import type { ProductEdit } from '@social/contracts/generated/social/catalog/v1/ProductEdit';
import { z } from 'zod';
import { type Route, route } from '../route.ts';
import { Amount, Id, optional } from '../views/values.ts';
import { STAFF } from './catalog.ts';
import { merchantIdOf, merchantParams } from './shops.ts';

const tags = z.array(z.string().trim().min(1).max(255)).max(250).default([]);
const BODY_LIMIT = 1024 * 1024;

const Price = z
  .strictObject({
    skuId: Id.optional().meta({ description: 'Absent: every SKU of the product.' }),
    amount: Amount.optional(),
    basisPoints: z
      .int()
      .min(-9999)
      .max(100_000)
      .optional()
      .meta({ description: 'Hundredths of a percent: -1500 takes 15 % off. Half a minor unit is rounded up.' }),
  })
  .refine(({ amount, basisPoints }) => (amount === undefined) !== (basisPoints === undefined), {
    error: 'either an amount or a change in basis points',
  });

const Edit = z.strictObject({
  productId: Id,
  version: z.int().min(1).max(2_147_483_647).optional().meta({ description: 'The one that was read; absent: any.' }),
  prices: z.array(Price).max(250).default([]),
  onSale: z.boolean().optional(),
  addTags: tags,
  removeTags: tags,
  categoryId: Id.optional(),
});

const Result = z
  .strictObject({
    productId: z.string(),
    version: z.int().optional().meta({ description: 'The product’s, once the edit was applied.' }),
    code: z.string().optional().meta({ description: 'Why it was refused; absent when it was applied.' }),
    detail: z.string().optional(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'EditResult' });

const result = (from: EditResult__Output): z.output<typeof Result> => ({
  productId: from.productId,
  version: optional(from.version),
  code: optional(from.code),
  detail: optional(from.detail),
  errors: from.errors.length > 0 ? from.errors.map((error) => ({ ...error })) : undefined,
});

const saleOf = (onSale: boolean | undefined): ProductEdit['sale'] => {
  if (onSale === undefined) return 'SALE_CHANGE_UNSPECIFIED';

  return onSale ? 'SALE_CHANGE_ON' : 'SALE_CHANGE_OFF';
};

/** Many products at once. */
export const bulkEditRoutes: Route[] = [
  route({
    method: 'post',
    path: '/v1/merchants/:merchant/products/bulk',
    summary: 'Edit up to 500 products; each has a result of its own, and one that is refused stops no other',
    tag: 'catalog',
    access: STAFF,
    effect: 'owner-decides',
    // Any of its pages may be another now.
    changes: () => ['products', 'stock'],
    params: merchantParams,
    body: z.strictObject({ edits: z.array(Edit).min(1).max(500) }),
    bodyLimit: BODY_LIMIT,
    success: { status: 200, schema: z.strictObject({ results: z.array(Result) }) },
    errors: ['merchant-not-found', 'request-invalid'],
    handle: async (context, platform) => {
      const { body, call, key } = context;
      const merchantId = await merchantIdOf(context, platform);
      const edits = body.edits.map(({ onSale, ...edit }) => ({ ...edit, sale: saleOf(onSale) }));
      const options = { ...call, timeoutMs: 30_000 };
      const { results } = await platform.catalog.EditProducts({ merchantId, edits, request: key }, options);
      return { results: results.map(result) };
    },
  }),
];
