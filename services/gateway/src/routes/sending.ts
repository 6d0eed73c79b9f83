import { z } from 'zod';
import { type Route, route } from '../route.ts';
import { Order, order, PickUpPoint } from '../views/orders.ts';
import { Id } from '../views/values.ts';
import { headersFor } from './notifications.ts';
import { merchantIdOf, merchantParams } from './shops.ts';

const tag = 'orders';
const STAFF = ['merchant-staff', 'operator'] as const;

const orderParams = z.strictObject({ order: Id });
const Points = z.strictObject({ points: z.array(PickUpPoint).max(50) });

/** How goods get to their buyers: parcels, what carriers tell of them, and what is picked up. */
export const sendingRoutes: Route[] = [
  route({
    method: 'post',
    path: '/v1/orders/:order/ship',
    summary: 'Hand a parcel to a carrier: all that is left of an order, or some of it',
    tag,
    access: STAFF,
    effect: 'answer-kept',
    params: orderParams,
    body: z.strictObject({
      carrier: z.string().trim().min(1).max(50).meta({ description: 'One that the platform knows, or any name.' }),
      trackingNumber: z
        .string()
        .trim()
        .min(1)
        .max(64)
        .optional()
        .meta({ description: 'Absent: the carrier gives one, and tells where the parcel is.' }),
      lines: z
        .array(z.strictObject({ skuId: Id, quantity: z.int().min(1).max(999) }))
        .min(1)
        .max(50)
        .optional()
        .meta({ description: 'Absent: all that is left to send.' }),
    }),
    success: { status: 200, schema: Order },
    errors: ['order-not-found', 'order-archived', 'order-transition-refused', 'parcel-invalid', 'carrier-unknown'],
    handle: async ({ params, body, call, key }, { orders }) =>
      order(await orders.ShipOrder({ orderId: params.order, ...body, request: key }, call)),
  }),
  route({
    method: 'post',
    path: '/v1/carriers/:carrier/callbacks',
    summary: "A carrier's signed notification, passed on byte for byte",
    tag,
    inMaintenance: 'served',
    access: 'none',
    bodyAs: 'bytes',
    body: z.instanceof(Buffer),
    params: z.strictObject({ carrier: Id }),
    success: { status: 204 },
    errors: ['callback-signature-wrong', 'callback-malformed', 'order-not-found', 'carrier-unknown'],
    handle: async ({ params, body, call, exchange }, { orders }) => {
      const headers = headersFor(exchange.request.headers);
      await orders.HandleCarrierCallback({ carrier: params.carrier, headers, body }, call);
      return undefined;
    },
  }),
  route({
    method: 'post',
    path: '/v1/orders/:order/hand-over',
    summary: 'Hand goods over at the counter to whoever shows the code',
    tag,
    access: STAFF,
    effect: 'answer-kept',
    params: orderParams,
    body: z.strictObject({ code: z.string().regex(/^\d{8}$/) }),
    success: { status: 200, schema: Order },
    errors: [
      'order-not-found',
      'order-archived',
      'order-transition-refused',
      'pick-up-code-wrong',
      'pick-up-code-locked',
    ],
    handle: async ({ params, body, call, key }, { orders }) =>
      order(await orders.HandOver({ orderId: params.order, ...body, request: key }, call)),
  }),
  route({
    method: 'get',
    path: '/v1/merchants/:merchant/pick-up-points',
    summary: "Where a merchant's goods can be picked up",
    tag,
    access: 'optional',
    params: merchantParams,
    success: { status: 200, schema: Points },
    errors: ['merchant-not-found'],
    handle: async (context, platform) => {
      const merchantId = await merchantIdOf(context, platform);
      return pointsOf(await platform.orders.GetPickUpPoints({ merchantId }, context.call));
    },
  }),
  route({
    method: 'put',
    path: '/v1/merchants/:merchant/pick-up-points',
    summary: 'Say where goods can be picked up; holds for new orders',
    tag,
    access: STAFF,
    params: merchantParams,
    body: Points,
    success: { status: 200, schema: Points },
    errors: ['merchant-not-found', 'pick-up-invalid'],
    handle: async (context, platform) => {
      const merchantId = await merchantIdOf(context, platform);
      const points = { merchantId, ...context.body };
      return pointsOf(await platform.orders.SetPickUpPoints({ points }, context.call));
    },
  }),
];

const pointsOf = ({ points }: { points: z.output<typeof PickUpPoint>[] }) => ({ points });
