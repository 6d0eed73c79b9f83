import { DomainError } from '@social/contracts/errors';
import type { Activity as ActivityMessage } from '@social/contracts/generated/social/groupbuy/v1/Activity';
import type { Group as GroupMessage } from '@social/contracts/generated/social/groupbuy/v1/Group';
import type { GroupBuyServiceDefinition } from '@social/contracts/generated/social/groupbuy/v1/GroupBuyService';
import type { Seat } from '@social/contracts/generated/social/groupbuy/v1/Seat';
import type { SeatResult } from '@social/contracts/generated/social/groupbuy/v1/SeatResult';
import type { SeatWish__Output } from '@social/contracts/generated/social/groupbuy/v1/SeatWish';
import type { Handlers } from '@social/rpc/server';
import { fromTimestamp, toTimestamp } from '@social/rpc/time';
import { requireCaller, requireMerchant, requireRole } from '@social/runtime/caller';
import type { Clock } from '@social/runtime/clock';
import { observe } from '@social/runtime/metrics';
import { whileMongoIsAway } from '@social/runtime/mongo-away';
import { contextOf, inSpan } from '@social/runtime/telemetry';
import type { ActivityReader } from './activities.ts';
import { type Activity, stateOf } from './activity.ts';
import { soldOf } from './deadlines.ts';
import type { Epochs } from './epochs.ts';
import type { Group } from './group.ts';
import type { HeldSeat, Seating, Wish } from './seating.ts';
import type { Seats } from './seats.ts';
import { newestFirst, type Selling } from './selling.ts';
import { stockClaims } from './stock-claims.ts';
import { type Collections, toGroup } from './store.ts';

export type GrpcDeps = {
  collections: Collections;
  activities: ActivityReader;
  epochs: Epochs;
  seats: Seats;
  seating: Seating;
  selling: Selling;
  clock: Clock;
};

const toProtoGroup = (group: Group): GroupMessage => ({
  groupId: group.id,
  activityId: group.activityId,
  state: `GROUP_STATE_${group.state.toUpperCase()}` as 'GROUP_STATE_FORMING',
  size: group.size,
  members: group.members.map(({ userId, orderId, joinedAt }) => ({ userId, orderId, joinedAt: toTimestamp(joinedAt) })),
  headId: group.headId,
  openedAt: toTimestamp(group.openedAt),
  dueAt: toTimestamp(group.dueAt),
  version: group.version,
  failReason: group.failReason ?? '',
});

const toProtoActivity = (activity: Activity, sold: number, now: Date): ActivityMessage => ({
  activityId: activity.id,
  merchantId: activity.merchantId,
  skuId: activity.skuId,
  productId: activity.productId,
  title: activity.title,
  picture: activity.picture,
  optionValues: activity.optionValues,
  listPrice: { amount: activity.listAmount, currency: activity.currency },
  groupPrice: { amount: activity.groupAmount, currency: activity.currency },
  groupSize: activity.groupSize,
  fillSeconds: activity.fillSeconds,
  stock: activity.stock,
  sold,
  limitPerPerson: activity.limitPerPerson,
  limitPerOrder: activity.limitPerOrder,
  paySeconds: activity.paySeconds,
  startsAt: toTimestamp(activity.startsAt),
  endsAt: toTimestamp(activity.endedAt ?? activity.endsAt),
  state: `ACTIVITY_STATE_${stateOf(activity, now).toUpperCase()}` as 'ACTIVITY_STATE_OPEN',
  version: activity.version,
  waitingRoom: activity.waitingRoom,
});

/** Built from what was fixed when the seat was taken, so a repeated request has the same answer. */
const toSeat = ({ activity, order }: HeldSeat): Seat => ({
  activityId: activity.id,
  groupId: order.groupId,
  orderId: order.orderId,
  quantity: order.quantity,
  total: { amount: order.amount, currency: activity.currency },
  payBy: toTimestamp(new Date(order.payByMs)),
});

/** One wish of a batch: in its own trace, counted like the RPC that it would be alone. */
async function asOneOfMany(wish: SeatWish__Output, hold: () => Promise<HeldSeat>): Promise<SeatResult> {
  const started = performance.now();
  const rpc = wish.activityId === '' ? 'JoinGroup' : 'OpenGroup';
  const parent = contextOf(wish.traceparent || undefined);
  const result = await inSpan('hold seat', { parent }, hold).then((held) => ({ seat: toSeat(held) }), toRefusal);
  const outcome = ('errorCode' in result && result.errorCode) || 'ok';
  observe('rpc', `social.groupbuy.v1.GroupBuyService/${rpc}`, outcome, (performance.now() - started) / 1000);
  return result;
}

/** A refusal as one result among many; a fault fails the whole call. */
function toRefusal(thrown: unknown): SeatResult {
  const error = whileMongoIsAway(thrown);
  if (!(error instanceof DomainError)) throw error;

  return { errorCode: error.code, errorMessage: error.message, retryAfterMs: error.details.retryAfterMs ?? 0 };
}

