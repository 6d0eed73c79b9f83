import { DomainError, isErrorCode } from '@social/contracts/errors';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { PlacedOrder__Output } from '@social/contracts/generated/social/orders/v1/PlacedOrder';
import type { Relay } from '@social/messaging/outbox';
import type { RpcClient } from '@social/rpc/client';
import { toTimestamp } from '@social/rpc/time';
import { groupCommit } from '@social/runtime/batcher';
import { type Caller, serviceCaller } from '@social/runtime/caller';
import type { Clock } from '@social/runtime/clock';
import { crashPoint } from '@social/runtime/crash-point';
import { newId } from '@social/runtime/ids';
import type { Logger } from '@social/runtime/log';
import { traceparent } from '@social/runtime/telemetry';
import type { ActivityReader } from './activities.ts';
import { type Activity, requireOpen, requireQuantity } from './activity.ts';
import { abandon, type ClosingDeps } from './closing.ts';
import type { Epochs } from './epochs.ts';
import { type Group, leave } from './group.ts';
import type { SeatAnswer, SeatRequest, Seats } from './seats.ts';
import { type Collections, type GroupDoc, insertGroups, newGroupDoc, updateGroup } from './store.ts';

export type SeatingDeps = {
  collections: Collections;
  activities: ActivityReader;
  epochs: Epochs;
  seats: Seats;
  orders: RpcClient<OrdersServiceDefinition>;
  groupRelay: Relay;
  clock: Clock;
  log: Logger;
  graceMs: number;
  /** How many orders go in one call, and how many calls at once. */
  placing: { maxBatch: number; flights: number };
};

/** What a person asks: so many units, sent there; the key makes it repeatable. */
export type Wish = { userId: string; quantity: number; addressId: string; request: { id: string; bodyHash: string } };

/** A seat held and the order to pay for it. */
export type HeldSeat = { activity: Activity; groupId: string; order: PlacedOrder__Output };

type Placing = { activity: Activity; seat: SeatRequest; wish: Wish; payByLimit: Date; parent: string | undefined };

const SERVICE = serviceCaller('group-buy');

/** How long a written order waits for seats that are being rebuilt, before it is cancelled. */
const CONFIRM_WITHIN_MS = 5000;

/** Whether a seat is held since now, or was by this very request before: then its order stands and keeps it. */
type Hold = 'new' | 'repeated';

