import { z } from 'zod';
import { type Route, route } from '../route.ts';
import { Brand, brand } from '../views/catalog.ts';
import { Id } from '../views/values.ts';
import { Slug } from './shops.ts';

const tag = 'catalog';
const brandParams = z.strictObject({ brand: Id });

const BrandInput = z.strictObject({
  slug: Slug,
  name: z.string().trim().min(1).max(100),
  logo: z.string().max(2000).default('').meta({ description: 'A picture’s address.' }),
  description: z.string().max(2000).default(''),
});

/** Brands; their products are `GET /v1/products?brandId=`. */
export const brandRoutes: Route[] = [
  route({
    method: 'get',
    path: '/v1/brands',
    summary: 'All brands',
    tag,
    access: 'optional',
    page: () => ['brands'],
    success: { status: 200, schema: z.strictObject({ items: z.array(Brand) }) },
    errors: [],
    handle: async ({ call }, { catalog }) => ({ items: (await catalog.ListBrands({}, call)).brands.map(brand) }),
  }),
  route({
    method: 'get',
    path: '/v1/brands/:brand',
    summary: 'A brand, by its id or slug',
    tag,
    access: 'optional',
    params: brandParams,
    page: () => ['brands'],
    success: { status: 200, schema: Brand },
    errors: ['brand-not-found'],
    handle: async ({ params, call }, { catalog }) => brand(await catalog.GetBrand(params, call)),
  }),
  route({
    method: 'post',
    path: '/v1/brands',
    summary: 'Add a brand',
    tag,
    access: ['operator'],
    effect: 'answer-kept',
    changes: () => ['brands'],
    body: BrandInput,
    success: { status: 201, schema: Brand },
    errors: ['brand-slug-taken', 'request-invalid'],
    handle: async ({ body, call, key }, { catalog }) =>
      brand(await catalog.CreateBrand({ ...body, request: key }, call)),
  }),
  route({
    method: 'put',
    path: '/v1/brands/:brand',
    summary: 'Replace what is said of a brand',
    tag,
    access: ['operator'],
    changes: () => ['brands'],
    params: brandParams,
    body: BrandInput,
    success: { status: 200, schema: Brand },
    errors: ['brand-not-found', 'brand-slug-taken', 'request-invalid'],
    handle: async ({ params, body, call }, { catalog }) =>
      brand(await catalog.UpdateBrand({ brandId: params.brand, ...body }, call)),
  }),
];
