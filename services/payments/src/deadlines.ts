import type { Clock } from '@social/runtime/clock';
import { crashPoint } from '@social/runtime/crash-point';
import type { Logger } from '@social/runtime/log';
import { contextOf, inSpan } from '@social/runtime/telemetry';
import { capture, claimQuery, expire, type Intent, type Refund } from './domain.ts';
import { type Providers, providerOf } from './opening.ts';
import type { Provider, RefundAnswer } from './provider.ts';
import { claimRefund, postponeRefund, refundRefused, refundSucceeded } from './refunds.ts';
import type { Intents } from './store.ts';

export type DeadlineDeps = {
  intents: Intents;
  providers: Providers;
  clock: Clock;
  log: Logger;
  /** Milliseconds; see config.ts. */
  queryAfterMs: number;
  refundRetryMs: number;
  /** How long one attempt may take until another begins, should it be lost. */
  refundLeaseMs: number;
};

/** Asks the provider what became of payments of which no notification came; captures by the same rule as one. */
export async function askAfterPayments(deps: DeadlineDeps): Promise<void> {
  const due = await deps.intents.withDueQuery(deps.clock.now());
  await Promise.all(due.map((intent) => askAfter(deps, intent)));
}

async function askAfter(
  { intents, providers, clock, log, queryAfterMs }: DeadlineDeps,
  { _id }: Intent,
): Promise<void> {
  try {
    const claim = await intents.update(_id, (intent) => claimQuery(intent, queryAfterMs, clock.now()));
    if (!claim.changed) return;

    const status = await providerOf(providers, claim.intent.provider).queryCharge(_id);
    const over = claim.intent.pay_by <= clock.now();
    if (status.state === 'captured') await intents.update(_id, (intent) => capture(intent, status.capture));
    if (status.state === 'expired' || (status.state === 'absent' && over)) await intents.update(_id, expire);
  } catch (error) {
    log.warn({ err: error, payment_id: _id }, 'the provider will be asked again');
  }
}

/** Sends the refunds that are due, and clears up those of which the outcome is unknown. */
export async function settleRefunds(deps: DeadlineDeps): Promise<void> {
  const now = deps.clock.now();
  const due = (await deps.intents.withDueRefunds(now)).flatMap(({ _id, refunds }) =>
    refunds
      .filter(({ due_at }) => due_at && due_at <= now)
      .map(({ refund_id, traceparent }) => ({ _id, refund_id, parent: traceparent })),
  );
  const attempt = ({ _id, refund_id, parent }: (typeof due)[number]) =>
    inSpan('refund', { parent: contextOf(parent) }, () => settle(deps, _id, refund_id));
  await Promise.all(due.map(attempt));
}

async function settle(deps: DeadlineDeps, id: string, refundId: string): Promise<void> {
  const { intents, providers, clock, log, refundRetryMs, refundLeaseMs } = deps;
  try {
    const claim = await intents.update(id, (intent) => claimRefund(intent, refundId, refundLeaseMs, clock.now()));
    const refund = claim.intent.refunds.find(({ refund_id }) => refund_id === refundId);
    if (!claim.changed || !refund) return;

    const answer = await refundOnce(providerOf(providers, claim.intent.provider), id, refund);
    crashPoint('refund-sent');
    if (answer.state === 'refused') log.error({ refund_id: refundId, reason: answer.reason }, 'refund refused');
    await intents.update(id, (intent) =>
      answer.state === 'refused'
        ? refundRefused(intent, refundId)
        : refundSucceeded(intent, refundId, answer.refundedAt),
    );
  } catch (error) {
    log.warn({ err: error, refund_id: refundId }, 'refund outcome unknown');
    await intents.update(id, (intent) => postponeRefund(intent, refundId, refundRetryMs, clock.now()));
  }
}

/** One attempt. After the first, the provider may have made the refund without our hearing of it: so it is asked. */
async function refundOnce(provider: Provider, paymentId: string, refund: Refund): Promise<RefundAnswer> {
  const { refund_id: refundId, amount, reason, attempts } = refund;
  const status = attempts > 1 ? await provider.queryRefund(refundId) : undefined;
  return status?.state === 'succeeded' ? status : provider.refund({ refundId, paymentId, amount, reason });
}
