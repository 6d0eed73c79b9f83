import { toTimestamp } from '@social/rpc/time';
import { z } from 'zod';
import { type Route, route } from '../route.ts';
import { Balance, Payment, payment } from '../views/payments.ts';
import { Id, Instant } from '../views/values.ts';
import { headersFor } from './notifications.ts';

const tag = 'payments';

const timestampOf = (text: string | undefined) => toTimestamp(text === undefined ? undefined : new Date(text));

export const paymentRoutes: Route[] = [
  route({
    method: 'post',
    path: '/v1/payments',
    summary: 'Start to pay one or more of my orders',
    tag,
    access: 'user',
    effect: 'answer-kept',
    body: z.strictObject({
      orderIds: z.array(Id).min(1).max(50),
      provider: Id.default('sandbox'),
      returnUrl: z
        .url({ protocol: /^https?$/ })
        .max(2048)
        .optional(),
    }),
    success: { status: 201, schema: Payment },
    errors: ['order-not-found', 'order-not-payable', 'provider-unknown', 'provider-unavailable', 'currency-mixed'],
    handle: async ({ body, call, key }, { payments }) =>
      payment(await payments.CreateIntent({ ...body, request: key }, { ...call, timeoutMs: 8000 })),
  }),
  route({
    method: 'get',
    path: '/v1/payments/:payment',
    summary: 'A payment of mine',
    tag,
    access: 'user',
    params: z.strictObject({ payment: Id }),
    success: { status: 200, schema: Payment },
    errors: ['payment-not-found'],
    handle: async ({ params, call }, { payments }) =>
      payment(await payments.GetIntent({ paymentId: params.payment }, call)),
  }),
  route({
    method: 'post',
    path: '/v1/payments/callbacks/:provider',
    summary: "A payment provider's signed notification, passed on byte for byte",
    tag,
    inMaintenance: 'served',
    access: 'none',
    bodyAs: 'bytes',
    body: z.instanceof(Buffer),
    params: z.strictObject({ provider: Id }),
    success: { status: 204 },
    errors: [
      'callback-signature-wrong',
      'callback-malformed',
      'callback-amount-wrong',
      'payment-not-found',
      'provider-unknown',
    ],
    handle: async ({ params, body, call, exchange }, { payments }) => {
      const headers = headersFor(exchange.request.headers);
      await payments.HandleCallback({ provider: params.provider, headers, body }, call);
      return undefined;
    },
  }),
  route({
    method: 'get',
    path: '/v1/balance',
    summary: 'Captured, refunded and still to be refunded',
    tag,
    access: ['operator'],
    query: z.strictObject({
      from: Instant.optional(),
      to: Instant.optional(),
      orderIds: z
        .string()
        .max(8192)
        .transform((text) => text.split(','))
        .meta({ override: { type: 'string', description: 'Order ids, comma-separated; absent: all.' } })
        .optional(),
    }),
    success: { status: 200, schema: Balance },
    errors: [],
    handle: async ({ query, call }, { payments }) => {
      const { from, to, orderIds } = query;
      const sums = await payments.GetBalance({ from: timestampOf(from), to: timestampOf(to), orderIds }, call);
      const { captured, refunded, refundsPending, currency } = sums;
      return {
        captured: { amount: captured, currency },
        refunded: { amount: refunded, currency },
        refundsPending: { amount: refundsPending, currency },
      };
    },
  }),
];
