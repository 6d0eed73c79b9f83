import { DomainError } from '@social/contracts/errors';
import type { Order as OrderMessage } from '@social/contracts/generated/social/orders/v1/Order';
import type { Parcel as ParcelMessage } from '@social/contracts/generated/social/orders/v1/Parcel';
import type { PlacedOrder } from '@social/contracts/generated/social/orders/v1/PlacedOrder';
import type { PreviewOrdersResponse } from '@social/contracts/generated/social/orders/v1/PreviewOrdersResponse';
import { toTimestamp } from '@social/rpc/time';
import { type Caller, hasRole } from '@social/runtime/caller';
import type { FieldCipher } from '@social/runtime/field-cipher';
import { type Address, maskAddress, openAddress } from './address.ts';
import type { Actor, Line, Order, OrderState, Role } from './domain.ts';
import { type Parcel, parcelsOf } from './parcels.ts';
import { codeOf } from './pick-up.ts';
import { pointMessage } from './pick-up-rpc.ts';
import type { PriceStep } from './price.ts';
import type { Quote } from './quote.ts';

/** How a state is told outside; those that nobody sees have no name there. */
export const STATE_NAMES = {
  pending_payment: 'ORDER_STATE_PENDING_PAYMENT',
  awaiting_group: 'ORDER_STATE_AWAITING_GROUP',
  pending_shipment: 'ORDER_STATE_PENDING_SHIPMENT',
  shipped: 'ORDER_STATE_SHIPPED',
  completed: 'ORDER_STATE_COMPLETED',
  cancelled: 'ORDER_STATE_CANCELLED',
  closed: 'ORDER_STATE_CLOSED',
  placing: 'ORDER_STATE_UNSPECIFIED',
  abandoned: 'ORDER_STATE_UNSPECIFIED',
} as const satisfies Record<OrderState, OrderMessage['state']>;

/** In which capacities a caller stands to an order. */
export function rolesOn(order: Pick<Order, 'buyer_id' | 'merchant_id' | 'hidden'>, caller: Caller): Role[] {
  const roles: Role[] = [];
  if (caller.userId !== '' && order.buyer_id === caller.userId && !order.hidden) roles.push('buyer');
  if (hasRole(caller, 'merchant-staff') && caller.merchantId === order.merchant_id) roles.push('merchant-staff');
  if (hasRole(caller, 'operator')) roles.push('operator');
  if (hasRole(caller, 'service')) roles.push('service');
  return roles;
}

const isHidden = ({ state }: Pick<Order, 'state'>): boolean => state === 'placing' || state === 'abandoned';

/** The capacities in which a caller may see an order. Errors: order-not-found, for everybody it is nothing to. */
export function rolesOfViewer(order: Order, caller: Caller): [Role, ...Role[]] {
  const [first, ...rest] = rolesOn(order, caller);
  if (first === undefined || isHidden(order)) throw new DomainError('order-not-found');

  return [first, ...rest];
}

/** The caller as an actor in one of the given capacities. Errors: order-not-found, forbidden. */
export function actorOn(order: Order, caller: Caller, allowed: readonly Role[]): Actor {
  const roles = rolesOfViewer(order, caller);
  const role = roles.find((one) => allowed.includes(one));
  if (!role) throw new DomainError('forbidden', `a ${roles[0]} may not do this to an order`);

  return { role, id: caller.userId };
}

/** The buyer sees the address in the clear; the merchant's staff do once the order is paid; all others never. */
const seesAddress = (order: Order, caller: Caller): boolean => {
  const roles = rolesOn(order, caller);
  return roles.includes('buyer') || (roles.includes('merchant-staff') && order.paid_at !== undefined);
};

/** An order's address as the caller may see it. */
export function addressFor(order: Order, caller: Caller, cipher: FieldCipher): Address | undefined {
  const clear = order.address && openAddress(cipher, order._id, order.address);
  return clear && (seesAddress(order, caller) ? clear : maskAddress(clear));
}

