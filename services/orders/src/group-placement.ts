import { DomainError } from '@social/contracts/errors';
import { crashPoint } from '@social/runtime/crash-point';
import { sameUuid } from '@social/runtime/ids';
import { checkQuantity, placeSeat } from './checkout.ts';
import { areBuyersOwn } from './delivery.ts';
import type { Actor, Line, Order, RequestKey, Step } from './domain.ts';
import type { PlacementDeps } from './placement.ts';
import { asPlaced, isRepeat } from './requests.ts';

/** What the seats of one activity are sold as; the line is for one unit. */
export type Offer = { activityId: string; merchantId: string; currency: string; line: Line };

/** An order for a seat that group-buy holds; its id was minted before the seat was held. */
export type SeatOrder = {
  offer: Offer;
  orderId: string;
  buyerId: string;
  groupId: string;
  quantity: number;
  addressId: string;
  payByLimit: Date | undefined;
  request: RequestKey | undefined;
  traceparent: string | undefined;
};

export type GroupPlacementDeps = Pick<PlacementDeps, 'store' | 'addresses' | 'tokenKey' | 'clock' | 'timing'>;

/** What came of one: a new order, the earlier one of the same request, or why there is none. */
export type Placed = { fresh: Order } | { earlier: Order } | DomainError;

/**
 * Places a batch of orders for held seats in one insert. Errors of an item: quantity-invalid, address-not-found,
 * idempotency-key-reused. A failure of the infrastructure fails the batch; repeating it is safe.
 */
export async function placeGroupOrders(deps: GroupPlacementDeps, batch: SeatOrder[]): Promise<Placed[]> {
  const own = await areBuyersOwn(deps.addresses, deps.tokenKey, batch);
  const now = deps.clock.now();
  const prepared = batch.map((item, index) => prepareSeat(deps, item, own[index] === true, now));
  const steps = prepared.filter((result): result is Step => !(result instanceof DomainError));
  const fresh = await deps.store.insert(steps);
  crashPoint('order-written');
  const isFresh = (result: Step | DomainError | undefined): result is Step =>
    result !== undefined && !(result instanceof DomainError) && fresh.has(result.order._id);
  const earlier = await findEarlier(
    deps,
    batch.filter((_, index) => !isFresh(prepared[index])),
  );

  return batch.map((item, index) => {
    const result = prepared[index];
    if (isFresh(result)) return { fresh: result.order };
    return earlierAnswer(item, earlier) ?? (result instanceof DomainError ? result : new DomainError('internal'));
  });
}

function prepareSeat(deps: GroupPlacementDeps, item: SeatOrder, isOwn: boolean, now: Date): Step | DomainError {
  const { offer, quantity } = item;
  try {
    checkQuantity(quantity);
    if (!isOwn) return new DomainError('address-not-found');

    const by: Actor = { role: 'buyer', id: item.buyerId };
    const parts = {
      _id: item.orderId,
      // A checkout of this one order.
      checkout_id: sameUuid('chk', item.orderId),
      buyer_id: item.buyerId,
      merchant_id: offer.merchantId,
      currency: offer.currency,
      lines: [{ ...offer.line, quantity }],
      address_id: item.addressId,
      request: item.request,
      group: { activity_id: offer.activityId, group_id: item.groupId, quantity },
    };
    const step = placeSeat(parts, by, item.payByLimit, now, deps.timing);
    return { ...step, traceparent: item.traceparent };
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** The order that a request placed before, as it was placed. Errors: idempotency-key-reused. */
export async function findGroupOrder(
  { store }: Pick<GroupPlacementDeps, 'store'>,
  buyerId: string,
  request: RequestKey | undefined,
): Promise<Order | undefined> {
  if (!request) return undefined;
  const [found] = await store.byRequests([request.id]);
  if (!found) return undefined;
  if (found.buyer_id !== buyerId) throw new DomainError('idempotency-key-reused');

  isRepeat(found.request, request);
  return asPlaced(found);
}

/** What is stored already under the ids and requests of the batch. */
async function findEarlier({ store }: GroupPlacementDeps, batch: SeatOrder[]): Promise<Order[]> {
  if (batch.length === 0) return [];
  const requestIds = batch.flatMap(({ request }) => (request ? [request.id] : []));
  const [byId, byRequest] = await Promise.all([
    store.byIds(batch.map(({ orderId }) => orderId)),
    store.byRequests(requestIds),
  ]);
  return [...byId, ...byRequest];
}

function earlierAnswer(item: SeatOrder, earlier: Order[]): Placed | undefined {
  const { request } = item;
  const found = earlier.find(
    ({ _id, request: before }) => _id === item.orderId || (request && before?.id === request.id),
  );
  if (!found) return undefined;
  if (found.buyer_id !== item.buyerId) return new DomainError('idempotency-key-reused');

  try {
    if (request) isRepeat(found.request, request);
    return { earlier: asPlaced(found) };
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
