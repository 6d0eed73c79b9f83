import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import { traceparent } from '@social/runtime/telemetry';
import { z } from 'zod';
import type { Capture, ChargeStatus, Provider, RefundAnswer, RefundStatus } from './provider.ts';

export type SandboxOptions = {
  baseUrl: string;
  secret: string;
  /** Where the provider sends its notifications. */
  notifyUrl: string;
  timeoutMs: number;
  clock: Clock;
};

/** A notification signed longer ago is not believed, so that a recorded one cannot be sent again later. */
export const CALLBACK_MAX_AGE_MS = 5 * 60_000;

const minorUnits = z.number().int().min(1);
const paid = { transactionId: z.string().min(1), amount: minorUnits, currency: z.string(), paidAt: z.iso.datetime() };
const notification = z.object({ event: z.literal('charge.captured'), outTradeNo: z.string().min(1), ...paid });
const chargeAnswer = z.object({ cashierUrl: z.url() });
const chargeStatus = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['open', 'expired']) }),
  z.object({ state: z.literal('captured'), outTradeNo: z.string(), ...paid }),
]);
const refundAnswer = z.object({ state: z.literal('succeeded'), refundedAt: z.iso.datetime() });

type Answer = { status: number; body: unknown };

const sign = (parts: string[], secret: string): Buffer =>
  createHmac('sha256', secret)
    .update(`${parts.join('\n')}\n`)
    .digest();

const unavailable = () => new DomainError('provider-unavailable', undefined, { retryAfterMs: 1000 });

/** One signed call. Errors: provider-unavailable when there is no answer, or one that says nothing of the effect. */
async function call(options: SandboxOptions, method: string, path: string, payload?: unknown): Promise<Answer> {
  const url = new URL(path, options.baseUrl);
  const body = payload === undefined ? '' : JSON.stringify(payload);
  const timestamp = String(Math.floor(options.clock.now().getTime() / 1000));
  const nonce = randomBytes(16).toString('hex');
  const signature = sign([method, url.pathname, timestamp, nonce, body], options.secret).toString('base64');
  const parent = traceparent();
  const headers = {
    'x-sandbox-timestamp': timestamp,
    'x-sandbox-nonce': nonce,
    'x-sandbox-signature': signature,
    ...(parent ? { traceparent: parent } : {}),
  };
  try {
    const signal = AbortSignal.timeout(options.timeoutMs);
    const response = await fetch(url, { method, headers, body: body || undefined, redirect: 'manual', signal });
    const answer = { status: response.status, body: await response.json() };
    if (response.ok || [404, 409].includes(response.status)) return answer;
  } catch {
    throw unavailable();
  }
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

const isGenuine = (headers: Readonly<Record<string, string>>, body: Buffer, secret: string, now: Date): boolean => {
  const timestamp = headers['x-sandbox-timestamp'] ?? '';
  const age = Math.abs(now.getTime() - Number(timestamp) * 1000);
  if (timestamp === '' || !(age <= CALLBACK_MAX_AGE_MS)) return false;

  const expected = sign([timestamp, headers['x-sandbox-nonce'] ?? '', body.toString()], secret);
  const given = Buffer.from(headers['x-sandbox-signature'] ?? '', 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
};

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

const toRefundAnswer = ({ status, body }: Answer): RefundAnswer => {
  if (status >= 400) return { state: 'refused', reason: read(z.object({ code: z.string() }), body).code };
  return { state: 'succeeded', refundedAt: new Date(read(refundAnswer, body).refundedAt) };
};

const toRefundStatus = ({ status, body }: Answer): RefundStatus => {
  if (status === 404) return { state: 'absent' };
  return { state: 'succeeded', refundedAt: new Date(read(refundAnswer, body).refundedAt) };
};

const toChargeStatus = ({ status, body }: Answer): ChargeStatus => {
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
      if (!isGenuine(headers, body, options.secret, now)) throw new DomainError('callback-signature-wrong');
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
