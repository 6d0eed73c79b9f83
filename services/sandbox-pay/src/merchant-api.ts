import type { Clock } from '@social/runtime/clock';
import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Charge, type ChargeRefund, refund, SandboxError, stateAt } from './domain.ts';
import { type Faults, faultRequest, type Operation } from './faults.ts';
import { isSigned } from './signing.ts';
import type { Charges } from './store.ts';

export type MerchantApiDeps = { charges: Charges; clock: Clock; faults: Faults; secret: string; publicUrl: string };

const number = z.string().min(1).max(128);
const amount = z.number().int().min(1);
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);

const chargeRequest = z.strictObject({
  outTradeNo: number,
  amount,
  currency: z.string().regex(/^[A-Z]{3}$/),
  description: z.string().max(200),
  notifyUrl: webAddress,
  returnUrl: webAddress.optional(),
  expiresAt: z.iso.datetime(),
});

const refundRequest = z.strictObject({ outRefundNo: number, outTradeNo: number, amount, reason: z.string().max(200) });

const rawBody = (request: Request): string => (Buffer.isBuffer(request.body) ? request.body.toString() : '');

/** The body as the schema wants it. Errors: 400 request-invalid. */
function parse<T extends z.ZodType>(schema: T, request: Request): z.output<T> {
  let body: unknown;
  try {
    body = JSON.parse(rawBody(request));
  } catch {
    throw new SandboxError(400, 'request-invalid', 'the body is not JSON');
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new SandboxError(400, 'request-invalid', z.prettifyError(parsed.error));
  return parsed.data;
}

const toAnswer = (charge: Charge, { clock, publicUrl }: MerchantApiDeps) => ({
  chargeId: charge._id,
  outTradeNo: charge.out_trade_no,
  state: stateAt(charge, clock.now()),
  amount: charge.amount,
  currency: charge.currency,
  refunded: charge.refunded,
  cashierUrl: `${publicUrl}/cashier/${charge._id}`,
  transactionId: charge.transaction_id,
  paidAt: charge.paid_at?.toISOString(),
});

const toRefundAnswer = (refund: ChargeRefund) => ({
  outRefundNo: refund.out_refund_no,
  amount: refund.amount,
  state: 'succeeded',
  refundedAt: refund.refunded_at.toISOString(),
});

/** Runs a call with the fault that is planned for it. */
async function withFault(
  operation: Operation,
  faults: Faults,
  response: Response,
  effect: () => Promise<unknown>,
): Promise<void> {
  const fault = faults.take(operation);
  if (fault === 'error-before') throw new SandboxError(500, 'planned-fault', 'failed on request, nothing was done');
  const answer = await effect();
  if (fault === 'error-after') throw new SandboxError(500, 'planned-fault', 'failed on request, after the effect');
  // The caller is left waiting until it hangs up.
  if (fault !== 'answer-lost') response.json(answer);
}

/** What a merchant may do, each call signed with the shared secret. */
export function merchantApi(deps: MerchantApiDeps): Router {
  const { charges, clock, faults, secret } = deps;
  const api = Router();
  api.use(express.raw({ type: () => true, limit: '32kb' }));
  api.use((request, _response, next) => {
    const signed = isSigned(
      [request.method, request.originalUrl],
      request.headers,
      rawBody(request),
      secret,
      clock.now(),
    );
    if (!signed) throw new SandboxError(401, 'signature-wrong', 'the call is not signed with the shared secret');
    next();
  });

  api.post('/charges', (request, response) => {
    const body = parse(chargeRequest, request);
    return withFault('charge', faults, response, async () =>
      toAnswer(
        await charges.create({ ...newCharge(body), traceparent: request.header('traceparent') }, clock.now()),
        deps,
      ),
    );
  });
  api.get('/charges/by-out-trade-no/:number', (request, response) =>
    withFault('query', faults, response, async () => toAnswer(await charges.getByTradeNo(request.params.number), deps)),
  );
  api.post('/refunds', (request, response) => {
    const { outTradeNo, outRefundNo, amount, reason } = parse(refundRequest, request);
    const wished = { out_refund_no: outRefundNo, amount, reason, refunded_at: clock.now() };
    return withFault('refund', faults, response, async () => {
      const { _id } = await charges.getByTradeNo(outTradeNo);
      const { charge } = await charges.change(_id, (current) => refund(current, wished));
      return toRefundAnswer(charge.refunds.find(({ out_refund_no }) => out_refund_no === outRefundNo) ?? wished);
    });
  });
  api.get('/refunds/:number', (request, response) =>
    withFault('query', faults, response, async () => toRefundAnswer(await charges.getRefund(request.params.number))),
  );
  api.post('/faults', (request, response) => {
    faults.plan(parse(faultRequest, request));
    response.status(204).end();
  });
  api.delete('/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  return api;
}

const newCharge = (body: z.output<typeof chargeRequest>) => ({
  out_trade_no: body.outTradeNo,
  amount: body.amount,
  currency: body.currency,
  description: body.description,
  notify_url: body.notifyUrl,
  return_url: body.returnUrl,
  expires_at: new Date(body.expiresAt),
});
