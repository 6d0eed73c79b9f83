import { DomainError } from '@social/contracts/errors';
import type { GroupOffer__Output } from '@social/contracts/generated/social/orders/v1/GroupOffer';
import type { GroupOrderRequest__Output } from '@social/contracts/generated/social/orders/v1/GroupOrderRequest';
import type { GroupOrderResult } from '@social/contracts/generated/social/orders/v1/GroupOrderResult';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { Handlers } from '@social/rpc/server';
import { toTimestamp } from '@social/rpc/time';
import { requireCaller, requireRole } from '@social/runtime/caller';
import { newId } from '@social/runtime/ids';
import { unlessArchived } from './archive/refusal.ts';
import { mergeCart } from './checkout.ts';
import { deeds, keyOf } from './deeds.ts';
import { keepAddresses, withAddresses } from './delivery.ts';
import { type Order, payable } from './domain.ts';
import { freight } from './freight-rpc.ts';
import { findGroupOrder, type Offer, type Placed, placeGroupOrders, type SeatOrder } from './group-placement.ts';
import { cursorOf, listOrders } from './lists.ts';
import { type PickUpDeps, pickingUp } from './pick-up-rpc.ts';
import { destinationOf, type PlacementDeps, placeOrders } from './placement.ts';
import { quote } from './quote.ts';
import { type SendingDeps, sending } from './sending-rpc.ts';
import { stockClaims } from './stock-claims.ts';
import type { HeldSeat } from './store.ts';
import { placedMessage, quoteMessage, rolesOfViewer, rolesOn, toMessage } from './view.ts';

/** Most holds in one answer. */
const MAX_HOLDS = 1000;

const offerOf = ({ line, ...offer }: GroupOffer__Output): Offer => ({
  ...offer,
  line: {
    sku_id: line?.skuId ?? '',
    product_id: line?.productId ?? '',
    title: line?.title ?? '',
    option_values: line?.optionValues ?? [],
    picture: line?.picture ?? '',
    quantity: 1,
    unit_amount: line?.unitAmount ?? 0,
  },
});

/** Errors: request-invalid, for an order of no offer. */
function seatOrderOf(item: GroupOrderRequest__Output, offers: Offer[]): SeatOrder {
  const { payByLimitMs, request, offer: place, ...rest } = item;
  const offer = offers[place];
  if (!offer) throw new DomainError('request-invalid', `there is no offer ${place}`);

  const payByLimit = payByLimitMs > 0 ? new Date(payByLimitMs) : undefined;
  return { ...rest, offer, payByLimit, request: keyOf(request) };
}

function resultOf(placed: Placed): GroupOrderResult {
  if (placed instanceof DomainError) return { errorCode: placed.code, errorMessage: placed.message };
  return 'fresh' in placed ? { payByMs: placed.fresh.pay_by.getTime() } : { earlier: placedMessage(placed.earlier) };
}

type OrdersHandlers = Handlers<OrdersServiceDefinition, 'ExportOrders'>;

/** For who asks without a key, and will not ask again. */
const aKey = () => ({ id: newId('req'), body_hash: '' });

/** proto ↔ domain, and who may ask; the export is a stream. */
export const handlers = (deps: PlacementDeps & SendingDeps & PickUpDeps): OrdersHandlers => ({
  ...placing(deps),
  ...reading(deps),
  ...deeds(deps),
  ...sending(deps),
  ...pickingUp(deps),
  ...forPayments(deps),
  ...freight(deps),
  ...stockClaims(deps),
});

type Placing = 'PreviewOrders' | 'PlaceOrders' | 'PlaceGroupOrders' | 'FindGroupOrder';

