import { DomainError } from '@social/contracts/errors';
import { toTimestamp } from '@social/rpc/time';
import { z } from 'zod';
import { type Route, route } from '../route.ts';
import { Activity, activity, Group, group, Seat, seat, WaitingRoom } from '../views/group-buy.ts';
import { Amount, Id, Instant, page, pageOf, pageQuery, queryInt } from '../views/values.ts';
import { merchantIdOf, merchantParams } from './shops.ts';
import { ADMISSION_ERRORS, ticketHeader, ticketIn } from './waiting-room.ts';

const tag = 'group-buy';
const STAFF = ['merchant-staff', 'operator'] as const;
const DAY = 24 * 3600;

const activityParams = z.strictObject({ activity: Id });
const groupParams = z.strictObject({ group: Id });
const SeatInput = z.strictObject({ quantity: z.int().min(1).max(999).default(1), addressId: Id });

const ActivityInput = z.strictObject({
  skuId: Id,
  groupAmount: Amount.min(1).meta({ description: "In the SKU's currency, below its price." }),
  groupSize: z.int().min(2).max(100),
  fillSeconds: z
    .int()
    .min(1)
    .max(30 * DAY),
  paySeconds: z.int().min(1).max(DAY).default(900),
  stock: z.int().min(1).max(10_000_000),
  limitPerPerson: z.int().min(1).max(999).default(1),
  limitPerOrder: z.int().min(1).max(999).default(1),
  startsAt: Instant,
  endsAt: Instant,
  title: z.string().trim().max(255).default(''),
  waitingRoom: WaitingRoom.optional(),
});

const activityPages = ({ activity: id }: Record<string, string>) => ['activities', `activity:${id}`];

const activityRoutes: Route[] = [
  route({
    method: 'post',
    path: '/v1/merchants/:merchant/activities',
    summary: 'Set up a group-buy; its stock is set aside from the SKU',
    tag,
    access: STAFF,
    effect: 'answer-kept',
    changes: () => ['activities', 'stock'],
    params: merchantParams,
    body: ActivityInput,
    success: { status: 201, schema: Activity },
    errors: ['merchant-not-found', 'sku-not-found', 'out-of-stock', 'activity-invalid'],
    handle: async (context, platform) => {
      const { startsAt, endsAt, ...rest } = context.body;
      const merchantId = await merchantIdOf(context, platform);
      const { skus } = await platform.catalog.GetSkus({ skuIds: [rest.skuId] }, context.call);
      if (skus[0]?.merchantId !== merchantId) throw new DomainError('sku-not-found');

      const times = { startsAt: toTimestamp(new Date(startsAt)), endsAt: toTimestamp(new Date(endsAt)) };
      const request = { ...rest, ...times, request: context.key };
      return activity(await platform.groupBuy.CreateActivity(request, context.call));
    },
  }),
  route({
    method: 'get',
    path: '/v1/activities',
    summary: 'Group-buys, newest first',
    tag,
    access: 'optional',
    page: () => ['activities'],
    query: z.strictObject({ merchantId: Id.optional(), ...pageQuery }),
    success: { status: 200, schema: pageOf(Activity) },
    errors: ['cursor-invalid'],
    handle: async ({ query, call }, { groupBuy }) => {
      const { activities, nextCursor } = await groupBuy.ListActivities(query, call);
      return page(activities.map(activity), nextCursor);
    },
  }),
  route({
    method: 'get',
    path: '/v1/activities/:activity',
    summary: 'A group-buy',
    tag,
    access: 'optional',
    params: activityParams,
    page: ({ activity: id }) => [`activity:${id}`],
    success: { status: 200, schema: Activity },
    errors: ['activity-not-found'],
    handle: async ({ params, call }, { groupBuy }) =>
      activity(await groupBuy.GetActivity({ activityId: params.activity }, call)),
  }),
  route({
    method: 'post',
    path: '/v1/activities/:activity/end',
    summary: 'End a group-buy now; its open groups are refunded',
    tag,
    access: STAFF,
    effect: 'answer-kept',
    changes: activityPages,
    params: activityParams,
    success: { status: 200, schema: Activity },
    errors: ['activity-not-found'],
    handle: async ({ params, call, key }, { groupBuy }) =>
      activity(await groupBuy.EndActivity({ activityId: params.activity, request: key }, call)),
  }),
];

