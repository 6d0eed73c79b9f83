import { DomainError } from '@social/contracts/errors';
import type { RequestKey__Output } from '@social/contracts/generated/social/common/v1/RequestKey';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { Intent as IntentMessage } from '@social/contracts/generated/social/payments/v1/Intent';
import type { IntentRefund } from '@social/contracts/generated/social/payments/v1/IntentRefund';
import type { PaymentsServiceDefinition } from '@social/contracts/generated/social/payments/v1/PaymentsService';
import type { RpcClient } from '@social/rpc/client';
import type { CallContext, Handlers } from '@social/rpc/server';
import { fromTimestamp, toTimestamp } from '@social/rpc/time';
import { hasRole, requireCaller, requireRole, serviceCaller } from '@social/runtime/caller';
import type { Logger } from '@social/runtime/log';
import type { Balance, BalanceQuestion } from './balance.ts';
import { capture, type Intent, type Payable, type Refund, type RequestKey } from './domain.ts';
import { type OpeningDeps, openedBefore, openPayment, providerOf } from './opening.ts';

export type GrpcDeps = OpeningDeps & {
  orders: Pick<RpcClient<OrdersServiceDefinition>, 'GetPayable'>;
  balance: (question: BalanceQuestion) => Promise<Balance>;
  log: Logger;
};

/** Most orders of one payment: its facts must fit one outbox. */
const ORDERS_MAX = 50;

const STATES = {
  pending: 'INTENT_STATE_PENDING',
  captured: 'INTENT_STATE_CAPTURED',
  failed: 'INTENT_STATE_FAILED',
} as const;

/** A payment as it is now. */
const toMessage = (intent: Intent): IntentMessage => ({
  paymentId: intent._id,
  payerId: intent.payer_id,
  provider: intent.provider,
  state: STATES[intent.state],
  total: { amount: intent.total, currency: intent.currency },
  orders: intent.orders.map(({ order_id, amount }) => ({ orderId: order_id, amount })),
  cashierUrl: intent.cashier_url ?? '',
  createdAt: toTimestamp(intent.created_at),
  paidAt: toTimestamp(intent.paid_at),
  refunds: intent.refunds.map(toRefundMessage),
  payBy: toTimestamp(intent.pay_by),
});

const toRefundMessage = (refund: Refund): IntentRefund => ({
  refundId: refund.refund_id,
  orderId: refund.order_id,
  amount: refund.amount,
  reason: refund.reason,
  state: refund.state,
  refundedAt: toTimestamp(refund.refunded_at),
});

/** A payment as it was opened: the answer to a request is the same whenever it is repeated. */
const toOpenedMessage = (intent: Intent): IntentMessage =>
  toMessage({ ...intent, state: 'pending', paid_at: undefined, refunds: [] });

const toRequest = (request: RequestKey__Output | null): RequestKey | undefined =>
  request && request.id !== '' ? { id: request.id, body_hash: request.bodyHash } : undefined;

const mayRead = (intent: Intent, { caller }: CallContext): boolean =>
  intent.payer_id === caller.userId || hasRole(caller, 'operator') || hasRole(caller, 'service');

/** What the payer's orders must bring. Errors: order-not-found, order-not-payable. */
async function payablesOf(deps: GrpcDeps, orderIds: string[], { caller, requestId }: CallContext): Promise<Payable[]> {
  const { orders } = await deps.orders.GetPayable(
    { orderIds, buyerId: caller.userId },
    { caller: serviceCaller('payments'), requestId },
  );
  return orders.map(({ orderId, total, payBy, title }) => ({
    orderId,
    amount: total?.amount ?? 0,
    currency: total?.currency ?? '',
    payBy: fromTimestamp(payBy) ?? new Date(0),
    title,
  }));
}

/** The RPCs of payments. */
export const handlers = (deps: GrpcDeps): Handlers<PaymentsServiceDefinition> => ({
  CreateIntent: async ({ orderIds: asked, provider, returnUrl, request: key }, context) => {
    requireCaller(context.caller);
    providerOf(deps.providers, provider);
    const orderIds = [...new Set(asked)];
    if (orderIds.length === 0 || orderIds.length > ORDERS_MAX) {
      throw new DomainError('request-invalid', `a payment is of 1 to ${ORDERS_MAX} orders`);
    }

    const request = toRequest(key);
    const before = await openedBefore(deps, request);
    if (before) return toOpenedMessage(before);

    const payables = await payablesOf(deps, orderIds, context);
    const opening = { payerId: context.caller.userId, provider, returnUrl, payables, request };
    return toOpenedMessage(await openPayment(deps, opening));
  },

  GetIntent: async ({ paymentId }, context) => {
    const intent = await deps.intents.find(paymentId);
    if (!intent || !mayRead(intent, context)) throw new DomainError('payment-not-found');
    return toMessage(intent);
  },

  HandleCallback: async ({ provider, headers, body }) => {
    const captured = providerOf(deps.providers, provider).verifyCallback(headers, body, deps.clock.now());
    try {
      await deps.intents.update(captured.paymentId, (intent) => capture(intent, captured));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'callback-amount-wrong') {
        deps.log.error({ payment_id: captured.paymentId, amount: captured.amount }, 'notified amount is wrong');
      }
      throw error;
    }
    return {};
  },

  GetBalance: async ({ from, to, orderIds, currency: asked }, { caller }) => {
    requireRole(caller, 'operator');
    const currency = asked || 'CNY';
    const question = { from: fromTimestamp(from), to: fromTimestamp(to), orderIds, currency };
    const { captured, refunded, refundsPending } = await deps.balance(question);
    return { captured, refunded, refundsPending, currency };
  },
});
