import { DomainError } from '@social/contracts/errors';
import type { DataOf, EventType } from '@social/contracts/events/event';
import { OrderCancelled, OrderCompleted } from '@social/contracts/events/orders';
import type { WithOutbox } from '@social/messaging/outbox';
import type { Parcel } from './parcels.ts';
import type { OrderPickUp } from './pick-up.ts';
import type { PriceStep } from './price.ts';
import { type Action, advance } from './transitions.ts';

/** The states of an order. `placing` and `abandoned` are never shown to anybody. */
export const STATES = [
  'placing',
  'abandoned',
  'pending_payment',
  'awaiting_group',
  'pending_shipment',
  'shipped',
  'completed',
  'cancelled',
  'closed',
] as const;
export type OrderState = (typeof STATES)[number];

/** The states that people see. */
export const VISIBLE_STATES = STATES.filter((state) => state !== 'placing' && state !== 'abandoned');

/** In what capacity somebody acts on an order. */
export const ROLES = ['buyer', 'merchant-staff', 'operator', 'service', 'clock', 'payments', 'group-buy'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: `id` is a user's or a service's. */
export type Actor = { role: Role; id: string };

export const CLOCK: Actor = { role: 'clock', id: 'orders' };
export const PAYMENTS: Actor = { role: 'payments', id: 'payments' };
export const GROUP_BUY: Actor = { role: 'group-buy', id: 'group-buy' };

/** What was bought, as it was when it was bought. `unit_amount` in minor units of the order's currency. */
export type Line = {
  sku_id: string;
  product_id: string;
  title: string;
  option_values: string[];
  picture: string;
  quantity: number;
  unit_amount: number;
};

/** Where the parcel goes. `recipient`, `phone` and `detail` are sealed (address.ts). */
export type SealedAddress = {
  province: string;
  city: string;
  district: string;
  /** GB/T 2260; absent in orders that were placed before it was kept. */
  district_code?: string;
  recipient: string;
  phone: string;
  detail: string;
};

/** The seat that an order pays for. `placed_group_id` is the group that it was meant for at first. */
export type Seat = { activity_id: string; group_id: string; placed_group_id: string; quantity: number };

/** Money on its way back; `refunded_at` is absent until the provider has confirmed. */
export type Refund = {
  refund_id: string;
  payment_id: string;
  amount: number;
  reason: string;
  requested_at: Date;
  refunded_at?: Date;
};

/** What was done to an order; `action` is absent for its first entry, and in what was written before it was kept. */
export type HistoryEntry = { version: number; state: OrderState; action?: Action; at: Date; role: Role; by: string };

export type RequestKey = { id: string; body_hash: string };
/** A request that was carried out, and the version of the order that answered it. */
export type AnsweredRequest = RequestKey & { version: number };

/** An order: the aggregate, and the document as it is stored. */
export type Order = WithOutbox & {
  checkout_id: string;
  buyer_id: string;
  merchant_id: string;
  state: OrderState;
  lines: Line[];
  /** What is to be paid, minor units: unit amount × quantity, changed by the steps of the price. */
  total: number;
  /** Part of the total. */
  freight?: number;
  /** How the total comes about; absent where it is unit amount × quantity. */
  price_steps?: PriceStep[];
  currency: string;
  /** Absent as long as a seat's payment has not begun: see delivery.ts. */
  address?: SealedAddress;
  /** Which of its buyer's addresses a seat's parcel is to go to. */
  address_id?: string;
  created_at: Date;
  /** The provider's time of payment counts as in time up to and including this. */
  pay_by: Date;
  paid_at?: Date;
  payment_id?: string;
  group?: Seat;
  /** What was sent, oldest first; absent while nothing was. */
  parcels?: Parcel[];
  /** Of an order that was sent before parcels were told apart: all in one. */
  shipment?: { carrier: string; tracking_number: string; shipped_at: Date };
  /** How it is picked up; absent: it is sent. */
  pick_up?: OrderPickUp;
  /** The buyer's, for the merchant. */
  remark?: string;
  /** The merchant's own, never shown to the buyer. */
  note?: string;
  /** Its buyer wants to see it no more. */
  hidden?: true;
  auto_receive_at?: Date;
  /** The buyer was given more time: by which version, and when receipt was taken for granted before. */
  receipt_extension?: { version: number; before: Date };
  completed_at?: Date;
  cancel_reason?: string;
  refunds: Refund[];
  /** When the clock acts on it next; absent when it never will. */
  due_at?: Date;
  /** The catalog still has to be told that this order's stock is free. */
  stock_to_return?: true;
  /** The request that placed it. */
  request?: RequestKey;
  /** Later requests, the last 20. */
  requests: AnsweredRequest[];
  version: number;
  history: HistoryEntry[];
};

/** Durations in milliseconds. */
export type Timing = {
  /** Time to pay, from placing. */
  payWindowMs: number;
  /** How long after `pay_by` a payment made in time may still be heard of. */
  callbackGraceMs: number;
  /** Time from shipping until receipt is taken for granted. */
  autoReceiveMs: number;
  /** What the buyer may add to it, once. */
  receiptExtensionMs: number;
  /** After this a checkout that is still `placing` counts as dead. */
  placingMs: number;
};

export type Fact = { event: EventType; data: unknown };
/** What a rule decides: the order as it is now, and what happened. The same order object means that nothing did. */
export type Step = {
  order: Order;
  facts: Fact[];
  /** The trace that the facts belong to, where the step is one of a batch. */
  traceparent?: string;
};

export const fact = <E extends EventType>(event: E, data: DataOf<E>): Fact => ({ event, data });
export const unchanged = (order: Order): Step => ({ order, facts: [] });
export const plus = (time: Date, ms: number): Date => new Date(time.getTime() + ms);

/** What every fact about an order says; `order` as the fact left it. */
export const headOf = (order: Order) => ({
  orderId: order._id,
  buyerId: order.buyer_id,
  merchantId: order.merchant_id,
  version: order.version,
});

/** The seat as facts tell it; undefined for a plain order. */
export const seatOf = ({ group }: Order) =>
  group && { activityId: group.activity_id, groupId: group.group_id, quantity: group.quantity };

/** Ends an unpaid order. A plain order's stock goes back to the catalog; a seat is freed by whoever hears of it. */
export function cancel(order: Order, by: Actor, reason: string, now: Date): Step {
  const stock = order.group ? {} : { stock_to_return: true as const };
  const next = advance(order, 'cancel', by, now, { cancel_reason: reason, ...stock });
  return { order: next, facts: [fact(OrderCancelled, { ...headOf(next), reason, group: seatOf(next) })] };
}

/** The buyer has the goods, or has said nothing for so long that it is taken for granted. */
export function confirm(order: Order, by: Actor, now: Date): Step {
  const next = advance(order, 'confirm', by, now, { completed_at: now });
  return { order: next, facts: [fact(OrderCompleted, { ...headOf(next), completedAt: now.toISOString() })] };
}

/** A checkout that came to nothing: its stock is given back, its request key is free for another try. */
export function abandon(order: Order, by: Actor, now: Date): Step {
  const next = advance(order, 'abandon', by, now, { stock_to_return: true, request: undefined });
  return { order: next, facts: [] };
}

/** What the clock does when an order's deadline has come: the same that a person would have done. */
export function fallDue(order: Order, now: Date): Step {
  if (!order.due_at || order.due_at > now) return unchanged(order);

  if (order.state === 'placing') return abandon(order, CLOCK, now);
  if (order.state === 'shipped') return confirm(order, CLOCK, now);
  return cancel(order, CLOCK, 'not-paid-in-time', now);
}

/** What a payment for the order must amount to. Errors: order-not-payable. */
export function payable(order: Order, now: Date): { amount: number; payBy: Date } {
  if (order.state !== 'pending_payment') throw new DomainError('order-not-payable', `the order is ${order.state}`);
  if (now > order.pay_by) throw new DomainError('order-not-payable', 'its time to pay is over');

  return { amount: order.total, payBy: order.pay_by };
}