const groupRoutes: Route[] = [
  route({
    method: 'get',
    path: '/v1/activities/:activity/groups',
    summary: 'Groups that can be joined, those that lack fewest first',
    tag,
    access: 'optional',
    page: ({ activity: id }) => [`groups:${id}`],
    params: activityParams,
    query: z.strictObject({ limit: queryInt(1, 100).optional() }),
    success: { status: 200, schema: z.strictObject({ items: z.array(Group) }) },
    errors: ['activity-not-found'],
    handle: async ({ params, query, call }, { groupBuy }) => {
      const { groups } = await groupBuy.ListOpenGroups({ activityId: params.activity, limit: query.limit }, call);
      return { items: groups.map(group) };
    },
  }),
  route({
    method: 'post',
    path: '/v1/activities/:activity/groups',
    summary: 'Open a group and hold its first seat',
    tag,
    access: 'user',
    effect: 'owner-answers',
    headers: ticketHeader,
    shed: ({ activity: id }, { shed }) => shed({ activityId: id }),
    foresee: ({ params, caller }, { foresee }) => foresee({ userId: caller.userId, activityId: params.activity }),
    params: activityParams,
    body: SeatInput,
    success: { status: 201, schema: Seat },
    errors: [
      'activity-not-found',
      'activity-not-open',
      'activity-ended',
      'purchase-limit',
      'sold-out',
      'seats-rebuilding',
      'address-not-found',
      ...ADMISSION_ERRORS,
    ],
    handle: async ({ params, body, caller, key, exchange }, { holdSeat, waitingRooms }) => {
      const wish = { userId: caller.userId, activityId: params.activity, ...body, request: key };
      await waitingRooms.admit(wish, ticketIn(exchange));
      return seat(await holdSeat(wish));
    },
  }),
  route({
    method: 'get',
    path: '/v1/groups/:group',
    summary: 'A group',
    tag,
    access: 'optional',
    page: ({ group: id }) => [`group:${id}`],
    params: groupParams,
    success: { status: 200, schema: Group },
    errors: ['group-not-found'],
    handle: async ({ params, call }, { groupBuy }) => group(await groupBuy.GetGroup({ groupId: params.group }, call)),
  }),
  route({
    method: 'post',
    path: '/v1/groups/:group/members',
    summary: 'Join a group: holds a seat until its order is paid',
    tag,
    access: 'user',
    effect: 'owner-answers',
    headers: ticketHeader,
    shed: ({ group: id }, { shed }) => shed({ groupId: id }),
    foresee: ({ params, caller }, { foresee }) => foresee({ userId: caller.userId, groupId: params.group }),
    params: groupParams,
    body: SeatInput,
    success: { status: 201, schema: Seat },
    errors: [
      'group-not-found',
      'group-full',
      'group-closed',
      'group-expired',
      'already-joined',
      'purchase-limit',
      'seats-rebuilding',
      'activity-ended',
      'address-not-found',
      ...ADMISSION_ERRORS,
    ],
    handle: async ({ params, body, caller, key, exchange }, { holdSeat, waitingRooms }) => {
      const wish = { userId: caller.userId, groupId: params.group, ...body, request: key };
      await waitingRooms.admit(wish, ticketIn(exchange));
      return seat(await holdSeat(wish));
    },
  }),
  route({
    method: 'delete',
    path: '/v1/groups/:group/members/me',
    summary: 'Give up my seat before paying; its order is cancelled',
    tag,
    access: 'user',
    changes: ({ group: id }) => [`group:${id}`],
    params: groupParams,
    success: { status: 200, schema: Group },
    errors: ['group-not-found', 'seat-paid', 'seat-not-found'],
    handle: async ({ params, call }, { groupBuy }) => group(await groupBuy.LeaveGroup({ groupId: params.group }, call)),
  }),
];

export const groupBuyRoutes: Route[] = [...activityRoutes, ...groupRoutes];
