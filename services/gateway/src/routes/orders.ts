import type { PlaceOrdersResponse__Output } from '@social/contracts/generated/social/orders/v1/PlaceOrdersResponse';
import { services } from '@social/rpc/proto';
import { toTimestamp } from '@social/rpc/time';
import { z } from 'zod';
import { sendDownload } from '../downloads.ts';
import { type Route, route } from '../route.ts';
import { Order, OrderStateName, order, orderState } from '../views/orders.ts';
import { Preview, preview } from '../views/prices.ts';
import { Amount, Id, Instant, Money, money, page, pageOf, pageQuery } from '../views/values.ts';
import { sendingRoutes } from './sending.ts';
import { merchantIdOf, merchantParams } from './shops.ts';

const tag = 'orders';
const STAFF = ['merchant-staff', 'operator'] as const;

const orderParams = z.strictObject({ order: Id });
const State = OrderStateName.exclude(['unspecified']).optional();
const Line = z.strictObject({ skuId: Id, quantity: z.int().min(1).max(999) });
const Wish = z.strictObject({
  merchantId: Id,
  remark: z.string().trim().max(200).optional().meta({ description: 'For the merchant.' }),
  pickUpPoint: Id.optional().meta({ description: 'Where it is picked up; absent: it is sent.' }),
});
/** How what a cart holds is to come to its buyer. */
export const Delivery = z.strictObject({
  addressId: Id.optional().meta({ description: 'May be absent where all is picked up.' }),
  wishes: z.array(Wish).max(50).optional().meta({ description: 'What is wished of single merchants.' }),
});
const Cart = z.strictObject({ lines: z.array(Line).min(1).max(50), ...Delivery.shape });
/** Refusals of whoever asks what a cart costs, or orders it. */
export const CART_ERRORS = [
  'address-not-found',
  'pick-up-point-unknown',
  'sku-not-found',
  'quantity-invalid',
  'currency-mixed',
  'area-not-served',
] as const;

export const ExpectedTotal = Money.optional().meta({
  description: 'What the preview said; refused when it costs something else now.',
});
export const Placed = z.strictObject({ checkoutId: z.string(), orders: z.array(Order) });
export const placed = (from: PlaceOrdersResponse__Output): z.output<typeof Placed> => ({
  checkoutId: from.checkoutId,
  orders: from.orders.map(order),
});

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

const exportRoute = route({
  method: 'get',
  path: '/v1/merchants/:merchant/orders.csv',
  summary: "A merchant's orders as a CSV, a row for each of their lines, newest first",
  tag,
  access: STAFF,
  answerAs: 'stream',
  params: merchantParams,
  query: z.strictObject({
    state: State,
    from: Instant.optional().meta({ description: 'Placed at or after.' }),
    to: Instant.optional().meta({ description: 'Placed before.' }),
  }),
  success: { status: 200, schema: z.string(), type: 'text/csv' },
  errors: ['merchant-not-found'],
  handle: async (context, platform) => {
    const { query, call, exchange } = context;
    const { orders, tokenKey } = platform;
    const merchantId = await merchantIdOf(context, platform);
    const [from, to] = [query.from, query.to].map((time) => toTimestamp(time ? new Date(time) : undefined));
    const request = { merchantId, state: orderState(query.state), from, to };
    const method = services.orders().ExportOrders;
    await sendDownload(exchange, { client: orders.raw, method, request, call, tokenKey, name: 'orders.csv' });
    return undefined;
  },
});

type Deed = 'CancelOrder' | 'ExtendReceipt' | 'ConfirmReceipt' | 'RenewPickUpCode';

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
    errors: ['order-not-found', 'order-archived', 'order-transition-refused'],
    handle: async ({ params, call, key }, { orders }) =>
      order(await orders[deed]({ orderId: params.order, request: key }, call)),
  });

