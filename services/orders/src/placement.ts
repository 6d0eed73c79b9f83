import { createHash } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { Money__Output } from '@social/contracts/generated/social/common/v1/Money';
import type { Caller } from '@social/runtime/caller';
import type { Clock } from '@social/runtime/clock';
import { crashPoint } from '@social/runtime/crash-point';
import type { FieldCipher } from '@social/runtime/field-cipher';
import { newId } from '@social/runtime/ids';
import type { KeyRing } from '@social/runtime/key-ring';
import { type Address, sealAddress } from './address.ts';
import { checkText, MAX_REMARK } from './adjustments.ts';
import { type CartLine, mergeCart, prepare } from './checkout.ts';
import { type Actor, type Order, type RequestKey, type Timing, unchanged } from './domain.ts';
import { type PickUpPoint, sealCode } from './pick-up.ts';
import { type Destination, type QuoteDeps, quote, requireShown } from './quote.ts';
import { asPlaced, isRepeat } from './requests.ts';
import type { StockReturns, TakeStock } from './stock.ts';
import type { Store } from './store.ts';
import { giveUpTogether, inOrder, placeTogether, takeOver } from './together.ts';

export type PlacementDeps = QuoteDeps & {
  store: Store;
  takeStock: TakeStock;
  cipher: FieldCipher;
  /** With which identity marks the ids of addresses. */
  tokenKey: KeyRing;
  returns: StockReturns;
  clock: Clock;
  timing: Timing;
};

/** What the buyer wishes of one merchant's order: a remark, and where it is picked up (empty: it is sent). */
export type Wish = { merchantId: string; remark: string; pickUpPoint: string };

export type Checkout = {
  lines: CartLine[];
  /** Empty where all is picked up. */
  addressId: string;
  wishes: Wish[];
  request: RequestKey;
  /** The total that the buyer was shown; null: whatever it costs. */
  shown: Money__Output | null;
};

/**
 * A cart becomes one order a merchant. The orders are written before their stock is taken, so that a crash between the
 * two leaves something that the clock finds; the stock is taken for all or for none. Repeated with the same request
 * key it goes on where the first try stopped, or answers the orders as they were placed.
 */
export async function placeOrders(deps: PlacementDeps, caller: Caller, checkout: Checkout): Promise<Order[]> {
  const cart = mergeCart(checkout.lines);
  const before = await placedBefore(deps.store, caller.userId, checkout.request);
  if (before) return before;

  const by: Actor = { role: 'buyer', id: caller.userId };
  const written = await writeOrders(deps, caller, checkout, cart);
  crashPoint('order-placing');
  try {
    await deps.takeStock(written);
  } catch (error) {
    if (isRefusal(error)) await giveUpTogether(deps, written, by);
    throw error;
  }
  crashPoint('stock-taken');
  const placed = await placeTogether(deps, written, by);
  crashPoint('orders-placed');
  return placed.map(asPlaced);
}

/** Whether the catalog said no; anything else may have taken the stock, and is for the clock or a repeat to settle. */
const isRefusal = (error: unknown): boolean =>
  error instanceof DomainError && ['out-of-stock', 'sku-not-found', 'stock-holder-closed'].includes(error.code);

/** What a request placed, as it was placed; undefined while it has not. Errors: idempotency-key-reused. */
export async function placedBefore(store: Store, buyerId: string, request: RequestKey): Promise<Order[] | undefined> {
  const orders = await ordersOfRequest(store, buyerId, request);
  const isPlaced = orders.length > 0 && orders.every(({ state }) => state !== 'placing');
  return isPlaced ? orders.map(asPlaced) : undefined;
}

/** The orders that a request placed or is placing. Errors: idempotency-key-reused. */
async function ordersOfRequest(store: Store, buyerId: string, request: RequestKey): Promise<Order[]> {
  const orders = await store.byRequest(request.id);
  for (const order of orders) {
    isRepeat(order.request, request);
    if (order.buyer_id !== buyerId) throw new DomainError('idempotency-key-reused');
  }
  return inOrder(orders);
}

/** One checkout a request: two tries at once write the same checkout. */
const checkoutId = ({ id }: RequestKey): string =>
  `chk_${createHash('sha256').update(id).digest('base64url').slice(0, 32)}`;

/** Where a checkout goes, as its buyer wishes. */
export const destinationOf = ({ addressId, wishes }: Pick<Checkout, 'addressId' | 'wishes'>): Destination => ({
  addressId,
  pickUps: new Map(
    wishes.flatMap(({ merchantId, pickUpPoint }) => (pickUpPoint === '' ? [] : [[merchantId, pickUpPoint]])),
  ),
});

/** What is picked up needs a code and no address. */
function deliveryOf(
  cipher: FieldCipher,
  orderId: string,
  address: Address | undefined,
  point: PickUpPoint | undefined,
): Pick<Order, 'address' | 'pick_up'> {
  if (point) return { pick_up: { point, code: sealCode(cipher, orderId), wrong: 0 } };

  return address ? { address: sealAddress(cipher, orderId, address) } : {};
}

/** Writes the orders as `placing`; where a try before wrote some, those stay and the missing ones join them. */
async function writeOrders(
  deps: PlacementDeps,
  caller: Caller,
  checkout: Checkout,
  cart: CartLine[],
): Promise<Order[]> {
  const { request } = checkout;
  const quoted = await quote(deps, caller, cart, destinationOf(checkout));
  requireShown(quoted, checkout.shown);
  const orders = quoted.parcels.map(({ merchantId, currency, lines, price, pickUp }) => {
    const _id = newId('ord');
    const parts = { _id, checkout_id: checkoutId(request), buyer_id: caller.userId, merchant_id: merchantId };
    const by: Actor = { role: 'buyer', id: caller.userId };
    const cost = { total: price.total, freight: price.freight, price_steps: price.steps };
    const wish = checkout.wishes.find((one) => one.merchantId === merchantId);
    const remark = checkText(wish?.remark ?? '', MAX_REMARK) || undefined;
    const delivery = deliveryOf(deps.cipher, _id, quoted.address, pickUp);
    const order = { ...parts, ...cost, ...delivery, currency, lines, remark, request };
    return prepare(order, by, deps.clock.now(), deps.timing);
  });
  const fresh = await deps.store.insert(orders.map(unchanged));
  if (fresh.size === orders.length) {
    deps.store.remember(orders);
    return orders;
  }

  const together = await ordersOfRequest(deps.store, caller.userId, request);
  const isWhole = together.length === orders.length;
  if (!isWhole) throw new DomainError('request-in-progress');
  return takeOver(deps, together);
}
