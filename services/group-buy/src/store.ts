import { DomainError } from '@social/contracts/errors';
import {
  ActivityCreated,
  ActivityEnded,
  GroupFailed,
  GroupOpened,
  GroupSucceeded,
  HeadChanged,
  MemberJoined,
} from '@social/contracts/events/group-buy';
import { openAggregates } from '@social/messaging/aggregates';
import { type Envelope, envelope } from '@social/messaging/envelope';
import { OUTBOX_INDEX, type Relay } from '@social/messaging/outbox';
import { batchedFind, batchedInsert } from '@social/runtime/batched';
import { crashPoint } from '@social/runtime/crash-point';
import { insertNew } from '@social/runtime/mongo';
import type { Collection, Db } from 'mongodb';
import type { Activity } from './activity.ts';
import { evolve, type Group, type GroupEvent, type GroupState } from './group.ts';

type RequestDoc = { id: string; body_hash: string };

export type ActivityDoc = {
  _id: string;
  merchant_id: string;
  sku_id: string;
  product_id: string;
  title: string;
  picture: string;
  option_values: string[];
  currency: string;
  list_amount: number;
  group_amount: number;
  group_size: number;
  fill_seconds: number;
  stock: number;
  limit_per_person: number;
  limit_per_order: number;
  pay_seconds: number;
  starts_at: Date;
  ends_at: Date;
  waiting_room?: { admit_per_second: number };
  ended_at?: Date;
  /** Written before its stock was taken; nobody sees it until it was. */
  placing?: true;
  /** When something is to be done next: give up the placing, or settle. Absent when nothing is. */
  due_at?: Date;
  settled_at?: Date;
  request?: RequestDoc;
  version: number;
  outbox?: Envelope[];
};

export type MemberDoc = { user_id: string; order_id: string; quantity: number; joined_at: Date };

export type GroupDoc = {
  _id: string;
  activity_id: string;
  state: GroupState;
  size: number;
  head_id: string;
  members: MemberDoc[];
  opened_at: Date;
  due_at: Date;
  fail_reason?: string;
  /** The group has ended, its seats are still in the gate. */
  gate_open?: true;
  version: number;
  outbox?: Envelope[];
};

/** What became of a paid order that could not have its seat in its own group: decided once an order. */
export type PlacementDoc = {
  _id: string;
  activity_id: string;
  group_id: string;
  reason: string;
  at: Date;
  outbox?: Envelope[];
};

export type Collections = {
  activities: Collection<ActivityDoc>;
  groups: Collection<GroupDoc>;
  placements: Collection<PlacementDoc>;
};

export const openCollections = (db: Db): Collections => ({
  activities: db.collection<ActivityDoc>('activities'),
  groups: db.collection<GroupDoc>('groups'),
  placements: db.collection<PlacementDoc>('placements'),
});

export async function ensureIndexes({ activities, groups, placements }: Collections): Promise<void> {
  await activities.createIndexes([
    OUTBOX_INDEX,
    { key: { merchant_id: 1, _id: -1 }, name: 'by_merchant' },
    { key: { due_at: 1 }, name: 'due', sparse: true },
    { key: { starts_at: 1 }, name: 'starting' },
    {
      key: { 'request.id': 1 },
      name: 'request',
      unique: true,
      partialFilterExpression: { request: { $exists: true } },
    },
  ]);
  await groups.createIndexes([
    OUTBOX_INDEX,
    { key: { activity_id: 1, state: 1, due_at: 1 }, name: 'by_activity' },
    { key: { due_at: 1 }, name: 'due', partialFilterExpression: { state: 'forming' } },
    // An order has one seat in the whole platform.
    {
      key: { 'members.order_id': 1 },
      name: 'order',
      unique: true,
      partialFilterExpression: { 'members.order_id': { $exists: true } },
    },
    { key: { gate_open: 1 }, name: 'gate', sparse: true },
  ]);
  await placements.createIndexes([OUTBOX_INDEX]);
}

export const toActivity = (doc: ActivityDoc): Activity => ({
  id: doc._id,
  merchantId: doc.merchant_id,
  skuId: doc.sku_id,
  productId: doc.product_id,
  title: doc.title,
  picture: doc.picture,
  optionValues: doc.option_values,
  currency: doc.currency,
  listAmount: doc.list_amount,
  groupAmount: doc.group_amount,
  groupSize: doc.group_size,
  fillSeconds: doc.fill_seconds,
  stock: doc.stock,
  limitPerPerson: doc.limit_per_person,
  limitPerOrder: doc.limit_per_order,
  paySeconds: doc.pay_seconds,
  startsAt: doc.starts_at,
  endsAt: doc.ends_at,
  ...(doc.waiting_room ? { waitingRoom: { admitPerSecond: doc.waiting_room.admit_per_second } } : {}),
  endedAt: doc.ended_at,
  version: doc.version,
});

export const fromActivity = (activity: Activity): ActivityDoc => ({
  _id: activity.id,
  merchant_id: activity.merchantId,
  sku_id: activity.skuId,
  product_id: activity.productId,
  title: activity.title,
  picture: activity.picture,
  option_values: activity.optionValues,
  currency: activity.currency,
  list_amount: activity.listAmount,
  group_amount: activity.groupAmount,
  group_size: activity.groupSize,
  fill_seconds: activity.fillSeconds,
  stock: activity.stock,
  limit_per_person: activity.limitPerPerson,
  limit_per_order: activity.limitPerOrder,
  pay_seconds: activity.paySeconds,
  starts_at: activity.startsAt,
  ends_at: activity.endsAt,
  ...(activity.waitingRoom ? { waiting_room: { admit_per_second: activity.waitingRoom.admitPerSecond } } : {}),
  version: activity.version,
});