const buyerRoutes: Route[] = [
  route({
    method: 'post',
    path: '/v1/orders/preview',
    inMaintenance: 'served',
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
    effect: 'owner-answers',
    changes: () => ['stock'],
    body: Cart.extend({ expectedTotal: ExpectedTotal }),
    success: { status: 201, schema: Placed },
    errors: [...CART_ERRORS, 'out-of-stock', 'price-changed'],
    handle: async ({ body, call, key }, { orders }) =>
      placed(await orders.PlaceOrders({ ...body, request: key }, call)),
  }),
  route({
    method: 'get',
    path: '/v1/orders/:order',
    summary: 'An order of mine, or of the merchant I work for',
    tag,
    access: 'user',
    params: orderParams,
    success: { status: 200, schema: Order },
    errors: ['order-not-found', 'order-archived'],
    handle: async ({ params, call }, { orders }) => order(await orders.GetOrder({ orderId: params.order }, call)),
  }),
  route({
    method: 'get',
    path: '/v1/orders/:order/checkout',
    summary: 'The orders that were checked out together with this one, and what they come to',
    tag,
    access: 'user',
    params: orderParams,
    success: {
      status: 200,
      schema: z.strictObject({ checkoutId: z.string(), orders: z.array(Order), total: Money }),
    },
    errors: ['order-not-found', 'order-archived'],
    handle: async ({ params, call }, { orders }) => {
      const { checkoutId, orders: together, total } = await orders.GetCheckout({ orderId: params.order }, call);
      return { checkoutId, orders: together.map(order), total: money(total) };
    },
  }),
  route({
    method: 'delete',
    path: '/v1/orders/:order',
    summary: 'See an order no more that is over; its merchant keeps it',
    tag,
    access: 'user',
    params: orderParams,
    success: { status: 204 },
    errors: ['order-not-found', 'order-archived', 'order-transition-refused'],
    handle: async ({ params, call }, { orders }) => {
      await orders.HideOrder({ orderId: params.order }, call);
      return undefined;
    },
  }),
  route({
    method: 'put',
    path: '/v1/orders/:order/remark',
    summary: 'Tell the merchant something, before all is sent',
    tag,
    access: 'user',
    params: orderParams,
    body: z.strictObject({ remark: z.string().trim().max(200) }),
    success: { status: 200, schema: Order },
    errors: ['order-not-found', 'order-archived', 'order-transition-refused'],
    handle: async ({ params, body, call }, { orders }) =>
      order(await orders.SetRemark({ orderId: params.order, ...body }, call)),
  }),
  route({
    method: 'put',
    path: '/v1/orders/:order/address',
    summary: 'Have it sent to another address of mine, to which sending costs the same, before anything is sent',
    tag,
    access: 'user',
    params: orderParams,
    body: z.strictObject({ addressId: Id }),
    success: { status: 200, schema: Order },
    errors: [
      'order-not-found',
      'order-archived',
      'order-transition-refused',
      'address-not-found',
      'area-not-served',
      'freight-differs',
    ],
    handle: async ({ params, body, call }, { orders }) =>
      order(await orders.ChangeAddress({ orderId: params.order, ...body }, call)),
  }),
  buyersDeed('pick-up-code', 'Get another code to pick it up with', 'RenewPickUpCode'),
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
    errors: ['order-not-found', 'order-archived', 'order-transition-refused'],
    handle: async ({ params, body, call, key }, { orders }) =>
      order(await orders.AdjustPrice({ orderId: params.order, ...body, request: key }, call)),
  }),
  route({
    method: 'put',
    path: '/v1/orders/:order/note',
    summary: 'Note something down on an order; its buyer never sees it',
    tag,
    access: STAFF,
    params: orderParams,
    body: z.strictObject({ note: z.string().trim().max(500) }),
    success: { status: 200, schema: Order },
    errors: ['order-not-found', 'order-archived', 'order-transition-refused'],
    handle: async ({ params, body, call }, { orders }) =>
      order(await orders.SetNote({ orderId: params.order, ...body }, call)),
  }),
];

export const orderRoutes: Route[] = [...listRoutes, exportRoute, ...buyerRoutes, ...merchantRoutes, ...sendingRoutes];
