import type { Order__Output } from '@social/contracts/generated/social/orders/v1/Order';
import type { OrderLine__Output } from '@social/contracts/generated/social/orders/v1/OrderLine';
import type { OrderState, OrderState__Output } from '@social/contracts/generated/social/orders/v1/OrderState';
import type { Parcel__Output } from '@social/contracts/generated/social/orders/v1/Parcel';
import type { PickUp__Output } from '@social/contracts/generated/social/orders/v1/PickUp';
import type { PriceStep__Output } from '@social/contracts/generated/social/orders/v1/PriceStep';
import type { Refund__Output } from '@social/contracts/generated/social/orders/v1/Refund';
import { z } from 'zod';
import { Instant, instant, Money, money, optional, optionalInstant } from './values.ts';

export const OrderStateName = z.enum([
  'unspecified',
  'pending_payment',
  'awaiting_group',
  'pending_shipment',
  'shipped',
  'completed',
  'cancelled',
  'closed',
]);
type Name = z.output<typeof OrderStateName>;

const STATES: Record<OrderState__Output, Name> = {
  ORDER_STATE_UNSPECIFIED: 'unspecified',
  ORDER_STATE_PENDING_PAYMENT: 'pending_payment',
  ORDER_STATE_AWAITING_GROUP: 'awaiting_group',
  ORDER_STATE_PENDING_SHIPMENT: 'pending_shipment',
  ORDER_STATE_SHIPPED: 'shipped',
  ORDER_STATE_COMPLETED: 'completed',
  ORDER_STATE_CANCELLED: 'cancelled',
  ORDER_STATE_CLOSED: 'closed',
};

const BY_NAME = Object.fromEntries(Object.entries(STATES).map(([state, name]) => [name, state]));

export const orderState = (name: Name | undefined): OrderState | undefined =>
  name === undefined ? undefined : (BY_NAME[name] as OrderState);

export const OrderLine = z.strictObject({
  skuId: z.string(),
  productId: z.string(),
  title: z.string(),
  optionValues: z.array(z.string()),
  picture: z.string().optional(),
  quantity: z.int(),
  unitPrice: Money,
});
export const PriceStep = z
  .strictObject({
    kind: z.enum(['group', 'bargain', 'member', 'shop', 'order', 'coupon', 'points', 'freight', 'merchant']),
    id: z.string().meta({
      description: 'Of the discount; the SKU of a special price; the merchant of a freight and of what was agreed on.',
    }),
    amount: Money.meta({ description: 'Negative: less to pay.' }),
    shares: z.array(z.strictObject({ skuId: z.string(), amount: Money })),
  })
  .meta({ id: 'PriceStep' });

export const priceStep = (step: PriceStep__Output, currency: string): z.output<typeof PriceStep> => ({
  kind: PriceStep.shape.kind.parse(step.kind),
  id: step.id,
  amount: { amount: step.amount, currency },
  shares: step.shares.map(({ skuId, amount }) => ({ skuId, amount: { amount, currency } })),
});

const RefundView = z.strictObject({
  refundId: z.string(),
  amount: Money,
  reason: z.string(),
  requestedAt: Instant,
  refundedAt: Instant.optional().meta({ description: 'Absent until the provider has confirmed.' }),
});

const HistoryEntry = z.strictObject({
  state: OrderStateName,
  action: z.string().optional().meta({ description: 'What was done; absent for the first entry.' }),
  at: Instant,
  role: z.string().meta({ description: 'In what capacity somebody acted.' }),
  by: z.string().optional().meta({ description: "Who, for the merchant's staff and operators." }),
});

const Parcel = z
  .strictObject({
    parcelId: z.string(),
    lines: z.array(z.strictObject({ skuId: z.string(), quantity: z.int() })),
    carrier: z.string(),
    trackingNumber: z.string().optional().meta({ description: 'Absent while the carrier has not given one.' }),
    shippedAt: Instant,
    deliveredAt: Instant.optional(),
    scans: z
      .array(z.strictObject({ state: z.string(), at: Instant, place: z.string() }))
      .meta({ description: 'Where its carrier says that it was, oldest first.' }),
  })
  .meta({ id: 'Parcel' });

export const PickUpPoint = z
  .strictObject({
    pointId: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,40}$/)
      .meta({ description: "The merchant's own name for it." }),
    name: z.string().trim().min(1).max(200),
    address: z.string().trim().min(1).max(200),
    phone: z.string().max(200).default(''),
    hours: z.string().max(200).default(''),
  })
  .meta({ id: 'PickUpPoint' });

