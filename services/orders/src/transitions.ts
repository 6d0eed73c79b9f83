import { DomainError } from '@social/contracts/errors';
import type { Actor, Order, OrderState, Role } from './domain.ts';

/** The states in which nothing, or not all, was sent yet. */
const BEFORE_SHIPPING = ['pending_payment', 'awaiting_group', 'pending_shipment'] as const;

/**
 * Every way from one state to another, and who may take it. What stands here is allowed; nothing else is. `same`: the
 * order stays in its state.
 */
export const TRANSITIONS = {
  /** The stock of the whole checkout was taken. The clock ends what a process left half-way. */
  place: { from: ['placing'], to: 'pending_payment', who: ['buyer', 'clock'] },
  /** The checkout was refused its stock, or its process died half-way. Nobody ever sees such an order. */
  abandon: { from: ['placing'], to: 'abandoned', who: ['buyer', 'clock'] },
  /** Ended unpaid: by its buyer, by the group-buy that it leaves, by time, or because the money came too late. */
  cancel: { from: ['pending_payment'], to: 'cancelled', who: ['buyer', 'service', 'clock', 'payments'] },
  /** Buyer and seller agreed on another price. */
  'adjust-price': { from: ['pending_payment'], to: 'same', who: ['merchant-staff'] },
  /** It goes to another address of its buyer's. */
  'change-address': { from: BEFORE_SHIPPING, to: 'same', who: ['buyer'] },
  /** The buyer tells the merchant something. */
  remark: { from: BEFORE_SHIPPING, to: 'same', who: ['buyer'] },
  /** The merchant writes something down for itself. */
  note: {
    from: [...BEFORE_SHIPPING, 'shipped', 'completed', 'cancelled', 'closed'],
    to: 'same',
    who: ['merchant-staff'],
  },
  pay: { from: ['pending_payment'], to: 'pending_shipment', who: ['payments'] },
  /** A paid seat is never refused here: a cancelled one comes back, and group-buy finds it a place or refunds it. */
  'pay-seat': { from: ['pending_payment', 'cancelled'], to: 'awaiting_group', who: ['payments'] },
  'move-seat': { from: ['awaiting_group'], to: 'same', who: ['group-buy'] },
  /** Its group failed or had no place for it: the money is asked back. The order closes when it has arrived. */
  'give-up-seat': { from: ['awaiting_group'], to: 'same', who: ['group-buy'] },
  'complete-group': { from: ['awaiting_group'], to: 'pending_shipment', who: ['group-buy'] },
  /** A parcel of some of the goods; the rest is still to be sent. */
  'ship-part': { from: ['pending_shipment'], to: 'same', who: ['merchant-staff'] },
  /** The parcel that leaves nothing to be sent. */
  ship: { from: ['pending_shipment'], to: 'shipped', who: ['merchant-staff'] },
  /** The parcel takes longer than receipt is waited for. */
  'extend-receipt': { from: ['shipped'], to: 'same', who: ['buyer'] },
  /** The code to pick it up with was seen by the wrong people, or tried too often. */
  'renew-pick-up-code': { from: ['pending_shipment'], to: 'same', who: ['buyer'] },
  /** Picked up at the counter. */
  'hand-over': { from: ['pending_shipment'], to: 'completed', who: ['merchant-staff'] },
  confirm: { from: ['shipped'], to: 'completed', who: ['buyer', 'clock'] },
  /** The provider gave the money back. */
  close: { from: ['awaiting_group', 'cancelled'], to: 'closed', who: ['payments'] },
  /** The provider gave the money back that the order stands on, and nobody here had asked it to. */
  'lose-payment': { from: ['awaiting_group', 'pending_shipment'], to: 'closed', who: ['payments'] },
  /** Its buyer wants to see it no more. */
  hide: { from: ['completed', 'cancelled', 'closed'], to: 'same', who: ['buyer'] },
} as const satisfies Record<
  string,
  { from: readonly OrderState[]; to: OrderState | 'same'; who: readonly [Role, ...(readonly Role[])] }
>;

export type Action = keyof typeof TRANSITIONS;

/** Most steps that people may take an order through without leaving its state, so that its history has an end. */
const MOST_STEPS = 100;

type Transition = { from: readonly OrderState[]; to: OrderState | 'same'; who: readonly Role[] };

/** What is said when an order's state does not allow an action. */
export const refusal = (order: Order, action: Action, because = `is ${order.state}`): DomainError =>
  new DomainError('order-transition-refused', `the order ${because}: it cannot ${action}`);

/** Errors: forbidden (not this actor's to do), order-transition-refused (not in this state). */
export function requireAllowed(order: Order, action: Action, by: Actor): void {
  const { from, to, who }: Transition = TRANSITIONS[action];
  if (!who.includes(by.role)) throw new DomainError('forbidden', `a ${by.role} cannot ${action} an order`);
  if (!from.includes(order.state)) throw refusal(order, action);
  if (to === 'same' && order.history.length >= MOST_STEPS) throw refusal(order, action, 'was changed too often');
}

/**
 * Takes an order one step on: state, version and history together. A deadline ends with the state that it belonged to,
 * unless `change` sets the next one. Errors: forbidden (not this actor's to do), order-transition-refused.
 */
export function advance(order: Order, action: Action, by: Actor, now: Date, change: Partial<Order> = {}): Order {
  requireAllowed(order, action, by);
  const { to }: Transition = TRANSITIONS[action];
  const version = order.version + 1;
  const state = to === 'same' ? order.state : to;
  const due_at = to === 'same' ? order.due_at : undefined;
  const history = [...order.history, { version, state, action, at: now, role: by.role, by: by.id }];
  return { ...order, due_at, ...change, state, version, history };
}
