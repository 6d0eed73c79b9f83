import { z } from 'zod';
import type { Platform } from '../platform.ts';
import type { RouteContext } from '../route.ts';
import { type Route, route } from '../route.ts';
import { AttributeTypeName, Category, category, Merchant, merchant } from '../views/catalog.ts';
import { Id } from '../views/values.ts';

const tag = 'catalog';

export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case words joined by hyphens')
  .max(64);
export const merchantParams = z.strictObject({ merchant: Id.meta({ description: 'Its id or slug.' }) });

/** The merchant's id, whether the path has it or the slug. Errors: merchant-not-found. */
export async function merchantIdOf(
  { params, call }: RouteContext<{ merchant: string }>,
  { catalog }: Platform,
): Promise<string> {
  return (await catalog.GetMerchant({ merchant: params.merchant }, call)).merchantId;
}

const ATTRIBUTE_TYPES = {
  text: 'ATTRIBUTE_TYPE_TEXT',
  number: 'ATTRIBUTE_TYPE_NUMBER',
  choice: 'ATTRIBUTE_TYPE_CHOICE',
} as const;

const AttributeTemplateInput = z.strictObject({
  name: z.string().trim().min(1).max(64),
  type: AttributeTypeName.default('text'),
  required: z.boolean().default(false),
  choices: z.array(z.string().trim().min(1).max(500)).max(100).default([]),
});

/** Merchants and the tree of categories. */
export const shopRoutes: Route[] = [
  route({
    method: 'get',
    path: '/v1/merchants',
    summary: 'All merchants',
    tag,
    access: 'optional',
    page: () => ['merchants'],
    success: { status: 200, schema: z.strictObject({ items: z.array(Merchant) }) },
    errors: [],
    handle: async ({ call }, { catalog }) => {
      const { merchants } = await catalog.ListMerchants({}, call);
      return { items: merchants.map(merchant) };
    },
  }),
  route({
    method: 'post',
    path: '/v1/merchants',
    summary: 'Admit a merchant',
    tag,
    access: ['operator'],
    effect: 'answer-kept',
    changes: () => ['merchants'],
    body: z.strictObject({
      slug: Slug,
      name: z.string().trim().min(1).max(100),
      description: z.string().max(2000).default(''),
      city: z.string().max(50).default(''),
      trusted: z.boolean().default(false).meta({ description: 'Its goods are seen without a review.' }),
    }),
    success: { status: 201, schema: Merchant },
    errors: ['merchant-slug-taken'],
    handle: async ({ body, call, key }, { catalog }) =>
      merchant(await catalog.CreateMerchant({ ...body, request: key }, call)),
  }),
  route({
    method: 'put',
    path: '/v1/merchants/:merchant/trusted',
    summary: 'Say whether a merchant’s goods are seen without a review; what waits for one goes on waiting',
    tag,
    access: ['operator'],
    changes: () => ['merchants'],
    params: merchantParams,
    body: z.strictObject({ trusted: z.boolean() }),
    success: { status: 200, schema: Merchant },
    errors: ['merchant-not-found'],
    handle: async ({ params, body, call }, { catalog }) =>
      merchant(await catalog.SetMerchantTrusted({ ...params, ...body }, call)),
  }),
  route({
    method: 'get',
    path: '/v1/merchants/:merchant',
    summary: 'A merchant',
    tag,
    access: 'optional',
    params: merchantParams,
    page: () => ['merchants'],
    success: { status: 200, schema: Merchant },
    errors: ['merchant-not-found'],
    handle: async ({ params, call }, { catalog }) =>
      merchant(await catalog.GetMerchant({ merchant: params.merchant }, call)),
  }),
  route({
    method: 'get',
    path: '/v1/categories',
    summary: 'The tree of categories, parents before children',
    tag,
    access: 'optional',
    page: () => ['categories'],
    success: { status: 200, schema: z.strictObject({ items: z.array(Category) }) },
    errors: [],
    handle: async ({ call }, { catalog }) => {
      const { categories } = await catalog.ListCategories({}, call);
      return { items: categories.map(category) };
    },
  }),
  route({
    method: 'post',
    path: '/v1/categories',
    summary: 'Add a category',
    tag,
    access: ['operator'],
    effect: 'answer-kept',
    changes: () => ['categories'],
    body: z.strictObject({ slug: Slug, name: z.string().trim().min(1).max(100), parentId: Id.optional() }),
    success: { status: 201, schema: Category },
    errors: ['category-slug-taken', 'category-not-found'],
    handle: async ({ body, call, key }, { catalog }) =>
      category(await catalog.CreateCategory({ ...body, request: key }, call)),
  }),
  route({
    method: 'put',
    path: '/v1/categories/:category/attributes',
    summary: 'Say what products of a category and below it tell of themselves',
    tag,
    access: ['operator'],
    changes: () => ['categories'],
    params: z.strictObject({ category: Id }),
    body: z.strictObject({ attributes: z.array(AttributeTemplateInput).max(50) }),
    success: { status: 200, schema: Category },
    errors: ['category-not-found', 'request-invalid'],
    handle: async ({ params, body, call }, { catalog }) => {
      const attributes = body.attributes.map(({ type, ...rest }) => ({ ...rest, type: ATTRIBUTE_TYPES[type] }));
      return category(await catalog.SetCategoryAttributes({ categoryId: params.category, attributes }, call));
    },
  }),
];