const PickUp = z.strictObject({
  point: PickUpPoint,
  code: z
    .string()
    .optional()
    .meta({ description: 'For its buyer alone, from payment to hand-over: shown at the counter.' }),
  handedOverAt: Instant.optional(),
});

export const Order = z
  .strictObject({
    orderId: z.string(),
    checkoutId: z.string().optional(),
    buyerId: z.string(),
    merchantId: z.string(),
    state: OrderStateName,
    lines: z.array(OrderLine),
    total: Money,
    freight: Money.meta({ description: 'Part of the total.' }),
    priceSteps: z.array(PriceStep).meta({ description: 'How the total comes about.' }),
    group: z.strictObject({ activityId: z.string(), groupId: z.string() }).optional(),
    address: z
      .strictObject({
        recipient: z.string(),
        phone: z.string(),
        province: z.string(),
        city: z.string(),
        district: z.string(),
        detail: z.string(),
      })
      .optional(),
    parcels: z.array(Parcel).meta({ description: 'What was sent, oldest first.' }),
    pickUp: PickUp.optional().meta({ description: 'Absent: it is sent.' }),
    remark: z.string().optional().meta({ description: "The buyer's, for the merchant." }),
    note: z.string().optional().meta({ description: "The merchant's own; never told to the buyer." }),
    refunds: z.array(RefundView),
    createdAt: Instant,
    payBy: Instant.optional(),
    paidAt: Instant.optional(),
    completedAt: Instant.optional(),
    autoReceiveAt: Instant.optional(),
    cancelReason: z.string().optional(),
    history: z.array(HistoryEntry).meta({ description: 'What happened, oldest first.' }),
    version: z.int(),
  })
  .meta({ id: 'Order' });

export function order(from: Order__Output): z.output<typeof Order> {
  const total = money(from.total);
  return {
    orderId: from.orderId,
    checkoutId: optional(from.checkoutId),
    buyerId: from.buyerId,
    merchantId: from.merchantId,
    state: STATES[from.state],
    lines: from.lines.map((line) => orderLine(line, total.currency)),
    total,
    freight: { amount: from.freightAmount, currency: total.currency },
    priceSteps: from.priceSteps.map((step) => priceStep(step, total.currency)),
    group: from.group ?? undefined,
    address: from.address ?? undefined,
    parcels: from.parcels.map(parcel),
    pickUp: from.pickUp ? pickUp(from.pickUp) : undefined,
    remark: optional(from.remark),
    note: optional(from.note),
    refunds: from.refunds.map((refund) => refundOf(refund, total.currency)),
    ...timesOf(from),
    cancelReason: optional(from.cancelReason),
    history: from.history.map(({ state, action, at, role, by }) => ({
      ...{ state: STATES[state], action: optional(action), at: instant(at), role, by: optional(by) },
    })),
    version: from.version,
  };
}

const parcel = ({ lines, ...from }: Parcel__Output): z.output<typeof Parcel> => ({
  ...from,
  lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
  trackingNumber: optional(from.trackingNumber),
  shippedAt: instant(from.shippedAt),
  deliveredAt: optionalInstant(from.deliveredAt),
  scans: from.scans.map(({ state, at, place }) => ({ state, at: instant(at), place })),
});

const NOWHERE = { pointId: '', name: '', address: '', phone: '', hours: '' };

const pickUp = ({ point, code, handedOverAt }: PickUp__Output): z.output<typeof PickUp> => ({
  point: point ?? NOWHERE,
  code: optional(code),
  handedOverAt: optionalInstant(handedOverAt),
});

export const orderLine = ({ unitAmount, picture, ...line }: OrderLine__Output, currency: string) => ({
  ...line,
  picture: optional(picture),
  unitPrice: { amount: unitAmount, currency },
});

const timesOf = (from: Order__Output) => ({
  createdAt: instant(from.createdAt),
  payBy: optionalInstant(from.payBy),
  paidAt: optionalInstant(from.paidAt),
  completedAt: optionalInstant(from.completedAt),
  autoReceiveAt: optionalInstant(from.autoReceiveAt),
});

const refundOf = (from: Refund__Output, currency: string): z.output<typeof RefundView> => ({
  refundId: from.refundId,
  amount: { amount: from.amount, currency },
  reason: from.reason,
  requestedAt: instant(from.requestedAt),
  refundedAt: optionalInstant(from.refundedAt),
});
