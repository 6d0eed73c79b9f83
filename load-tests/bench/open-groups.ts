import type { GroupDoc } from '@social/group-buy/store';
import { newGroupDoc } from '@social/group-buy/store';
import { newId } from '@social/runtime/ids';
import type { Collection } from 'mongodb';

const AT_ONCE = 5000;
const DAY_MS = 24 * 3_600_000;

export type Seeding = {
  activityId: string;
  count: number;
  size: number;
  /** Paid members that each has already, its head among them. */
  members: number;
  /** Until when they may fill; a day from now where it is absent. */
  dueAt?: Date;
};

/** Writes groups that are forming straight into the documents, as group-buy does, but with nothing left to publish. */
export async function seedGroups(groups: Collection<GroupDoc>, seeding: Seeding): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < seeding.count) {
    const length = Math.min(AT_ONCE, seeding.count - ids.length);
    const docs = Array.from({ length }, () => aGroup(seeding));
    await groups.insertMany(docs, { ordered: false });
    ids.push(...docs.map(({ _id }) => _id));
  }
  return ids;
}

function aGroup({ activityId, size, members, dueAt }: Seeding): GroupDoc {
  const now = new Date();
  const paid = Array.from({ length: members }, () => ({
    ...{ userId: newId('usr'), orderId: newId('ord'), quantity: 1, joinedAt: now },
  }));
  const group = {
    ...{ id: newId('grp'), activityId, state: 'forming' as const, size, members: paid },
    ...{ headId: paid[0]?.userId ?? '', openedAt: now, dueAt: dueAt ?? new Date(now.getTime() + DAY_MS) },
    version: members,
  };
  const { outbox: _published, ...doc } = newGroupDoc(group, now);
  return doc;
}
