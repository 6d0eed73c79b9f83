import { DomainError } from '@social/contracts/errors';
import { serviceCaller } from '@social/runtime/caller';
import { crashPoint } from '@social/runtime/crash-point';
import { newId } from '@social/runtime/ids';
import { type Address, sealAddress } from './address.ts';
import { checkQuantity, placeSeat } from './checkout.ts';
import type { Actor, Line, Order, RequestKey, Step } from './domain.ts';
import type { PlacementDeps } from './placement.ts';
import { asPlaced, isRepeat } from './requests.ts';

/** An order for a seat that group-buy holds; its id was minted before the seat was held. */
export type SeatOrder = {
  orderId: string;
  buyerId: string;
  merchantId: string;
  activityId: string;
  groupId: string;
  line: Line;
  currency: string;
  addressId: string;
  payByLimit: Date | undefined;
  request: RequestKey | undefined;
  traceparent: string | undefined;
};

export type GroupPlacementDeps = Pick<PlacementDeps, 'store' | 'identity' | 'cipher' | 'clock' | 'timing'>;

/**
 * Places a batch of orders for held seats in one insert. Each item has its own result: the order, or the earlier order
 * of the same request, or why there is none. Errors of an item: quantity-invalid, address-not-found,
 * idempotency-key-reused. A failure of the infrastructure fails the batch; repeating it is safe.
 */
export async function placeGroupOrders(deps: GroupPlacementDeps, batch: SeatOrder[]): Promise<(Order | DomainError)[]> {
  const of = batch.map(({ buyerId, addressId }) => ({ userId: buyerId, addressId }));
  const { addresses } = await deps.identity.GetAddresses({ of }, { caller: serviceCaller('orders') });
  const prepared = batch.map((item, index) => prepareSeat(deps, item, addresses[index]));
  const steps = prepared.filter((result): result is Step => !(result instanceof DomainError));
  const fresh = await deps.store.insert(steps);
  crashPoint('order-written');
  const open = batch.filter((_, index) => {
    const result = prepared[index];
    return result instanceof DomainError || (result !== undefined && !fresh.has(result.order._id));
  });
  const earlier = await findEarlier(deps, open);

  return batch.map((item, index) => {
    const result = prepared[index];
    if (result && !(result instanceof DomainError) && fresh.has(result.order._id)) return result.order;
    return earlierAnswer(item, earlier) ?? (result instanceof DomainError ? result : new DomainError('internal'));
  });
}

function prepareSeat(
  deps: GroupPlacementDeps,
  item: SeatOrder,
  address: (Address & { addressId: string }) | undefined,
): Step | DomainError {
  try {
    checkQuantity(item.line.quantity);
    if (!address?.addressId) return new DomainError('address-not-found');

    const by: Actor = { role: 'buyer', id: item.buyerId };
    const parts = {
      _id: item.orderId,
      checkout_id: newId('chk'),
      buyer_id: item.buyerId,
      merchant_id: item.merchantId,
      currency: item.currency,
      lines: [item.line],
      address: sealAddress(deps.cipher, item.orderId, address),
      request: item.request,
      group: { activity_id: item.activityId, group_id: item.groupId, quantity: item.line.quantity },
    };
    const step = placeSeat(parts, by, item.payByLimit, deps.clock.now(), deps.timing);
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

function earlierAnswer(item: SeatOrder, earlier: Order[]): Order | DomainError | undefined {
  const { request } = item;
  const found = earlier.find(
    ({ _id, request: before }) => _id === item.orderId || (request && before?.id === request.id),
  );
  if (!found) return undefined;
  if (found.buyer_id !== item.buyerId) return new DomainError('idempotency-key-reused');

  try {
    if (request) isRepeat(found.request, request);
    return asPlaced(found);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