const wishOf = (
  userId: string,
  request: { quantity: number; addressId: string; request: { id: string; bodyHash: string } | null },
): Wish => ({
  userId,
  quantity: request.quantity,
  addressId: request.addressId,
  request: { id: request.request?.id ?? '', bodyHash: request.request?.bodyHash ?? '' },
});

/** Handlers: proto ↔ domain, nothing else. */
export function handlers(deps: GrpcDeps): Handlers<GroupBuyServiceDefinition> {
  const { collections, activities, epochs, seats, seating, selling, clock } = deps;
  /** From the gate, or counted from documents while the gate is away. */
  const sold = async (activityId: string): Promise<number> => {
    try {
      return (await epochs.under(activityId, (epoch) => seats.counts(epoch))).sold;
    } catch (error) {
      if (error instanceof DomainError) return soldOf(collections, activityId);
      throw error;
    }
  };
  const present = async (activity: Activity) => toProtoActivity(activity, await sold(activity.id), clock.now());
  const group = async (groupId: string) => {
    const doc = await collections.groups.findOne({ _id: groupId });
    if (!doc) throw new DomainError('group-not-found');
    return toProtoGroup(toGroup(doc));
  };

  return {
    ...stockClaims(collections),
    CreateActivity: async (request, { caller }) => {
      requireCaller(caller);
      const offer = {
        skuId: request.skuId,
        groupAmount: request.groupAmount,
        groupSize: request.groupSize,
        fillSeconds: request.fillSeconds,
        stock: request.stock,
        limitPerPerson: request.limitPerPerson,
        limitPerOrder: request.limitPerOrder,
        paySeconds: request.paySeconds,
        startsAt: fromTimestamp(request.startsAt) ?? clock.now(),
        endsAt: fromTimestamp(request.endsAt) ?? clock.now(),
        title: request.title,
        ...(request.waitingRoom ? { waitingRoom: request.waitingRoom } : {}),
      };
      const key = { id: request.request?.id ?? '', bodyHash: request.request?.bodyHash ?? '' };
      return toProtoActivity(await selling.create(caller, offer, key), 0, clock.now());
    },
    GetActivity: async ({ activityId }) => present(await activities.get(activityId)),
    ListActivities: async ({ merchantId, limit, cursor }) => {
      const { items, nextCursor } = await newestFirst(collections, { merchantId, limit, cursor });
      return { activities: await Promise.all(items.map(present)), nextCursor };
    },
    EndActivity: async ({ activityId }, { caller }) => {
      const activity = await activities.get(activityId);
      requireMerchant(caller, activity.merchantId);
      const ended = await selling.end(activity);
      activities.forget(activityId);
      return present(ended);
    },
    OpenGroup: async (request, { caller }) => {
      requireCaller(caller);
      return toSeat(await seating.open(request.activityId, wishOf(caller.userId, request)));
    },
    JoinGroup: async (request, { caller }) => {
      requireCaller(caller);
      return toSeat(await seating.join(request.groupId, wishOf(caller.userId, request)));
    },
    HoldSeats: async ({ wishes }, { caller }) => {
      requireRole(caller, 'service');
      const hold = (wish: SeatWish__Output) =>
        wish.activityId === ''
          ? seating.join(wish.groupId, wishOf(wish.userId, wish))
          : seating.open(wish.activityId, wishOf(wish.userId, wish));
      const results = wishes.map((wish) => asOneOfMany(wish, () => hold(wish)));
      return { results: await Promise.all(results) };
    },
    GetVerdict: async (request, { caller }) => {
      requireRole(caller, 'service');
      const groupId = request.groupId || undefined;
      const activityId = groupId ? (await activities.groupFacts(groupId)).activityId : request.activityId;
      const { groupSize: size } = await activities.get(activityId);
      const verdict = await epochs.under(activityId, (epoch) => seats.verdict(epoch, { size, groupId }));
      if (verdict.kind === 'free') return {};

      const errorCode = verdict.kind === 'full' ? 'group-full' : 'sold-out';
      return { errorCode, freeAt: verdict.freeAt, holders: verdict.holders };
    },
    LeaveGroup: async ({ groupId }, { caller }) => {
      requireCaller(caller);
      await seating.leave(groupId, caller);
      return group(groupId);
    },
    GetGroup: ({ groupId }) => group(groupId),
    ListOpenGroups: async ({ activityId, limit }) => {
      const open = await collections.groups
        .find({ activity_id: activityId, state: 'forming', due_at: { $gt: clock.now() } })
        .sort({ due_at: 1 })
        .limit(Math.min(limit || 20, 100))
        .toArray();
      const lacking = (one: Group) => one.size - one.members.length;
      const groups = open.map(toGroup).sort((a, b) => lacking(a) - lacking(b));
      return { groups: groups.map(toProtoGroup) };
    },
  };
}
