import { DomainError } from '@social/contracts/errors';
import type { DataOf } from '@social/contracts/events/event';
import { PlacementRejected } from '@social/contracts/events/group-buy';
import type { OrderPaid } from '@social/contracts/events/orders';
import { envelope } from '@social/messaging/envelope';
import { isDuplicateKey } from '@social/runtime/mongo';
import { type ClosingDeps, closeGate } from './closing.ts';
import { type Group, join, type Member } from './group.ts';
import type { Epoch, PaidSeat, SeatAnswer } from './seats.ts';
import type { GroupDoc, Placements } from './store.ts';

export type PlacementDeps = ClosingDeps & { placements: Placements };

type Paid = DataOf<typeof OrderPaid>;
type PaidGroupOrder = Paid & { group: NonNullable<Paid['group']> };

/** How long a seat is held for money that is there already: until the group's document has its new member. */
const WRITING_MS = 60_000;

/** How many open groups are tried for money that came too late for its own. */
const GROUPS_TRIED = 20;

/** Why an order has no seat in a group; anything else that fails is a fault, and the event is tried again. */
const NO_SEAT = new Set([
  'group-closed',
  'group-expired',
  'group-full',
  'already-joined',
  'group-not-found',
  'out-of-stock',
]);

/**
 * A paid order takes its seat for good. If its group cannot have it any more — the money came after the last seat went,
 * or after the group ended — it takes one in another open group of the activity, or else it goes back to its payer.
 */
export async function seatPaidOrder(deps: PlacementDeps, paid: PaidGroupOrder): Promise<void> {
  const [seated, decided] = await Promise.all([deps.groups.ofOrder(paid.orderId), deps.placements.find(paid.orderId)]);
  if (seated || decided) return;

  const paidAt = new Date(paid.paidAt);
  const own = await trySeat(deps, paid, paid.group.groupId, paidAt);
  if (own === 'seated') return;

  const now = deps.clock.now();
  for (const groupId of await otherGroups(deps, paid, now)) {
    if ((await trySeat(deps, paid, groupId, now)) === 'seated') return;
  }
  await reject(deps, paid, own, now);
}

/** Open groups of the same activity in which the buyer is not yet, those that lack fewest first. */
async function otherGroups(deps: PlacementDeps, paid: PaidGroupOrder, now: Date): Promise<string[]> {
  const found = await deps.collections.groups
    .aggregate<Pick<GroupDoc, '_id'>>([
      {
        $match: {
          activity_id: paid.group.activityId,
          state: 'forming',
          due_at: { $gt: now },
          _id: { $ne: paid.group.groupId },
          'members.user_id': { $ne: paid.buyerId },
        },
      },
      { $set: { lacking: { $subtract: ['$size', { $size: '$members' }] } } },
      { $sort: { lacking: 1, due_at: 1 } },
      { $limit: GROUPS_TRIED },
      { $project: { _id: 1 } },
    ])
    .toArray();
  return found.map(({ _id }) => _id);
}

/** The gate first, then the document, which decides; then the gate again, in case it was rebuilt in between. */
async function trySeat(deps: PlacementDeps, paid: PaidGroupOrder, groupId: string, paidAt: Date): Promise<string> {
  const { activityId, quantity } = paid.group;
  const seat: PaidSeat = { groupId, userId: paid.buyerId, orderId: paid.orderId, quantity };
  const asked = await deps.epochs.under(activityId, (epoch) => payAtGate(deps, epoch, seat));
  if (asked.kind !== 'joined') return `group-${asked.kind}`;

  const group = await writeMember(deps, groupId, seat, paidAt);
  if (typeof group === 'string') return group;

  await deps.epochs.under(activityId, (epoch) => deps.seats.pay(epoch, seat, 'decided'));
  await closeGate(deps, group);
  return 'seated';
}

/** The payer's own hold; or, for money that comes when it has lapsed, any free seat. */
async function payAtGate({ seats }: PlacementDeps, epoch: Epoch, seat: PaidSeat): Promise<SeatAnswer> {
  const answer = await seats.pay(epoch, seat, 'asking');
  if (answer.kind !== 'no-seat') return answer;

  const joined = await seats.joinPaid(epoch, seat, WRITING_MS);
  return joined.kind === 'held' ? seats.pay(epoch, seat, 'asking') : joined;
}

/** The group with its new member, or the code of why it cannot have one. */
async function writeMember(
  deps: PlacementDeps,
  groupId: string,
  seat: PaidSeat,
  paidAt: Date,
): Promise<Group | string> {
  const now = deps.clock.now();
  const member: Member = { userId: seat.userId, orderId: seat.orderId, quantity: seat.quantity, joinedAt: now };
  try {
    const decide = (group: Group) => join(group, member, paidAt);
    return await deps.groups.update(groupId, now, decide);
  } catch (error) {
    if (error instanceof DomainError && NO_SEAT.has(error.code)) return error.code;
    // Another worker gave this order its seat elsewhere in the meantime.
    if (isDuplicateKey(error)) return 'already-joined';
    throw error;
  }
}

async function reject(deps: PlacementDeps, paid: PaidGroupOrder, reason: string, now: Date): Promise<void> {
  const { activityId, groupId } = paid.group;
  const data = { orderId: paid.orderId, activityId, groupId, reason, at: now.toISOString() };
  const rejected = envelope(PlacementRejected, paid.orderId, data, now);
  await deps.placements.decide({
    ...{ _id: paid.orderId, activity_id: activityId, group_id: groupId, reason, at: now },
    outbox: [rejected],
  });
}
