import { z } from 'zod';
import { event, instant } from './event.ts';

export const GROUP_TOPIC = 'group-buy.group.v1';
export const ACTIVITY_TOPIC = 'group-buy.activity.v1';
export const PLACEMENT_TOPIC = 'group-buy.placement.v1';

const group = { groupId: z.string(), activityId: z.string(), version: z.number().int() };

export const GroupOpened = event(
  GROUP_TOPIC,
  'group-buy.group.opened.v1',
  z.object({ ...group, headId: z.string(), size: z.number().int(), openedAt: instant, dueAt: instant }),
);

/** A paid order took a seat, in the group it was meant for or, when late, in another of its activity. */
export const MemberJoined = event(
  GROUP_TOPIC,
  'group-buy.group.member-joined.v1',
  z.object({
    ...group,
    userId: z.string(),
    orderId: z.string(),
    quantity: z.number().int(),
    members: z.number().int(),
    size: z.number().int(),
    at: instant,
  }),
);

export const HeadChanged = event(
  GROUP_TOPIC,
  'group-buy.group.head-changed.v1',
  z.object({ ...group, headId: z.string(), at: instant }),
);

export const GroupSucceeded = event(
  GROUP_TOPIC,
  'group-buy.group.succeeded.v1',
  z.object({ ...group, orderIds: z.array(z.string()), at: instant }),
);

/** Not filled in time, ended early, or left by everyone: every order in it goes back to the fen. */
export const GroupFailed = event(
  GROUP_TOPIC,
  'group-buy.group.failed.v1',
  z.object({ ...group, orderIds: z.array(z.string()), reason: z.string(), at: instant }),
);

/** A paid order found no seat in any open group of its activity: its money goes back. Key: orderId. */
export const PlacementRejected = event(
  PLACEMENT_TOPIC,
  'group-buy.placement.rejected.v1',
  z.object({ orderId: z.string(), activityId: z.string(), groupId: z.string(), reason: z.string(), at: instant }),
);

const activity = { activityId: z.string(), merchantId: z.string(), version: z.number().int() };
export const ActivityCreated = event(ACTIVITY_TOPIC, 'group-buy.activity.created.v1', z.object(activity));
export const ActivityEnded = event(
  ACTIVITY_TOPIC,
  'group-buy.activity.ended.v1',
  z.object({ ...activity, reason: z.string() }),
);
