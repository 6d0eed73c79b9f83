import { OrderClosed, OrderPaid, OrderReadyToShip, RefundRequested } from '@social/contracts/events/orders';
import {
  cancel,
  type Fact,
  fact,
  GROUP_BUY,
  headOf,
  type Order,
  PAYMENTS,
  type Refund,
  type Step,
  seatOf,
  unchanged,
} from './domain.ts';
import { advance, refusal } from './transitions.ts';

/** What the provider took for one order. `amount` in minor units; `paidAt` is the provider's time. */
export type Captured = { paymentId: string; amount: number; currency: string; paidAt: Date };

/** The refund of the payment that an order stands on: one an order, so that it happens once. */
export const ownRefundId = (orderId: string): string => `ref_${orderId}`;
/** The refund of a payment that an order has no use for. */
export const strayRefundId = (orderId: string, paymentId: string): string => `ref_${orderId}_${paymentId}`;

const isGivenUp = (order: Order): boolean =>
  order.refunds.some(({ refund_id }) => refund_id === ownRefundId(order._id));

/** Whether this payment has had its effect already. */
const isKnown = (order: Order, paymentId: string): boolean =>
  order.payment_id === paymentId || order.refunds.some((refund) => refund.payment_id === paymentId);

/**
 * Money arrived for an order. In time (`paidAt` ≤ `pay_by`, however late it is heard) it pays the order. Too late, it
 * revives a group order, for which group-buy then finds a place; what the order has no use for goes back: money for a
 * plain order that is over, a second payment, another amount than the order's.
 */
export function capture(order: Order, payment: Captured, now: Date): Step {
  if (isKnown(order, payment.paymentId)) return unchanged(order);
  if (payment.amount !== order.total || payment.currency !== order.currency) {
    return sendBack(order, payment, 'amount-wrong', now);
  }

  if (order.state === 'cancelled') return captureLate(order, payment, now);
  if (order.state !== 'pending_payment') return sendBack(order, payment, 'paid-twice', now);
  if (payment.paidAt <= order.pay_by) return pay(order, payment, 'in-time', now);

  const cancelled = cancel(order, PAYMENTS, 'paid-too-late', now);
  const late = captureLate(cancelled.order, payment, now);
  return { order: late.order, facts: [...cancelled.facts, ...late.facts] };
}

const captureLate = (order: Order, payment: Captured, now: Date): Step =>
  order.group ? pay(order, payment, 'late', now) : sendBack(order, payment, 'paid-after-close', now);

function pay(order: Order, payment: Captured, when: 'in-time' | 'late', now: Date): Step {
  const action = order.group ? 'pay-seat' : 'pay';
  const change = { payment_id: payment.paymentId, paid_at: payment.paidAt, cancel_reason: undefined };
  const next = advance(order, action, PAYMENTS, now, change);
  const paid = fact(OrderPaid, {
    ...headOf(next),
    total: next.total,
    currency: next.currency,
    paymentId: payment.paymentId,
    paidAt: payment.paidAt.toISOString(),
    late: when === 'late',
    group: seatOf(next),
    lines: next.lines.map((line) => ({ productId: line.product_id, skuId: line.sku_id, quantity: line.quantity })),
  });
  return { order: next, facts: next.group ? [paid] : [paid, fact(OrderReadyToShip, headOf(next))] };
}

/** Gives back a payment that the order has no use for; the order itself stays as it is. */
function sendBack(order: Order, payment: Captured, reason: string, now: Date): Step {
  const refund: Refund = {
    refund_id: strayRefundId(order._id, payment.paymentId),
    payment_id: payment.paymentId,
    amount: payment.amount,
    reason,
    requested_at: now,
  };
  const next = { ...order, refunds: [...order.refunds, refund], version: order.version + 1 };
  return { order: next, facts: [refundRequested(next, refund, payment.currency)] };
}

