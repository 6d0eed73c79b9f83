import { DomainError } from '@social/contracts/errors';
import type { RequestKey__Output } from '@social/contracts/generated/social/common/v1/RequestKey';
import type { GroupOffer__Output } from '@social/contracts/generated/social/orders/v1/GroupOffer';
import type { GroupOrderRequest__Output } from '@social/contracts/generated/social/orders/v1/GroupOrderRequest';
import type { GroupOrderResult } from '@social/contracts/generated/social/orders/v1/GroupOrderResult';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { Handlers } from '@social/rpc/server';
import { toTimestamp } from '@social/rpc/time';
import { type Caller, requireCaller, requireRole } from '@social/runtime/caller';
import { adjustPrice, extendReceipt } from './adjustments.ts';
import { mergeCart } from './checkout.ts';
import { keepAddresses, withAddresses } from './delivery.ts';
import {
  type Actor,
  cancel,
  confirm,
  type Order,
  payable,
  type RequestKey,
  type Role,
  type Step,
  ship,
} from './domain.ts';
import { freight } from './freight-rpc.ts';
import { findGroupOrder, type Offer, type Placed, placeGroupOrders, type SeatOrder } from './group-placement.ts';
import { cursorOf, listOrders } from './lists.ts';
import { type PlacementDeps, placeOrders } from './placement.ts';
import { quote } from './quote.ts';
import { answerTo, once } from './requests.ts';
import type { HeldSeat } from './store.ts';
import { actorOn, placedMessage, quoteMessage, rolesOfViewer, toMessage } from './view.ts';

/** Most holds in one answer. */
const MAX_HOLDS = 1000;

/** A key without an id is none: the caller is a service that repeats safely by itself. */
const keyOf = (request: RequestKey__Output | null): RequestKey | undefined =>
  request && request.id !== '' ? { id: request.id, body_hash: request.bodyHash } : undefined;

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

type OrdersHandlers = Handlers<OrdersServiceDefinition>;

/** proto ↔ domain, and who may ask. */
export const handlers = (deps: PlacementDeps): OrdersHandlers => ({
  ...placing(deps),
  ...reading(deps),
  ...acting(deps),
  ...forPayments(deps),
  ...freight(deps),
});

type Placing = 'PreviewOrders' | 'PlaceOrders' | 'PlaceGroupOrders' | 'FindGroupOrder';

/** Carts and held seats become orders. */
const placing = (deps: PlacementDeps): Pick<OrdersHandlers, Placing> => ({
  PreviewOrders: async ({ lines, addressId }, { caller }) => {
    requireCaller(caller);
    return quoteMessage(await quote(deps, caller, mergeCart(lines), addressId));
  },
  PlaceOrders: async ({ lines, addressId, request, expectedTotal }, { caller }) => {
    requireCaller(caller);
    const checkout = { lines, addressId, request: keyOf(request), shown: expectedTotal };
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

const reading = (deps: PlacementDeps): Pick<OrdersHandlers, 'GetOrder' | 'ListOrders' | 'ListSeatHolds'> => ({
  GetOrder: async ({ orderId }, { caller }) => {
    const order = await deps.store.get(orderId);
    rolesOfViewer(order, caller);
    const [shown = order] = await withAddresses(deps, [order]);
    return toMessage(shown, caller, deps.cipher);
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

/** Something that a person or service does to one order. */
type Deed = {
  orderId: string;
  request: RequestKey__Output | null;
  allowed: readonly Role[];
  rule: (order: Order, actor: Actor) => Step;
};

/** Does it once a request key; answers the order as the request left it. */
async function act({ store, returns, cipher }: PlacementDeps, caller: Caller, deed: Deed) {
  const key = keyOf(deed.request);
  const order = await store.update(deed.orderId, (current) => {
    const actor = actorOn(current, caller, deed.allowed);
    return once(current, key, (fresh) => deed.rule(fresh, actor));
  });
  returns.nudge(order);
  return toMessage(answerTo(order, key), caller, cipher);
}

type Acting = 'CancelOrder' | 'AdjustPrice' | 'ShipOrder' | 'ExtendReceipt' | 'ConfirmReceipt';

const acting = (deps: PlacementDeps): Pick<OrdersHandlers, Acting> => {
  const { clock, timing } = deps;
  return {
    CancelOrder: ({ orderId, request }, { caller }) =>
      act(deps, caller, {
        orderId,
        request,
        allowed: ['buyer', 'service'],
        rule: (order, actor) => cancel(order, actor, `by-${actor.role}`, clock.now()),
      }),
    AdjustPrice: ({ orderId, request, totalAmount }, { caller }) =>
      act(deps, caller, {
        orderId,
        request,
        allowed: ['merchant-staff'],
        rule: (order, actor) => adjustPrice(order, actor, totalAmount, clock.now()),
      }),
    ShipOrder: ({ orderId, request, ...parcel }, { caller }) =>
      act(deps, caller, {
        orderId,
        request,
        allowed: ['merchant-staff'],
        rule: (order, actor) => ship(order, actor, parcel, clock.now(), timing),
      }),
    ExtendReceipt: ({ orderId, request }, { caller }) =>
      act(deps, caller, {
        orderId,
        request,
        allowed: ['buyer'],
        rule: (order, actor) => extendReceipt(order, actor, clock.now(), timing),
      }),
    ConfirmReceipt: ({ orderId, request }, { caller }) =>
      act(deps, caller, {
        orderId,
        request,
        allowed: ['buyer'],
        rule: (order, actor) => confirm(order, actor, clock.now()),
      }),
  };
};

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
