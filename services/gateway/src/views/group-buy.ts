import type { Activity__Output } from '@social/contracts/generated/social/groupbuy/v1/Activity';
import type { ActivityState__Output } from '@social/contracts/generated/social/groupbuy/v1/ActivityState';
import type { Group__Output } from '@social/contracts/generated/social/groupbuy/v1/Group';
import type { GroupState__Output } from '@social/contracts/generated/social/groupbuy/v1/GroupState';
import type { Seat__Output } from '@social/contracts/generated/social/groupbuy/v1/Seat';
import { z } from 'zod';
import { Instant, instant, Money, money, optional } from './values.ts';

const ActivityState = z.enum(['unspecified', 'scheduled', 'open', 'ended']);
const ACTIVITY_STATES: Record<ActivityState__Output, z.output<typeof ActivityState>> = {
  ACTIVITY_STATE_UNSPECIFIED: 'unspecified',
  ACTIVITY_STATE_SCHEDULED: 'scheduled',
  ACTIVITY_STATE_OPEN: 'open',
  ACTIVITY_STATE_ENDED: 'ended',
};

/** Whoever opens or joins a group waits for a turn first. */
export const WaitingRoom = z
  .strictObject({
    admitPerSecond: z
      .int()
      .min(1)
      .max(100_000)
      .meta({ description: 'People whose turn comes each second, from the start on.' }),
  })
  .meta({ id: 'WaitingRoom' });

export const Activity = z
  .strictObject({
    activityId: z.string(),
    merchantId: z.string(),
    productId: z.string(),
    skuId: z.string(),
    title: z.string(),
    optionValues: z.array(z.string()),
    picture: z.string().optional(),
    listPrice: Money,
    groupPrice: Money,
    groupSize: z.int(),
    fillSeconds: z.int().meta({ description: 'Seconds a group has to fill, from its opening.' }),
    paySeconds: z.int().meta({ description: 'Seconds a member has to pay for a held seat.' }),
    stock: z.int().meta({ description: 'Units set aside for this activity.' }),
    sold: z.int().meta({ description: 'Units in paid seats.' }),
    limitPerPerson: z.int(),
    limitPerOrder: z.int(),
    startsAt: Instant,
    endsAt: Instant,
    waitingRoom: WaitingRoom.optional(),
    state: ActivityState,
    version: z.int(),
  })
  .meta({ id: 'Activity' });

export const activity = (from: Activity__Output): z.output<typeof Activity> => ({
  activityId: from.activityId,
  merchantId: from.merchantId,
  productId: from.productId,
  skuId: from.skuId,
  title: from.title,
  optionValues: from.optionValues,
  picture: optional(from.picture),
  listPrice: money(from.listPrice),
  groupPrice: money(from.groupPrice),
  groupSize: from.groupSize,
  fillSeconds: from.fillSeconds,
  paySeconds: from.paySeconds,
  stock: from.stock,
  sold: from.sold,
  limitPerPerson: from.limitPerPerson,
  limitPerOrder: from.limitPerOrder,
  startsAt: instant(from.startsAt),
  endsAt: instant(from.endsAt),
  waitingRoom: from.waitingRoom ?? undefined,
  state: ACTIVITY_STATES[from.state],
  version: from.version,
});

const GroupState = z.enum(['unspecified', 'forming', 'succeeded', 'failed']);
const GROUP_STATES: Record<GroupState__Output, z.output<typeof GroupState>> = {
  GROUP_STATE_UNSPECIFIED: 'unspecified',
  GROUP_STATE_FORMING: 'forming',
  GROUP_STATE_SUCCEEDED: 'succeeded',
  GROUP_STATE_FAILED: 'failed',
};

export const Group = z
  .strictObject({
    groupId: z.string(),
    activityId: z.string(),
    state: GroupState,
    size: z.int(),
    members: z
      .array(z.strictObject({ userId: z.string(), joinedAt: Instant }))
      .meta({ description: 'Those who have paid, in the order they joined.' }),
    headId: z.string().optional(),
    openedAt: Instant,
    dueAt: Instant,
    failReason: z.string().optional(),
    version: z.int(),
  })
  .meta({ id: 'Group' });

/** A group as anyone may see it: who is in it, but not which orders they have. */
export const group = (from: Group__Output): z.output<typeof Group> => ({
  groupId: from.groupId,
  activityId: from.activityId,
  state: GROUP_STATES[from.state],
  size: from.size,
  members: from.members.map(({ userId, joinedAt }) => ({ userId, joinedAt: instant(joinedAt) })),
  headId: optional(from.headId),
  openedAt: instant(from.openedAt),
  dueAt: instant(from.dueAt),
  failReason: optional(from.failReason),
  version: from.version,
});

export const Seat = z
  .strictObject({
    activityId: z.string(),
    groupId: z.string(),
    orderId: z.string().meta({ description: 'The order that pays for the seat.' }),
    quantity: z.int(),
    total: Money,
    payBy: Instant,
  })
  .meta({ id: 'Seat' });

export const seat = (from: Seat__Output): z.output<typeof Seat> => ({
  ...from,
  total: money(from.total),
  payBy: instant(from.payBy),
});
