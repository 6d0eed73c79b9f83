import { DomainError } from '@social/contracts/errors';

/** A member is always someone who paid; a held seat makes nobody a member. */
export type Member = { userId: string; orderId: string; quantity: number; joinedAt: Date };

export type GroupState = 'forming' | 'succeeded' | 'failed';

export type Group = {
  id: string;
  activityId: string;
  state: GroupState;
  size: number;
  /** Who speaks for the group; empty after the head left and before anyone paid. */
  headId: string;
  members: readonly Member[];
  openedAt: Date;
  /** A payment made until then counts. */
  dueAt: Date;
  failReason?: string;
  version: number;
};

export type GroupEvent =
  | { type: 'MemberJoined'; member: Member }
  | { type: 'HeadChanged'; headId: string; at: Date }
  | { type: 'GroupSucceeded'; at: Date }
  | { type: 'GroupFailed'; reason: FailReason; at: Date };

/** Why a group failed: not full in time, its activity was ended, or everyone left before paying. */
export type FailReason = 'expired' | 'activity-ended' | 'abandoned';

/**
 * A paid member takes a seat; the last seat makes the group succeed. The same order joining again changes nothing.
 * Errors: group-closed, group-expired (paid after the deadline), already-joined (with another order), group-full.
 */
export function join(group: Group, member: Member, paidAt: Date): GroupEvent[] {
  if (group.members.some(({ orderId }) => orderId === member.orderId)) return [];
  if (group.state !== 'forming') throw new DomainError('group-closed', `the group has ${group.state}`);
  if (paidAt > group.dueAt) throw new DomainError('group-expired');
  if (group.members.some(({ userId }) => userId === member.userId)) throw new DomainError('already-joined');
  if (group.members.length >= group.size) throw new DomainError('group-full');

  const events: GroupEvent[] = [{ type: 'MemberJoined', member }];
  if (group.headId === '') events.push({ type: 'HeadChanged', headId: member.userId, at: member.joinedAt });
  if (group.members.length + 1 === group.size) events.push({ type: 'GroupSucceeded', at: member.joinedAt });
  return events;
}

/** Someone gave up an unpaid seat. If it was the head, the member who paid first leads on. */
export function leave(group: Group, userId: string, now: Date): GroupEvent[] {
  const isMember = group.members.some((member) => member.userId === userId);
  if (group.state !== 'forming' || group.headId !== userId || isMember) return [];

  return [{ type: 'HeadChanged', headId: group.members[0]?.userId ?? '', at: now }];
}

/** A group not full in time fails, no earlier than `graceMs` after its deadline: money paid in time may be on its way. */
export function expire(group: Group, now: Date, graceMs: number): GroupEvent[] {
  if (group.state !== 'forming' || now.getTime() < group.dueAt.getTime() + graceMs) return [];

  return [{ type: 'GroupFailed', reason: 'expired', at: now }];
}

/** A forming group fails at once: its activity was ended, or nobody is left in it. */
export function fail(group: Group, reason: FailReason, now: Date): GroupEvent[] {
  if (group.state !== 'forming') return [];
  if (reason === 'abandoned' && group.members.length > 0) return [];

  return [{ type: 'GroupFailed', reason, at: now }];
}

/** The group after an event. */
export function evolve(group: Group, event: GroupEvent): Group {
  switch (event.type) {
    case 'MemberJoined':
      return { ...group, members: [...group.members, event.member] };
    case 'HeadChanged':
      return { ...group, headId: event.headId };
    case 'GroupSucceeded':
      return { ...group, state: 'succeeded' };
    case 'GroupFailed':
      return { ...group, state: 'failed', failReason: event.reason };
  }
}

/** Units in paid seats. */
export const unitsOf = (members: readonly Member[]): number => members.reduce((sum, { quantity }) => sum + quantity, 0);