export const toGroup = (doc: GroupDoc): Group => ({
  id: doc._id,
  activityId: doc.activity_id,
  state: doc.state,
  size: doc.size,
  headId: doc.head_id,
  members: doc.members.map((member) => ({
    userId: member.user_id,
    orderId: member.order_id,
    quantity: member.quantity,
    joinedAt: member.joined_at,
  })),
  openedAt: doc.opened_at,
  dueAt: doc.due_at,
  failReason: doc.fail_reason,
  version: doc.version,
});

/** The changing part of a group's document. */
const toDoc = (group: Group) => ({
  state: group.state,
  head_id: group.headId,
  members: group.members.map((member) => ({
    user_id: member.userId,
    order_id: member.orderId,
    quantity: member.quantity,
    joined_at: member.joinedAt,
  })),
  ...(group.failReason ? { fail_reason: group.failReason } : {}),
  ...(group.state === 'forming' ? {} : { gate_open: true as const }),
});

/** The facts that the world hears of a group's events; `after` is the group as all of them left it. */
export const factsOf = (after: Group, events: GroupEvent[], now: Date): Envelope[] =>
  events.map((event) => factOf(after, event, now));

function factOf(after: Group, event: GroupEvent, now: Date): Envelope {
  const ref = { groupId: after.id, activityId: after.activityId, version: after.version };
  const orderIds = after.members.map(({ orderId }) => orderId);
  switch (event.type) {
    case 'MemberJoined': {
      const { userId, orderId, quantity, joinedAt } = event.member;
      const counts = { members: after.members.length, size: after.size };
      const data = { ...ref, userId, orderId, quantity, ...counts, at: joinedAt.toISOString() };
      return envelope(MemberJoined, after.id, data, now);
    }
    case 'HeadChanged':
      return envelope(HeadChanged, after.id, { ...ref, headId: event.headId, at: event.at.toISOString() }, now);
    case 'GroupSucceeded':
      return envelope(GroupSucceeded, after.id, { ...ref, orderIds, at: event.at.toISOString() }, now);
    case 'GroupFailed':
      return envelope(
        GroupFailed,
        after.id,
        { ...ref, orderIds, reason: event.reason, at: event.at.toISOString() },
        now,
      );
  }
}

/** The document of a newly opened group, its fact with it, in the trace of whoever opens it. */
export function newGroupDoc(group: Group, now: Date): GroupDoc {
  const opened = envelope(
    GroupOpened,
    group.id,
    {
      groupId: group.id,
      activityId: group.activityId,
      version: group.version,
      headId: group.headId,
      size: group.size,
      openedAt: group.openedAt.toISOString(),
      dueAt: group.dueAt.toISOString(),
    },
    now,
  );
  return {
    _id: group.id,
    activity_id: group.activityId,
    size: group.size,
    opened_at: group.openedAt,
    due_at: group.dueAt,
    version: group.version,
    outbox: [opened],
    ...toDoc(group),
  };
}

export type Groups = ReturnType<typeof openGroups>;

/** Writes groups and what happened to them. */
export function openGroups(groups: Collection<GroupDoc>, relay: Relay) {
  const aggregates = openAggregates(groups, relay);
  return {
    /** The group in which an order has its seat. */
    ofOrder: batchedFind<GroupDoc>(groups, 'members.order_id', ({ members }) => members.map((one) => one.order_id)),
    /** Newly opened ones; one that a repeated request wrote before stays as it is. Answers which were new. */
    insert: async (docs: GroupDoc[]): Promise<('new' | 'known')[]> => {
      const taken = await insertNew(groups, docs);
      docs.forEach(({ _id, outbox = [] }, index) => {
        if (!taken.has(index)) relay.nudge(_id, outbox);
      });
      return docs.map((_, index) => (taken.has(index) ? 'known' : 'new'));
    },
    /**
     * Decides on the newest state of a group and writes state and facts at once. Answers the group afterwards.
     * Errors: group-not-found, service-unavailable, the decision's own.
     */
    update: async (id: string, now: Date, decide: (group: Group) => GroupEvent[]): Promise<Group> => {
      let events: GroupEvent[] = [];
      const decided = await aggregates.update(id, (doc) => {
        const before = toGroup(doc);
        events = decide(before);
        if (events.length === 0) return undefined;

        const group = { ...events.reduce(evolve, before), version: before.version + 1 };
        return { next: { ...doc, ...toDoc(group), version: group.version }, envelopes: factsOf(group, events, now) };
      });
      if (!decided) throw new DomainError('group-not-found');
      for (const { type } of events) crashPoint(type);
      return toGroup(decided.document);
    },
  };
}

export type Placements = ReturnType<typeof openPlacements>;

/** Writes what became of paid orders that could not have their seat. */
export function openPlacements(placements: Collection<PlacementDoc>, relay: Relay) {
  const insert = batchedInsert(placements);
  return {
    find: batchedFind<PlacementDoc>(placements, '_id', ({ _id }) => [_id]),
    /** Once an order: what was decided for it before stands. */
    decide: async (placement: PlacementDoc & { outbox: Envelope[] }): Promise<void> => {
      if (await insert(placement)) relay.nudge(placement._id, placement.outbox);
    },
  };
}

const activityRef = (activity: Activity) => ({
  activityId: activity.id,
  merchantId: activity.merchantId,
  version: activity.version,
});

export const activityCreated = (activity: Activity, now: Date): Envelope =>
  envelope(ActivityCreated, activity.id, activityRef(activity), now);

export const activityEnded = (activity: Activity, reason: string, now: Date): Envelope =>
  envelope(ActivityEnded, activity.id, { ...activityRef(activity), reason }, now);
