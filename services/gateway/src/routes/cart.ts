import type { LineSelection } from '@social/contracts/generated/social/orders/v1/LineSelection';
import { z } from 'zod';
import { type Route, type RouteContext, route } from '../route.ts';
import { Cart, cart } from '../views/cart.ts';
import { Preview, preview } from '../views/prices.ts';
import { Id } from '../views/values.ts';
import { CART_ERRORS, Delivery, ExpectedTotal, Placed, placed } from './orders.ts';

const tag = 'cart';

/** A page of ours sends its cookie instead, and X-CSRF: 1; it gets it in its first answer. */
const headers = {
  'x-guest': z.string().optional().meta({
    description: 'The guest token of an app, from the X-Guest header of its first answer; also once after log-in.',
  }),
};
const GUEST_ERRORS = ['guest-token-invalid', 'csrf-refused'] as const;
/** What is the same for all that guests may do with a cart. */
const forGuests = { tag, access: 'optional', guests: true, headers } as const;
const forUsers = { tag, access: 'user', guests: true, headers } as const;

const lineParams = z.strictObject({ sku: Id });
const Quantity = z.int().min(1).max(999);

const tokenOf = ({ visitor }: RouteContext): { guestToken: string } => ({ guestToken: visitor?.token ?? '' });
const selection = (selected: boolean | undefined): LineSelection | undefined =>
  selected === undefined ? undefined : selected ? 'LINE_SELECTION_SELECTED' : 'LINE_SELECTION_NOT_SELECTED';

const lineRoutes: Route[] = [
  route({
    ...forGuests,
    method: 'post',
    path: '/v1/cart/lines',
    summary: 'Put something into my cart; of what is in there already there is more then',
    effect: 'owner-decides',
    body: z.strictObject({ skuId: Id, quantity: Quantity.default(1) }),
    success: { status: 200, schema: Cart },
    errors: ['sku-not-found', 'quantity-invalid', 'cart-full', ...GUEST_ERRORS],
    handle: async (context, { carts }) => {
      const { body, call, key } = context;
      return cart(await carts.AddLine({ ...tokenOf(context), ...body, request: key }, call));
    },
  }),
  route({
    ...forGuests,
    method: 'patch',
    path: '/v1/cart/lines/:sku',
    summary: 'Change how many of a line I want, or whether I select it',
    params: lineParams,
    body: z
      .strictObject({ quantity: Quantity.optional(), selected: z.boolean().optional() })
      .refine(({ quantity, selected }) => quantity !== undefined || selected !== undefined, 'say what is to change'),
    success: { status: 200, schema: Cart },
    errors: ['cart-line-not-found', ...GUEST_ERRORS],
    handle: async (context, { carts }) => {
      const { params, body, call } = context;
      const to = { quantity: body.quantity, selection: selection(body.selected) };
      return cart(await carts.ChangeLine({ ...tokenOf(context), skuId: params.sku, ...to }, call));
    },
  }),
  route({
    ...forGuests,
    method: 'delete',
    path: '/v1/cart/lines/:sku',
    summary: 'Take a line out of my cart',
    params: lineParams,
    success: { status: 200, schema: Cart },
    errors: ['cart-line-not-found', ...GUEST_ERRORS],
    handle: async (context, { carts }) =>
      cart(await carts.RemoveLine({ ...tokenOf(context), skuId: context.params.sku }, context.call)),
  }),
];

const wholeRoutes: Route[] = [
  route({
    ...forGuests,
    method: 'get',
    path: '/v1/cart',
    summary: 'My cart, with what is no longer as it was when I put it in',
    success: { status: 200, schema: Cart },
    errors: [...GUEST_ERRORS],
    handle: async (context, { carts }) => cart(await carts.GetCart(tokenOf(context), context.call)),
  }),
  route({
    ...forGuests,
    method: 'post',
    path: '/v1/cart/select',
    summary: 'Select all lines that can be bought, or none; of one merchant, or of all',
    effect: 'owner-decides',
    body: z.strictObject({ selected: z.boolean(), merchantId: Id.optional() }),
    success: { status: 200, schema: Cart },
    errors: ['cart-line-not-found', ...GUEST_ERRORS],
    handle: async (context, { carts }) => {
      const { body, call, key } = context;
      const to = { selection: selection(body.selected), merchantId: body.merchantId };
      return cart(await carts.SelectLines({ ...tokenOf(context), ...to, request: key }, call));
    },
  }),
  route({
    ...forGuests,
    method: 'delete',
    path: '/v1/cart',
    summary: 'Empty my cart',
    success: { status: 200, schema: Cart },
    errors: [...GUEST_ERRORS],
    handle: async (context, { carts }) => cart(await carts.ClearCart(tokenOf(context), context.call)),
  }),
];

const buyingRoutes: Route[] = [
  route({
    ...forUsers,
    method: 'post',
    path: '/v1/cart/preview',
    inMaintenance: 'served',
    summary: 'What the selected lines cost now, and why; nothing is taken or kept',
    body: Delivery,
    success: { status: 200, schema: Preview },
    errors: ['selection-invalid', ...CART_ERRORS, ...GUEST_ERRORS],
    handle: async (context, { carts }) =>
      preview(await carts.PreviewCart({ ...tokenOf(context), ...context.body }, context.call)),
  }),
  route({
    ...forUsers,
    method: 'post',
    path: '/v1/cart/checkout',
    summary: 'Order the selected lines: one order a merchant. They leave the cart',
    effect: 'answer-kept',
    changes: () => ['stock'],
    body: Delivery.extend({ expectedTotal: ExpectedTotal }),
    success: { status: 201, schema: Placed },
    errors: [
      ...(['selection-invalid', 'checkout-in-progress'] as const),
      ...CART_ERRORS,
      ...(['out-of-stock', 'price-changed'] as const),
      ...GUEST_ERRORS,
    ],
    handle: async (context, { carts }) => {
      const { body, call, key } = context;
      return placed(await carts.CheckOut({ ...tokenOf(context), ...body, request: key }, call));
    },
  }),
];

/** What I mean to buy. A guest's cart moves into the person's with the first of these that they ask when they have logged in. */
export const cartRoutes: Route[] = [...wholeRoutes, ...lineRoutes, ...buyingRoutes];
