import type { Clock } from '@social/runtime/clock';
import { type Faults, withFault } from '@social/sandbox/faults';
import { parseBody, signedApi } from '@social/sandbox/signed-api';
import type { Router } from 'express';
import { z } from 'zod';
import { type Charge, type ChargeRefund, refund, stateAt } from './domain.ts';
import type { Charges } from './store.ts';

/** The merchant's calls that may be planned to go wrong. */
export const OPERATIONS = ['charge', 'refund', 'query'] as const;

export type MerchantApiDeps = {
  charges: Charges;
  clock: Clock;
  faults: Faults<(typeof OPERATIONS)[number]>;
  secret: string;
  publicUrl: string;
};

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

/** What a merchant may do, each call signed with the shared secret. */
export function merchantApi(deps: MerchantApiDeps): Router {
  const { charges, clock, faults } = deps;
  const api = signedApi(deps);
  api.post('/charges', (request, response) => {
    const body = parseBody(chargeRequest, request);
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
    const { outTradeNo, outRefundNo, amount, reason } = parseBody(refundRequest, request);
    const wished = { out_refund_no: outRefundNo, amount, reason, refunded_at: clock.now() };
    return withFault('refund', faults, response, async () => {
      const { _id } = await charges.getByTradeNo(outTradeNo);
      const { document: charge } = await charges.change(_id, (current) => refund(current, wished));
      return toRefundAnswer(charge.refunds.find(({ out_refund_no }) => out_refund_no === outRefundNo) ?? wished);
    });
  });
  api.get('/refunds/:number', (request, response) =>
    withFault('query', faults, response, async () => toRefundAnswer(await charges.getRefund(request.params.number))),
  );
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