/** Opening, joining and leaving: seat first, then the order, then the seat again if the gate was rebuilt meanwhile. */
export function openSeating(deps: SeatingDeps) {
  const { activities, epochs, seats, orders, clock, graceMs } = deps;
  const placing = { maxQueue: 5000, ...deps.placing };

  const place = groupCommit<Placing, PlacedOrder__Output>(async (items) => {
    const requests = items.map(({ activity, seat, wish, payByLimit, parent }) => ({
      traceparent: parent,
      orderId: seat.orderId,
      buyerId: wish.userId,
      merchantId: activity.merchantId,
      activityId: activity.id,
      groupId: seat.groupId,
      currency: activity.currency,
      addressId: wish.addressId,
      payByLimit: toTimestamp(payByLimit),
      request: wish.request,
      line: {
        skuId: activity.skuId,
        productId: activity.productId,
        title: activity.title,
        optionValues: activity.optionValues,
        picture: activity.picture,
        quantity: wish.quantity,
        unitAmount: activity.groupAmount,
      },
    }));
    const { results } = await orders.PlaceGroupOrders({ orders: requests }, { caller: SERVICE });
    return results.map(({ order, errorCode, errorMessage }) => {
      if (order) return order;
      return new DomainError(isErrorCode(errorCode) ? errorCode : 'internal', errorMessage);
    });
  }, placing);

  const writeGroup = groupCommit<GroupDoc, 'new' | 'known'>(
    (docs) => insertGroups(deps.collections.groups, deps.groupRelay, docs),
    placing,
  );

  /** The document of a group that is being opened; a repeated request finds the one it wrote before. */
  const ensureGroup = async (activity: Activity, { groupId, userId }: SeatRequest, now: Date, dueAt: Date) => {
    const members: Group['members'] = [];
    const { id: activityId, groupSize: size } = activity;
    const group = { id: groupId, activityId, size, members, headId: userId, openedAt: now, dueAt, version: 0 };
    const written = await writeGroup.add(newGroupDoc({ ...group, state: 'forming' }, now));
    if (written === 'new') activities.noteGroup(groupId, { activityId, dueAt });
  };

  const seatRequest = (activity: Activity, groupId: string, wish: Wish, dueAt: Date): SeatRequest => {
    const untilDue = dueAt.getTime() - clock.now().getTime();
    return {
      groupId,
      userId: wish.userId,
      orderId: newId('ord'),
      requestId: wish.request.id,
      quantity: wish.quantity,
      holdMs: Math.max(0, Math.min(activity.paySeconds * 1000, untilDue)) + graceMs,
      limitPerPerson: activity.limitPerPerson,
    };
  };

  /** The answer that this very request had before, when its effect stands already; a refusal is not one. */
  const earlier = async (wish: Wish): Promise<PlacedOrder__Output | undefined> => {
    if (wish.request.id === '') return undefined;
    const { order } = await orders.FindGroupOrder({ request: wish.request, buyerId: wish.userId }, { caller: SERVICE });
    return order ?? undefined;
  };

  /** Seats were rebuilt between hold and order: the hold must stand in the epoch that counts now. */
  const confirm = (activity: Activity, seat: SeatRequest, dueAt: Date) =>
    epochs.under(activity.id, async (epoch): Promise<SeatAnswer> => {
      const standing = await seats.confirm(epoch, seat);
      if (standing.kind !== 'closed') return standing;

      const joined = await seats.join(epoch, seat);
      return joined.kind === 'closed' ? seats.open(epoch, seat, activity.groupSize, dueAt) : joined;
    });

  const confirmWithin = async (activity: Activity, seat: SeatRequest, dueAt: Date): Promise<SeatAnswer> => {
    const deadline = Date.now() + CONFIRM_WITHIN_MS;
    for (;;) {
      try {
        return await confirm(activity, seat, dueAt);
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'seats-rebuilding' || Date.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };

  const cancel = (order: PlacedOrder__Output) =>
    orders
      .CancelOrder({ orderId: order.orderId }, { caller: { userId: order.buyerId, roles: ['shopper', 'service'] } })
      .catch((error) => deps.log.warn({ err: error, orderId: order.orderId }, 'left to the deadline'));

  /** Frees a seat whose order was refused; if that was the last one of its group, the group ends. */
  const release = (activity: Activity, { groupId, userId, orderId }: SeatRequest) =>
    freeSeat(deps, { activityId: activity.id, groupId, userId, orderId }).catch((error) =>
      deps.log.warn({ err: error, orderId }, 'the hold is left to lapse'),
    );

  /** From a held seat to an order that can be paid. */
  const takeSeat = async (
    activity: Activity,
    held: SeatRequest,
    wish: Wish,
    dueAt: Date,
    hold: Hold,
  ): Promise<HeldSeat> => {
    const payByLimit = new Date(clock.now().getTime() + held.holdMs - graceMs);
    let order: PlacedOrder__Output;
    try {
      order = await place.add({ activity, seat: held, wish, payByLimit, parent: traceparent() });
    } catch (error) {
      const refused =
        error instanceof DomainError && !['deadline-exceeded', 'service-unavailable', 'internal'].includes(error.code);
      // On an unknown outcome the order may exist: the seat stays held until the order's own deadline.
      if (refused && hold === 'new') await release(activity, held);
      throw error;
    }
    if (order.orderId !== held.orderId) {
      await release(activity, held);
      return { activity, groupId: order.groupId, order };
    }
    try {
      const stands = await confirmWithin(activity, held, dueAt);
      if (stands.kind === 'held' || stands.kind === 'joined') return { activity, groupId: held.groupId, order };
    } catch (error) {
      await cancel(order);
      throw error;
    }
    await cancel(order);
    throw new DomainError('group-full', 'the seat was lost while the seats were counted again; nothing was charged');
  };

  /** A refusal, unless this request's own earlier success is what causes it. */
  const refuse = async (activity: Activity, wish: Wish, refusal: DomainError): Promise<HeldSeat> => {
    const order = await earlier(wish);
    if (!order) throw refusal;

    return { activity, groupId: order.groupId, order };
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
    const seat = seatRequest(activity, newId('grp'), wish, dueAt);
    const answer = await epochs.under(activityId, (epoch) => seats.open(epoch, seat, activity.groupSize, dueAt));
    if (answer.kind !== 'held') return refuse(activity, wish, refusalOf(answer));

    crashPoint('seat-held');
    const held = { ...seat, groupId: answer.groupId, orderId: answer.orderId };
    await ensureGroup(activity, held, now, dueAt);
    crashPoint('group-written');
    return takeSeat(activity, held, wish, dueAt, held.orderId === seat.orderId ? 'new' : 'repeated');
  };

  const join = async (groupId: string, wish: Wish): Promise<HeldSeat> => {
    const { activityId, dueAt } = await activities.groupFacts(groupId);
    const activity = await activities.get(activityId);
    requireQuantity(activity, wish.quantity);
    if (activity.endedAt) return refuse(activity, wish, new DomainError('activity-ended'));

    const seat = seatRequest(activity, groupId, wish, dueAt);
    const answer = await epochs.under(activityId, (epoch) => seats.join(epoch, seat));
    if (answer.kind !== 'held') return refuse(activity, wish, refusalOf(answer));

    crashPoint('seat-held');
    const held = { ...seat, groupId: answer.groupId, orderId: answer.orderId };
    return takeSeat(activity, held, wish, dueAt, held.orderId === seat.orderId ? 'new' : 'repeated');
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
    case 'rebuilding':
      return new DomainError('seats-rebuilding', undefined, { retryAfterMs: 500 });
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
  const { collections, groupRelay, epochs, seats, clock } = deps;
  const taken = await epochs.under(left.activityId, (epoch) => seats.release(epoch, left));
  const doc = await collections.groups.findOne<Pick<GroupDoc, '_id'>>(
    { _id: left.groupId },
    { projection: { _id: 1 } },
  );
  if (!doc) return;

  const now = clock.now();
  await updateGroup(collections.groups, groupRelay, left.groupId, now, (group) => leave(group, left.userId, now));
  if (taken === 0) await abandon(deps, left.activityId, left.groupId);
}