const refundRequested = (order: Order, refund: Refund, currency: string): Fact =>
  fact(RefundRequested, {
    ...headOf(order),
    refundId: refund.refund_id,
    paymentId: refund.payment_id,
    amount: refund.amount,
    currency,
    reason: refund.reason,
  });

/** The group failed, or no group had a place: the whole amount goes back, once. */
export function giveUpSeat(order: Order, reason: string, now: Date): Step {
  if (isGivenUp(order)) return unchanged(order);
  if (!order.payment_id) throw refusal(order, 'give-up-seat');

  const refund: Refund = {
    refund_id: ownRefundId(order._id),
    payment_id: order.payment_id,
    amount: order.total,
    reason,
    requested_at: now,
  };
  const next = advance(order, 'give-up-seat', GROUP_BUY, now, { refunds: [...order.refunds, refund] });
  return { order: next, facts: [refundRequested(next, refund, next.currency)] };
}

/** Group-buy gave the order a place, perhaps in another group of the activity. Old news changes nothing. */
export function moveSeat(order: Order, groupId: string, now: Date): Step {
  if (!order.group || order.group.group_id === groupId) return unchanged(order);
  if (order.state !== 'awaiting_group' || isGivenUp(order)) return unchanged(order);

  const group = { ...order.group, group_id: groupId };
  return { order: advance(order, 'move-seat', GROUP_BUY, now, { group }), facts: [] };
}

/** The group is full: the merchant may ship. Also tells the order its group when that news is still on its way. */
export function completeGroup(order: Order, groupId: string, now: Date): Step {
  if (['pending_shipment', 'shipped', 'completed'].includes(order.state)) return unchanged(order);
  if (!order.group) throw refusal(order, 'complete-group', 'has no seat in a group');
  if (isGivenUp(order)) throw refusal(order, 'complete-group', 'is being refunded');

  const group = { ...order.group, group_id: groupId };
  const next = advance(order, 'complete-group', GROUP_BUY, now, { group });
  return { order: next, facts: [fact(OrderReadyToShip, headOf(next))] };
}

/** The provider has given money back. The order closes if it was the money that it stood on, or if it was over. */
export function refunded(order: Order, refundId: string, refundedAt: Date, now: Date): Step {
  const refund = order.refunds.find(({ refund_id }) => refund_id === refundId);
  if (!refund) return losePayment(order, refundId, refundedAt, now);
  if (refund.refunded_at) return unchanged(order);

  const refunds = order.refunds.map((one) => (one === refund ? { ...one, refunded_at: refundedAt } : one));
  const isOver = refundId === ownRefundId(order._id) || order.state === 'cancelled';
  if (!isOver) return { order: { ...order, refunds, version: order.version + 1 }, facts: [] };

  const next = advance(order, 'close', PAYMENTS, now, { refunds });
  return { order: next, facts: [fact(OrderClosed, { ...headOf(next), refundedAt: refundedAt.toISOString() })] };
}

/**
 * The money that the order stands on has gone back without its asking: so a restored order hears of a refund that came
 * after its backup. It must not be sent for nothing.
 */
function losePayment(order: Order, refundId: string, refundedAt: Date, now: Date): Step {
  const payment_id = order.payment_id ?? '';
  const ofPayment = [ownRefundId(order._id), strayRefundId(order._id, payment_id)];
  if (payment_id === '' || !ofPayment.includes(refundId)) {
    throw refusal(order, 'close', `asked for no refund ${refundId}`);
  }

  const times = { requested_at: refundedAt, refunded_at: refundedAt };
  const refund = { refund_id: refundId, payment_id, amount: order.total, reason: 'given-back-before', ...times };
  const next = advance(order, 'lose-payment', PAYMENTS, now, { refunds: [...order.refunds, refund] });
  return { order: next, facts: [fact(OrderClosed, { ...headOf(next), refundedAt: refundedAt.toISOString() })] };
}
