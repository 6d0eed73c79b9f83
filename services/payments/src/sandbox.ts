import { DomainError } from '@social/contracts/errors';
import { traceparent } from '@social/runtime/telemetry';
import { type SandboxAnswer, type SandboxClientOptions, signedCaller } from '@social/sandbox/client';
import { isSigned } from '@social/sandbox/signing';
import { z } from 'zod';
import type { Capture, ChargeStatus, Provider, RefundAnswer, RefundStatus } from './provider.ts';

/** `notifyUrl`: where the provider sends its notifications. */
export type SandboxOptions = SandboxClientOptions & { notifyUrl: string };

const minorUnits = z.number().int().min(1);
const paid = { transactionId: z.string().min(1), amount: minorUnits, currency: z.string(), paidAt: z.iso.datetime() };
const notification = z.object({ event: z.literal('charge.captured'), outTradeNo: z.string().min(1), ...paid });
const chargeAnswer = z.object({ cashierUrl: z.url() });
const chargeStatus = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['open', 'expired']) }),
  z.object({ state: z.literal('captured'), outTradeNo: z.string(), ...paid }),
]);
const refundAnswer = z.object({ state: z.literal('succeeded'), refundedAt: z.iso.datetime() });

const unavailable = () => new DomainError('provider-unavailable', undefined, { retryAfterMs: 1000 });

/** One signed call. Errors: provider-unavailable when there is no answer, or one that says nothing of the effect. */
async function call(options: SandboxOptions, method: string, path: string, payload?: unknown): Promise<SandboxAnswer> {
  const parent = traceparent();
  const answer = await signedCaller(options)(method, path, payload, parent ? { traceparent: parent } : {}).catch(() => {
    throw unavailable();
  });
  if (answer.status < 300 || [404, 409].includes(answer.status)) return answer;
  throw unavailable();
}

/** The answer in the expected form. Errors: provider-unavailable (a provider gone astray is as good as none). */
function read<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw unavailable();
  return parsed.data;
}

const toCapture = (facts: Omit<z.output<typeof notification>, 'event'>): Capture => ({
  paymentId: facts.outTradeNo,
  transactionId: facts.transactionId,
  amount: facts.amount,
  currency: facts.currency,
  paidAt: new Date(facts.paidAt),
});

function readNotification(body: Buffer): Capture {
  let json: unknown;
  try {
    json = JSON.parse(body.toString());
  } catch {
    throw new DomainError('callback-malformed');
  }
  const parsed = notification.safeParse(json);
  if (!parsed.success) throw new DomainError('callback-malformed');
  return toCapture(parsed.data);
}

const toRefundAnswer = ({ status, body }: SandboxAnswer): RefundAnswer => {
  if (status >= 400) return { state: 'refused', reason: read(z.object({ code: z.string() }), body).code };
  return { state: 'succeeded', refundedAt: new Date(read(refundAnswer, body).refundedAt) };
};

const toRefundStatus = ({ status, body }: SandboxAnswer): RefundStatus => {
  if (status === 404) return { state: 'absent' };
  return { state: 'succeeded', refundedAt: new Date(read(refundAnswer, body).refundedAt) };
};

const toChargeStatus = ({ status, body }: SandboxAnswer): ChargeStatus => {
  if (status === 404) return { state: 'absent' };
  const charge = read(chargeStatus, body);
  return charge.state === 'captured' ? { state: 'captured', capture: toCapture(charge) } : { state: charge.state };
};

/** The provider that needs nothing: the simulated one, over plain HTTP with HMAC-SHA256 in both directions. */
export function sandboxProvider(options: SandboxOptions): Provider {
  return {
    name: 'sandbox',
    createCharge: async ({ paymentId, amount, currency, description, returnUrl, payBy }) => {
      const { status, body } = await call(options, 'POST', '/v1/charges', {
        outTradeNo: paymentId,
        amount,
        currency,
        description,
        notifyUrl: options.notifyUrl,
        returnUrl: returnUrl === '' ? undefined : returnUrl,
        expiresAt: payBy.toISOString(),
      });
      if (status >= 400) throw unavailable();
      return { cashierUrl: read(chargeAnswer, body).cashierUrl };
    },
    verifyCallback: (headers, body, now) => {
      if (!isSigned([], headers, body.toString(), options.secret, now))
        throw new DomainError('callback-signature-wrong');
      return readNotification(body);
    },
    queryCharge: async (paymentId) =>
      toChargeStatus(await call(options, 'GET', `/v1/charges/by-out-trade-no/${encodeURIComponent(paymentId)}`)),
    refund: async ({ refundId, paymentId, amount, reason }) =>
      toRefundAnswer(
        await call(options, 'POST', '/v1/refunds', { outRefundNo: refundId, outTradeNo: paymentId, amount, reason }),
      ),
    queryRefund: async (refundId) =>
      toRefundStatus(await call(options, 'GET', `/v1/refunds/${encodeURIComponent(refundId)}`)),
  };
}
