import { DomainError } from '@social/contracts/errors';
import { groupCommit } from '@social/runtime/batcher';
import type { Clock } from '@social/runtime/clock';
import type { Activity } from './activity.ts';
import { type Collections, type GroupDoc, toActivity } from './store.ts';

/** How old what we know of an activity may be; ending one early is followed up by a sweep, so a second does no harm. */
const FRESH_MS = 1000;
const MOST_KEPT = 100_000;

export type GroupFacts = { activityId: string; dueAt: Date };

export type ActivityReader = {
  /** Errors: activity-not-found. */
  get: (id: string) => Promise<Activity>;
  /** What never changes of a group. Errors: group-not-found. */
  groupFacts: (groupId: string) => Promise<GroupFacts>;
  /** Keeps what is known of a group that was just written. */
  noteGroup: (groupId: string, facts: GroupFacts) => void;
  forget: (id: string) => void;
};

const bounded = <V>(map: Map<string, V>, key: string, value: V): V => {
  if (map.size >= MOST_KEPT) map.delete(map.keys().next().value ?? '');
  map.set(key, value);
  return value;
};

/** Reads activities and the fixed facts of groups through a small cache; concurrent misses share one read. */
export function readActivities({ activities, groups }: Collections, clock: Clock): ActivityReader {
  const known = new Map<string, { at: number; activity: Promise<Activity> }>();
  const facts = new Map<string, GroupFacts>();

  const load = async (id: string): Promise<Activity> => {
    const doc = await activities.findOne({ _id: id, placing: { $exists: false } });
    if (!doc) throw new DomainError('activity-not-found');
    return toActivity(doc);
  };
  /** In a rush to many groups, each is new to us once. */
  const finds = groupCommit<string, GroupFacts | undefined>(
    async (ids) => {
      const projection = { activity_id: 1, due_at: 1 };
      const found = groups.find<Pick<GroupDoc, '_id' | 'activity_id' | 'due_at'>>(
        { _id: { $in: ids } },
        { projection },
      );
      for await (const { _id, activity_id: activityId, due_at: dueAt } of found) {
        bounded(facts, _id, { activityId, dueAt });
      }
      return ids.map((id) => facts.get(id));
    },
    { maxBatch: 200, maxQueue: 10_000 },
  );
  return {
    get: (id) => {
      const now = clock.now().getTime();
      const hit = known.get(id);
      if (hit && now - hit.at < FRESH_MS) return hit.activity;

      const activity = load(id);
      activity.catch(() => known.delete(id));
      return bounded(known, id, { at: now, activity }).activity;
    },
    groupFacts: async (groupId) => {
      const found = facts.get(groupId) ?? (await finds.add(groupId));
      if (!found) throw new DomainError('group-not-found');
      return found;
    },
    noteGroup: (groupId, found) => void bounded(facts, groupId, found),
    forget: (id) => {
      known.delete(id);
    },
  };
}
