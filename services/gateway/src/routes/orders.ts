import { z } from 'zod';
import { type Route, route } from '../route.ts';
import { Order, OrderStateName, order, orderState } from '../views/orders.ts';
import { Preview, preview } from '../views/prices.ts';
import { Amount, Id, Money, page, pageOf, pageQuery } from '../views/values.ts';
import { merchantIdOf, merchantParams } from './shops.ts';

const tag = 'orders';
const STAFF = ['merchant-staff', 'operator'] as const;

const orderParams = z.strictObject({ order: Id });
const State = OrderStateName.exclude(['unspecified']).optional();
const Line = z.strictObject({ skuId: Id, quantity: z.int().min(1).max(999) });
const Cart = z.strictObject({ lines: z.array(Line).min(1).max(50), addressId: Id });
const CART_ERRORS = [
  'address-not-found',
  'sku-not-found',
  'quantity-invalid',
  'currency-mixed',
  'area-not-served',
] as const;

const listRoutes: Route[] = [
  route({
    method: 'get',
    path: '/v1/orders',
    summary: 'My orders, newest first',
    tag,
    access: 'user',
    query: z.strictObject({ state: State, ...pageQuery }),
    success: { status: 200, schema: pageOf(Order) },
    errors: ['cursor-invalid'],
    handle: async ({ query, call }, { orders }) => {
      const answer = await orders.ListOrders({ ...query, state: orderState(query.state) }, call);
      return page(answer.orders.map(order), answer.nextCursor);
    },
  }),
  route({
    method: 'get',
    path: '/v1/merchants/:merchant/orders',
    summary: "A merchant's orders, newest first",
    tag,
    access: STAFF,
    params: merchantParams,
    query: z.strictObject({ state: State, activityId: Id.optional(), ...pageQuery }),
    success: { status: 200, schema: pageOf(Order) },
    errors: ['merchant-not-found', 'cursor-invalid'],
    handle: async (context, platform) => {
      const { query, call } = context;
      const merchantId = await merchantIdOf(context, platform);
      const asked = { ...query, merchantId, state: orderState(query.state) };
      const answer = await platform.orders.ListOrders(asked, call);
      return page(answer.orders.map(order), answer.nextCursor);
    },
  }),
];

type Deed = 'CancelOrder' | 'ExtendReceipt' | 'ConfirmReceipt';

/** What a buyer does to an order of theirs with no more than its id; `changed`: tags of the pages that this changes. */
const buyersDeed = (name: string, summary: string, deed: Deed, changed?: string[]): Route =>
  route({
    method: 'post',
    path: `/v1/orders/:order/${name}`,
    summary,
    tag,
    access: 'user',
    effect: 'answer-kept',
    ...(changed ? { changes: () => changed } : {}),
    params: orderParams,
    success: { status: 200, schema: Order },
    errors: ['order-not-found', 'order-transition-refused'],
    handle: async ({ params, call, key }, { orders }) =>
      order(await orders[deed]({ orderId: params.order, request: key }, call)),
  });

const buyerRoutes: Route[] = [
  route({
    method: 'post',
    path: '/v1/orders/preview',
    summary: 'What a cart costs now, and why; nothing is taken or kept',
    tag,
    access: 'user',
    body: Cart,
    success: { status: 200, schema: Preview },
    errors: CART_ERRORS,
    handle: async ({ body, call }, { orders }) => preview(await orders.PreviewOrders(body, call)),
  }),
  route({
    method: 'post',
    path: '/v1/orders',
    summary: 'Check a cart out: one order a merchant',
    tag,
    access: 'user',
    effect: 'answer-kept',
    changes: () => ['stock'],
    body: Cart.extend({
      expectedTotal: Money.optional().meta({
        description: 'What the preview said; refused when it costs something else now.',
      }),
    }),
    success: { status: 201, schema: z.strictObject({ checkoutId: z.string(), orders: z.array(Order) }) },
    errors: [...CART_ERRORS, 'out-of-stock', 'price-changed'],
    handle: async ({ body, call, key }, { orders }) => {
      const placed = await orders.PlaceOrders({ ...body, request: key }, call);
      return { checkoutId: placed.checkoutId, orders: placed.orders.map(order) };
    },
  }),
  route({
    method: 'get',
    path: '/v1/orders/:order',
    summary: 'An order of mine, or of the merchant I work for',
    tag,
    access: 'user',
    params: orderParams,
    success: { status: 200, schema: Order },
    errors: ['order-not-found'],
    handle: async ({ params, call }, { orders }) => order(await orders.GetOrder({ orderId: params.order }, call)),
  }),
  buyersDeed('cancel', 'Cancel an order before paying', 'CancelOrder', ['stock']),
  buyersDeed('extend-receipt', 'Ask for more time until receipt is taken for granted, once', 'ExtendReceipt'),
  buyersDeed('confirm', 'Confirm that the parcel has come', 'ConfirmReceipt'),
];

const merchantRoutes: Route[] = [
  route({
    method: 'post',
    path: '/v1/orders/:order/price',
    summary: 'Agree on another total before it is paid',
    tag,
    access: STAFF,
    effect: 'answer-kept',
    params: orderParams,
    body: z.strictObject({ totalAmount: Amount.min(1).meta({ description: 'Freight included.' }) }),
    success: { status: 200, schema: Order },
    errors: ['order-not-found', 'order-transition-refused'],
    handle: async ({ params, body, call, key }, { orders }) =>
      order(await orders.AdjustPrice({ orderId: params.order, ...body, request: key }, call)),
  }),
  route({
    method: 'post',
    path: '/v1/orders/:order/ship',
    summary: 'Hand an order to a carrier',
    tag,
    access: STAFF,
    effect: 'answer-kept',
    params: orderParams,
    body: z.strictObject({
      carrier: z.string().trim().min(1).max(50),
      trackingNumber: z.string().trim().min(1).max(64),
    }),
    success: { status: 200, schema: Order },
    errors: ['order-not-found', 'order-transition-refused'],
    handle: async ({ params, body, call, key }, { orders }) =>
      order(await orders.ShipOrder({ orderId: params.order, ...body, request: key }, call)),
  }),
];

export const orderRoutes: Route[] = [...listRoutes, ...buyerRoutes, ...merchantRoutes];
