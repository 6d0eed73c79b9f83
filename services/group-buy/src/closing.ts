import type { Clock } from '@social/runtime/clock';
import type { Epochs } from './epochs.ts';
import { type FailReason, fail, type Group, unitsOf } from './group.ts';
import type { Seats } from './seats.ts';
import type { Collections, Groups } from './store.ts';

export type ClosingDeps = {
  collections: Collections;
  epochs: Epochs;
  seats: Seats;
  groups: Groups;
  clock: Clock;
};

/** Takes an ended group out of the gate; `gate_open` in its document stays until that is done, for the sweep. */
export async function closeGate({ collections, epochs, seats }: ClosingDeps, group: Group): Promise<void> {
  if (group.state === 'forming') return;

  const mode = group.state;
  const memberIds = group.members.map(({ userId }) => userId);
  const closed = { groupId: group.id, memberIds, units: unitsOf(group.members) };
  await epochs.under(group.activityId, (epoch) => seats.close(epoch, closed, mode));
  await collections.groups.updateOne({ _id: group.id }, { $unset: { gate_open: '' } });
}

/** Ends a forming group for a reason; one that has ended already stays as it is. The sweep closes its gate. */
export async function failGroup(deps: ClosingDeps, groupId: string, reason: FailReason): Promise<void> {
  const now = deps.clock.now();
  const decide = (group: Group) => fail(group, reason, now);
  await deps.groups.update(groupId, now, decide);
}

/** Ends a group in which no seat is held or paid; the gate closes first, so that nobody slips in. */
export async function abandon(deps: ClosingDeps, activityId: string, groupId: string): Promise<void> {
  const nobodys = { groupId, memberIds: [], units: 0 };
  const taken = await deps.epochs.under(activityId, (epoch) => deps.seats.close(epoch, nobodys, 'empty'));
  if (taken === undefined) await failGroup(deps, groupId, 'abandoned');
}
