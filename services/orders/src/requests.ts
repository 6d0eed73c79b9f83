import { DomainError } from '@social/contracts/errors';
import type { Order, OrderState, RequestKey, Step } from './domain.ts';
import type { Parcel } from './parcels.ts';

/** How many later requests an order remembers. */
const REMEMBERED = 20;

/** Whether a request was carried out before. Errors: idempotency-key-reused (it had another body). */
export function isRepeat(before: RequestKey | undefined, request: RequestKey): boolean {
  if (!before || before.id !== request.id) return false;
  if (before.body_hash !== request.body_hash) throw new DomainError('idempotency-key-reused');

  return true;
}

/** Carries a request out once: a repeat changes nothing. Without a request key there is nothing to compare. */
export function once(order: Order, request: RequestKey | undefined, rule: (order: Order) => Step): Step {
  if (!request) return rule(order);
  if (order.requests.some((before) => isRepeat(before, request))) return { order, facts: [] };

  const { order: next, facts } = rule(order);
  const requests = [...order.requests, { ...request, version: next.version }].slice(-REMEMBERED);
  return { order: { ...next, requests }, facts };
}

/** The order as the given request left it, whatever happened since. */
export function answerTo(order: Order, request: RequestKey | undefined): Order {
  const answered = order.requests.find(({ id }) => id === request?.id);
  return answered ? asOf(order, answered.version) : order;
}

/** The order as it was placed, whatever happened since: what a repeated placing answers. */
export function asPlaced(order: Order): Order {
  const placing = order.history.find(({ state }) => state === 'pending_payment');
  return placing ? asOf(order, placing.version) : order;
}

/** What was heard of a parcel until then; only the carrier knows when it was heard, so its own times count. */
const parcelAsOf = (parcel: Parcel, at: Date): Parcel => ({
  ...parcel,
  scans: parcel.scans.filter((scan) => scan.at <= at),
  delivered_at: parcel.delivered_at && parcel.delivered_at <= at ? parcel.delivered_at : undefined,
});

/** The order as it was at an earlier version; words (remark, note, address) are told as they are now. */
function asOf(order: Order, version: number): Order {
  const until = order.history.filter((entry) => entry.version <= version);
  const last = until.at(-1);
  if (!last || order.version === version) return order;

  const hasBeen = (...states: OrderState[]) => until.some(({ state }) => states.includes(state));
  const isPaid = hasBeen('awaiting_group', 'pending_shipment');
  const later = (order.price_steps ?? []).filter((step) => (step.version ?? 1) > version);
  const extension = order.receipt_extension;
  const autoReceiveAt = extension && extension.version > version ? extension.before : order.auto_receive_at;
  const upTo = (time: Date | undefined) => (time && time <= last.at ? time : undefined);
  return {
    ...order,
    version,
    state: last.state,
    history: until,
    total: later.reduce((total, { amount }) => total - amount, order.total),
    price_steps: order.price_steps?.filter((step) => !later.includes(step)),
    group: order.group && !isPaid ? { ...order.group, group_id: order.group.placed_group_id } : order.group,
    paid_at: isPaid ? order.paid_at : undefined,
    parcels: order.parcels?.filter((parcel) => parcel.version <= version).map((parcel) => parcelAsOf(parcel, last.at)),
    auto_receive_at: hasBeen('shipped') ? autoReceiveAt : undefined,
    completed_at: hasBeen('completed') ? order.completed_at : undefined,
    cancel_reason: hasBeen('cancelled') ? order.cancel_reason : undefined,
    refunds: order.refunds
      .filter(({ requested_at }) => requested_at <= last.at)
      .map((refund) => ({ ...refund, refunded_at: upTo(refund.refunded_at) })),
  };
}
