import { DomainError, isErrorCode } from '@social/contracts/errors';
import type { GroupOffer } from '@social/contracts/generated/social/orders/v1/GroupOffer';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { PlacedOrder__Output } from '@social/contracts/generated/social/orders/v1/PlacedOrder';
import type { RpcClient } from '@social/rpc/client';
import { groupCommit } from '@social/runtime/batcher';
import { type Caller, serviceCaller } from '@social/runtime/caller';
import type { Clock } from '@social/runtime/clock';
import { crashPoint } from '@social/runtime/crash-point';
import { newId, sameUuid } from '@social/runtime/ids';
import type { Logger } from '@social/runtime/log';
import { traceparent } from '@social/runtime/telemetry';
import type { ActivityReader } from './activities.ts';
import { type Activity, requireOpen, requireQuantity } from './activity.ts';
import { abandon, type ClosingDeps } from './closing.ts';
import type { Epochs } from './epochs.ts';
import { type Group, leave } from './group.ts';
import type { Epoch, SeatAnswer, SeatRequest, Seats } from './seats.ts';
import { type Collections, type GroupDoc, type Groups, newGroupDoc } from './store.ts';

export type SeatingDeps = {
  collections: Collections;
  activities: ActivityReader;
  epochs: Epochs;
  seats: Seats;
  orders: RpcClient<OrdersServiceDefinition>;
  groups: Groups;
  clock: Clock;
  log: Logger;
  graceMs: number;
  /** How many orders go in one call, and how many calls at once. */
  placing: { maxBatch: number; flights: number };
};

/** What a person asks: so many units, sent there; the key makes it repeatable. */
export type Wish = { userId: string; quantity: number; addressId: string; request: { id: string; bodyHash: string } };

/** The order to pay for a seat; `payByMs` since 1970, `amount` in minor units. */
export type SeatOrder = { orderId: string; groupId: string; quantity: number; amount: number; payByMs: number };
/** A seat held and the order to pay for it. */
export type HeldSeat = { activity: Activity; order: SeatOrder };

type Placing = { activity: Activity; seat: SeatRequest; wish: Wish; payByLimitMs: number; parent: string | undefined };

const SERVICE = serviceCaller('group-buy');

/** How long a written order waits for seats that are being rebuilt, before it is cancelled. */
const CONFIRM_WITHIN_MS = 5000;

/** A seat that is held: under which epoch, and whether an earlier try of this request holds it, whose order keeps it. */
type Held = { seat: SeatRequest; epoch: Epoch; repeated: boolean };

const orderOf = ({ orderId, groupId, quantity, total, payByMs }: PlacedOrder__Output): SeatOrder => ({
  orderId,
  groupId,
  quantity,
  amount: total?.amount ?? 0,
  payByMs,
});

const offerOf = (activity: Activity): GroupOffer => ({
  activityId: activity.id,
  merchantId: activity.merchantId,
  currency: activity.currency,
  line: {
    skuId: activity.skuId,
    productId: activity.productId,
    title: activity.title,
    optionValues: activity.optionValues,
    picture: activity.picture,
    quantity: 1,
    unitAmount: activity.groupAmount,
  },
});

