import type { Product__Output } from '@social/contracts/generated/social/catalog/v1/Product';
import type { CallOptions } from '@social/rpc/client';
import { z } from 'zod';
import type { Clients } from '../platform.ts';
import { type Route, route } from '../route.ts';
import { Product, product } from '../views/catalog.ts';
import { productPages, productParams, STAFF } from './catalog.ts';

const version = z.int().min(0).max(2_147_483_647).meta({ description: 'The one that was looked at.' });
const reason = z.string().trim().min(1).max(500).meta({ description: 'Told to its merchant.' });

type Asked<B extends z.ZodType> = { productId: string; body: z.output<B> };
type Spec<B extends z.ZodType> = {
  name: string;
  summary: string;
  access: Route['access'];
  body: B;
  deed: (catalog: Clients['catalog'], asked: Asked<B>, call: CallOptions) => Promise<Product__Output>;
};

/** One step of a product on its way to shoppers. */
const stepRoute = <B extends z.ZodType>({ name, summary, access, body: schema, deed }: Spec<B>): Route =>
  route({
    method: 'post',
    path: `/v1/products/:product/${name}`,
    summary,
    tag: 'catalog',
    access,
    effect: 'answer-kept',
    changes: productPages,
    params: productParams,
    body: schema,
    success: { status: 200, schema: Product },
    errors: ['product-not-found', 'publication-refused', 'version-conflict', 'product-invalid'],
    handle: async ({ params, body, call }, { catalog }) =>
      product(await deed(catalog, { productId: params.product, body }, call)),
  });

const nothing = z.strictObject({});

/** The way of products to their shoppers: the merchant's staff submit, operators decide. */
export const publicationRoutes: Route[] = [
  stepRoute({
    name: 'submit',
    summary: 'Ask for a product to be published; staff of trusted merchants and operators publish a draft at once',
    access: STAFF,
    body: nothing,
    deed: (catalog, { productId }, call) => catalog.SubmitProduct({ productId }, call),
  }),
  stepRoute({
    name: 'withdraw',
    summary: 'Take a product back from review',
    access: STAFF,
    body: nothing,
    deed: (catalog, { productId }, call) => catalog.WithdrawProduct({ productId }, call),
  }),
  stepRoute({
    name: 'approve',
    summary: 'Publish what was submitted',
    access: ['operator'],
    body: z.strictObject({ version }),
    deed: (catalog, { productId, body }, call) => catalog.ApproveProduct({ productId, ...body }, call),
  }),
  stepRoute({
    name: 'reject',
    summary: 'Refuse what was submitted; words that were approved before are still seen',
    access: ['operator'],
    body: z.strictObject({ version, reason }),
    deed: (catalog, { productId, body }, call) => catalog.RejectProduct({ productId, ...body }, call),
  }),
  stepRoute({
    name: 'take-down',
    summary: 'Take a product from sight, whatever was approved of it',
    access: ['operator'],
    body: z.strictObject({ reason }),
    deed: (catalog, { productId, body }, call) => catalog.TakeDownProduct({ productId, ...body }, call),
  }),
];