/** Carts and held seats become orders. */
const placing = (deps: PlacementDeps): Pick<OrdersHandlers, Placing> => ({
  PreviewOrders: async ({ lines, ...wished }, { caller }) => {
    requireCaller(caller);
    return quoteMessage(await quote(deps, caller, mergeCart(lines), destinationOf(wished)));
  },
  PlaceOrders: async ({ request, expectedTotal, ...wished }, { caller }) => {
    requireCaller(caller);
    const checkout = { ...wished, request: keyOf(request) ?? aKey(), shown: expectedTotal };
    const orders = await placeOrders(deps, caller, checkout);
    const messages = orders.map((order) => toMessage(order, caller, deps.cipher));
    return { checkoutId: orders[0]?.checkout_id ?? '', orders: messages };
  },
  PlaceGroupOrders: async ({ offers, orders }, { caller }) => {
    requireRole(caller, 'service');
    const known = offers.map(offerOf);
    const results = await placeGroupOrders(
      deps,
      orders.map((order) => seatOrderOf(order, known)),
    );
    return { results: results.map(resultOf) };
  },
  FindGroupOrder: async ({ request, buyerId }, { caller }) => {
    requireRole(caller, 'service');
    const order = await findGroupOrder(deps, buyerId, keyOf(request));
    return { order: order && placedMessage(order) };
  },
});

type Reading = 'GetOrder' | 'GetCheckout' | 'ListOrders' | 'ListSeatHolds';

const reading = (deps: PlacementDeps): Pick<OrdersHandlers, Reading> => ({
  GetOrder: async ({ orderId }, { caller }) => {
    const order = await unlessArchived(deps.store, orderId, caller, () => deps.store.get(orderId));
    rolesOfViewer(order, caller);
    const [shown = order] = await withAddresses(deps, [order]);
    return toMessage(shown, caller, deps.cipher);
  },
  GetCheckout: async ({ orderId }, { caller }) => {
    const order = await unlessArchived(deps.store, orderId, caller, () => deps.store.get(orderId));
    rolesOfViewer(order, caller);
    const together = order.request ? await deps.store.byRequests([order.request.id]) : [order];
    const orders = together.filter((one) => rolesOn(one, caller).length > 0 && one.state !== 'placing');
    const amount = orders.reduce((sum, { total }) => sum + total, 0);
    return {
      checkoutId: order.checkout_id,
      orders: orders.map((one) => toMessage(one, caller, deps.cipher)),
      total: { amount, currency: order.currency },
    };
  },
  ListOrders: async (request, { caller }) => {
    requireCaller(caller);
    const page = await listOrders(deps.store, caller, request);
    const shown = await withAddresses(deps, page.orders);
    return { orders: shown.map((order) => toMessage(order, caller, deps.cipher)), nextCursor: cursorOf(page) };
  },
  ListSeatHolds: async ({ activityId, afterOrderId, limit }, { caller }) => {
    requireRole(caller, 'service');
    const most = Math.min(Math.max(limit || MAX_HOLDS, 1), MAX_HOLDS);
    const orders = await deps.store.unpaidSeats(activityId, afterOrderId, most);
    return { holds: orders.map(holdMessage) };
  },
});

const forPayments = (deps: PlacementDeps): Pick<OrdersHandlers, 'GetPayable'> => ({
  GetPayable: async ({ orderIds, buyerId }, { caller }) => {
    requireRole(caller, 'service');
    const found = await Promise.all(orderIds.map(deps.store.find));
    const messages = found.map((order) => payableMessage(order, buyerId, deps.clock.now()));
    await keepAddresses(
      deps,
      found.flatMap((order) => order ?? []),
    );
    return { orders: messages };
  },
});

function payableMessage(order: Order | undefined, buyerId: string, now: Date) {
  if (!order || order.buyer_id !== buyerId || order.state === 'placing' || order.state === 'abandoned') {
    throw new DomainError('order-not-found');
  }

  const { amount, payBy } = payable(order, now);
  const total = { amount, currency: order.currency };
  return { orderId: order._id, total, payBy: toTimestamp(payBy), title: order.lines[0]?.title ?? '' };
}

const holdMessage = (order: HeldSeat) => ({
  orderId: order._id,
  groupId: order.group?.group_id ?? '',
  buyerId: order.buyer_id,
  quantity: order.group?.quantity ?? 0,
  payBy: toTimestamp(order.pay_by),
});