/** Opening, joining and leaving: seat first, then the order, then the seat again if the gate was rebuilt meanwhile. */
export function openSeating(deps: SeatingDeps) {
  const { activities, epochs, seats, orders, clock, graceMs } = deps;
  const placing = { maxQueue: 5000, ...deps.placing };

  const place = groupCommit<Placing, SeatOrder>(async (items) => {
    const offers = [...new Map(items.map(({ activity }) => [activity.id, activity])).values()];
    const places = new Map(offers.map(({ id }, index) => [id, index]));
    const requests = items.map(({ activity, seat, wish, payByLimitMs, parent }) => ({
      traceparent: parent,
      orderId: seat.orderId,
      buyerId: wish.userId,
      groupId: seat.groupId,
      addressId: wish.addressId,
      quantity: wish.quantity,
      offer: places.get(activity.id) ?? 0,
      payByLimitMs,
      request: wish.request,
    }));
    const call = { offers: offers.map(offerOf), orders: requests };
    const { results } = await orders.PlaceGroupOrders(call, { caller: SERVICE });
    return results.map(({ payByMs, earlier, errorCode, errorMessage }, index) => {
      if (earlier) return orderOf(earlier);
      const item = items[index];
      if (errorCode || !item) return new DomainError(isErrorCode(errorCode) ? errorCode : 'internal', errorMessage);

      const { activity, seat, wish } = item;
      const amount = activity.groupAmount * wish.quantity;
      return { orderId: seat.orderId, groupId: seat.groupId, quantity: wish.quantity, amount, payByMs };
    });
  }, placing);

  const writeGroup = groupCommit<GroupDoc, 'new' | 'known'>((docs) => deps.groups.insert(docs), placing);

  /** The document of a group that is being opened; a repeated request finds the one it wrote before. */
  const ensureGroup = async (activity: Activity, { groupId, userId }: SeatRequest, now: Date, dueAt: Date) => {
    const members: Group['members'] = [];
    const { id: activityId, groupSize: size } = activity;
    const group = { id: groupId, activityId, size, members, headId: userId, openedAt: now, dueAt, version: 0 };
    const written = await writeGroup.add(newGroupDoc({ ...group, state: 'forming' }, now));
    if (written === 'new') activities.noteGroup(groupId, { activityId, dueAt });
  };

  const seatRequest = (activity: Activity, groupId: string, orderId: string, wish: Wish, dueAt: Date): SeatRequest => {
    const untilDue = dueAt.getTime() - clock.now().getTime();
    return {
      groupId,
      userId: wish.userId,
      orderId,
      requestId: wish.request.id,
      quantity: wish.quantity,
      holdMs: Math.max(0, Math.min(activity.paySeconds * 1000, untilDue)) + graceMs,
      limitPerPerson: activity.limitPerPerson,
    };
  };

  /** The answer that this very request had before, when its effect stands already; a refusal is not one. */
  const earlier = async (wish: Wish): Promise<SeatOrder | undefined> => {
    if (wish.request.id === '') return undefined;
    const { order } = await orders.FindGroupOrder({ request: wish.request, buyerId: wish.userId }, { caller: SERVICE });
    return order ? orderOf(order) : undefined;
  };

  /** Whether the seat is held still: nothing was lost if the epoch in which it was taken counts still. */
  const stands = async ({ seat, epoch }: Held): Promise<boolean> =>
    (await epochs.current(epoch.activityId)) === epoch && seats.stands(epoch, seat);

  /** Seats were rebuilt between hold and order: it is taken again, if it is not there, in the epoch that counts now. */
  const takeAgain = (activity: Activity, seat: SeatRequest, dueAt: Date) =>
    epochs.under(activity.id, async (epoch): Promise<SeatAnswer> => {
      const joined = await seats.join(epoch, seat);
      return joined.kind === 'closed' ? seats.open(epoch, seat, activity.groupSize, dueAt) : joined;
    });

  const confirm = async (activity: Activity, held: Held, dueAt: Date): Promise<SeatAnswer> => {
    const { orderId } = held.seat;
    if (await stands(held)) return { kind: 'held', orderId, repeated: held.repeated };
    return takeAgain(activity, held.seat, dueAt);
  };

  const confirmWithin = async (activity: Activity, held: Held, dueAt: Date): Promise<SeatAnswer> => {
    const deadline = Date.now() + CONFIRM_WITHIN_MS;
    for (;;) {
      try {
        return await confirm(activity, held, dueAt);
      } catch (error) {
        const passing = !(error instanceof DomainError) || error.code === 'seats-rebuilding';
        if (!passing || Date.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };

  const cancel = ({ userId, orderId }: SeatRequest) =>
    orders
      .CancelOrder({ orderId }, { caller: { userId, roles: ['shopper', 'service'] } })
      .catch((error) => deps.log.warn({ err: error, orderId }, 'left to the deadline'));

  /** Frees a seat whose order was refused; if that was the last one of its group, the group ends. */
  const release = (activity: Activity, { groupId, userId, orderId }: SeatRequest) =>
    freeSeat(deps, { activityId: activity.id, groupId, userId, orderId }).catch((error) =>
      deps.log.warn({ err: error, orderId }, 'the hold is left to lapse'),
    );

  /** From a held seat to an order that can be paid. */
  const takeSeat = async (activity: Activity, held: Held, wish: Wish, dueAt: Date): Promise<HeldSeat> => {
    const { seat } = held;
    const payByLimitMs = clock.now().getTime() + seat.holdMs - graceMs;
    let order: SeatOrder;
    try {
      order = await place.add({ activity, seat, wish, payByLimitMs, parent: traceparent() });
    } catch (error) {
      const refused =
        error instanceof DomainError && !['deadline-exceeded', 'service-unavailable', 'internal'].includes(error.code);
      // On an unknown outcome the order may exist: the seat stays held until the order's own deadline.
      if (refused && !held.repeated) await release(activity, seat);
      throw error;
    }
    if (order.orderId !== seat.orderId) {
      await release(activity, seat);
      return { activity, order };
    }
    try {
      const standing = await confirmWithin(activity, held, dueAt);
      if (standing.kind === 'held' || standing.kind === 'joined') return { activity, order };
    } catch (error) {
      await cancel(seat);
      throw error;
    }
    await cancel(seat);
    throw new DomainError('group-full', 'the seat was lost while the seats were counted again; nothing was charged');
  };

  /** A refusal, unless this request's own earlier success is what causes it. */
  const refuse = async (activity: Activity, wish: Wish, refusal: DomainError): Promise<HeldSeat> => {
    const order = await earlier(wish);
    if (!order) throw refusal;

    return { activity, order };
  };

  const open = async (activityId: string, wish: Wish): Promise<HeldSeat> => {
    const activity = await activities.get(activityId);
    const now = clock.now();
    try {
      requireOpen(activity, now);
      requireQuantity(activity, wish.quantity);
    } catch (error) {
      // Before the start nobody can have had a seat.
      if (!(error instanceof DomainError) || error.code === 'activity-not-open') throw error;
      return refuse(activity, wish, error);
    }
    const dueAt = new Date(now.getTime() + activity.fillSeconds * 1000);
    const groupId = newId('grp');
    // The opener's order has the group's number, so that a repeated request finds its group.
    const seat = seatRequest(activity, groupId, sameUuid('ord', groupId), wish, dueAt);
    const { answer, epoch } = await epochs.under(activityId, async (current) => ({
      answer: await seats.open(current, seat, activity.groupSize, dueAt),
      epoch: current,
    }));
    if (answer.kind !== 'held') return refuse(activity, wish, refusalOf(answer));

    crashPoint('seat-held');
    const { orderId, repeated } = answer;
    const held = { seat: { ...seat, orderId, groupId: sameUuid('grp', orderId) }, epoch, repeated };
    await ensureGroup(activity, held.seat, now, dueAt);
    crashPoint('group-written');
    await seats.settle(epoch, held.seat.groupId);
    return takeSeat(activity, held, wish, dueAt);
  };

  const join = async (groupId: string, wish: Wish): Promise<HeldSeat> => {
    const { activityId, dueAt } = await activities.groupFacts(groupId);
    const activity = await activities.get(activityId);
    requireQuantity(activity, wish.quantity);
    if (activity.endedAt) return refuse(activity, wish, new DomainError('activity-ended'));

    const seat = seatRequest(activity, groupId, newId('ord'), wish, dueAt);
    const { answer, epoch } = await epochs.under(activityId, async (current) => ({
      answer: await seats.join(current, seat),
      epoch: current,
    }));
    if (answer.kind !== 'held') return refuse(activity, wish, refusalOf(answer));

    crashPoint('seat-held');
    const { orderId, repeated } = answer;
    return takeSeat(activity, { seat: { ...seat, orderId }, epoch, repeated }, wish, dueAt);
  };

  /** Gives up an unpaid seat: its order is cancelled first, so that a payment on its way finds out. */
  const leaveGroup = async (groupId: string, caller: Caller): Promise<void> => {
    const { activityId } = await activities.groupFacts(groupId);
    const held = await epochs.under(activityId, (epoch) => seats.heldOrder(epoch, groupId, caller.userId));
    if (!held) throw new DomainError('seat-not-found');
    if (held.paid) throw new DomainError('seat-paid');

    try {
      await orders.CancelOrder({ orderId: held.orderId }, { caller });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'order-transition-refused') throw new DomainError('seat-paid');
      throw error;
    }
    await freeSeat(deps, { activityId, groupId, userId: caller.userId, orderId: held.orderId });
  };

  return { open, join, leave: leaveGroup };
}

export type Seating = ReturnType<typeof openSeating>;

/** A refusal of the gate in the words of the API. */
function refusalOf(answer: Exclude<SeatAnswer, { kind: 'held' }>): DomainError {
  switch (answer.kind) {
    case 'holding':
      return new DomainError('already-joined', `a seat is held already; pay order ${answer.orderId}`);
    case 'joined':
      return new DomainError('already-joined');
    case 'full':
      return new DomainError('group-full', undefined, comeAgain(answer.againAt || answer.freeAt));
    case 'sold-out':
      return new DomainError('sold-out', undefined, comeAgain(answer.againAt));
    case 'expired':
      return new DomainError('group-expired');
    case 'closed':
      return new DomainError('group-closed');
    case 'no-seat':
      return new DomainError('group-closed');
    default:
      return new DomainError(answer.kind);
  }
}

/** When to come again: soon for those to whom a freed seat is offered first, else when a hold lapses; 0 is never. */
const comeAgain = (at: number) => (at === 0 ? {} : { retryAfterMs: Math.max(1000, at - Date.now()) });

type Left = { activityId: string; groupId: string; userId: string; orderId: string };

/**
 * After an unpaid order ended: its seat is free again, headship passes on if it was the head's, and a group in which
 * nobody is left ends, so that its stock can make another.
 */
export async function freeSeat(deps: ClosingDeps, left: Left): Promise<void> {
  const { collections, groups, epochs, seats, clock } = deps;
  const taken = await epochs.under(left.activityId, (epoch) => seats.release(epoch, left));
  const doc = await collections.groups.findOne<Pick<GroupDoc, '_id'>>(
    { _id: left.groupId },
    { projection: { _id: 1 } },
  );
  if (!doc) return;

  const now = clock.now();
  await groups.update(left.groupId, now, (group) => leave(group, left.userId, now));
  if (taken === 0) await abandon(deps, left.activityId, left.groupId);
}