/** An order as the caller may see it. */
export function toMessage(order: Order, caller: Caller, cipher: FieldCipher): OrderMessage {
  const roles = rolesOn(order, caller);
  return {
    ...orderMessage(order, addressFor(order, caller, cipher)),
    pickUp: order.pick_up && {
      point: pointMessage(order.pick_up.point),
      code: roles.includes('buyer') ? codeOf(cipher, order) : '',
      handedOverAt: toTimestamp(order.pick_up.handed_over_at),
    },
    note: roles.includes('merchant-staff') || roles.includes('operator') ? (order.note ?? '') : '',
    history: historyFor(order, roles),
  };
}

/** What happened to an order; by whom, and what the merchant noted when, is for all but its buyer. */
function historyFor(order: Order, roles: Role[]) {
  const isNamed = roles.some((role) => role !== 'buyer');
  return order.history
    .filter((entry) => !isHidden(entry) && (isNamed || entry.action !== 'note'))
    .map(({ state, action = '', at, role, by }) => ({
      ...{ state: STATE_NAMES[state], action, at: toTimestamp(at), role },
      by: isNamed ? by : '',
    }));
}

const parcelMessage = (parcel: Parcel): ParcelMessage => ({
  parcelId: parcel.parcel_id,
  lines: parcel.lines.map(({ sku_id, quantity }) => ({ skuId: sku_id, quantity })),
  carrier: parcel.carrier,
  trackingNumber: parcel.tracking_number,
  shippedAt: toTimestamp(parcel.shipped_at),
  deliveredAt: toTimestamp(parcel.delivered_at),
  scans: parcel.scans.map(({ state, at, place }) => ({ state, at: toTimestamp(at), place })),
});

const lineMessage = (line: Line) => ({
  skuId: line.sku_id,
  productId: line.product_id,
  title: line.title,
  optionValues: line.option_values,
  picture: line.picture,
  quantity: line.quantity,
  unitAmount: line.unit_amount,
});

const orderMessage = (order: Order, address: Address | undefined): OrderMessage => ({
  orderId: order._id,
  checkoutId: order.checkout_id,
  buyerId: order.buyer_id,
  merchantId: order.merchant_id,
  state: STATE_NAMES[order.state],
  lines: order.lines.map(lineMessage),
  total: { amount: order.total, currency: order.currency },
  createdAt: toTimestamp(order.created_at),
  payBy: toTimestamp(order.pay_by),
  paidAt: toTimestamp(order.paid_at),
  group: order.group && { activityId: order.group.activity_id, groupId: order.group.group_id },
  parcels: parcelsOf(order).map(parcelMessage),
  remark: order.remark ?? '',
  completedAt: toTimestamp(order.completed_at),
  autoReceiveAt: toTimestamp(order.auto_receive_at),
  refunds: order.refunds.map((refund) => ({
    refundId: refund.refund_id,
    amount: refund.amount,
    reason: refund.reason,
    requestedAt: toTimestamp(refund.requested_at),
    refundedAt: toTimestamp(refund.refunded_at),
  })),
  address,
  cancelReason: order.cancel_reason ?? '',
  version: order.version,
  freightAmount: order.freight ?? 0,
  priceSteps: (order.price_steps ?? []).map(stepMessage),
});

const stepMessage = ({ kind, id, amount: whole, shares }: PriceStep) => ({
  kind,
  id,
  amount: whole,
  shares: shares.map(({ line_id, amount }) => ({ skuId: line_id, amount })),
});

/** A cart with what it costs. */
export const quoteMessage = ({ parcels, total, currency, stock }: Quote): PreviewOrdersResponse => ({
  parcels: parcels.map(({ merchantId, lines, price }) => ({
    merchantId,
    lines: lines.map((line) => ({
      line: lineMessage(line),
      amount: price.lines.find(({ id }) => id === line.sku_id)?.amount ?? 0,
      stock: stock.get(line.sku_id) ?? 0,
    })),
    goodsAmount: price.goods,
    freightAmount: price.freight,
    totalAmount: price.total,
    priceSteps: price.steps.map(stepMessage),
  })),
  total: { amount: total, currency },
});

/** What a seat's holder is told of its order: no address, so nothing is opened in a rush. */
export const placedMessage = (order: Order): PlacedOrder => ({
  orderId: order._id,
  groupId: order.group?.group_id ?? '',
  quantity: order.group?.quantity ?? 0,
  total: { amount: order.total, currency: order.currency },
  payByMs: order.pay_by.getTime(),
});
