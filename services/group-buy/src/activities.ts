import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import type { Activity } from './activity.ts';
import { type Collections, type GroupDoc, toActivity } from './store.ts';

/** How old what we know of an activity may be; ending one early is followed up by a sweep, so a second does no harm. */
const FRESH_MS = 1000;
const MOST_KEPT = 10_000;

export type ActivityReader = {
  /** Errors: activity-not-found. */
  get: (id: string) => Promise<Activity>;
  /** What never changes of a group. Errors: group-not-found. */
  groupFacts: (groupId: string) => Promise<{ activityId: string; dueAt: Date }>;
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
  const facts = new Map<string, { activityId: string; dueAt: Date }>();

  const load = async (id: string): Promise<Activity> => {
    const doc = await activities.findOne({ _id: id, placing: { $exists: false } });
    if (!doc) throw new DomainError('activity-not-found');
    return toActivity(doc);
  };
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
      const hit = facts.get(groupId);
      if (hit) return hit;

      const projection = { activity_id: 1, due_at: 1 };
      const doc = await groups.findOne<Pick<GroupDoc, 'activity_id' | 'due_at'>>({ _id: groupId }, { projection });
      if (!doc) throw new DomainError('group-not-found');
      return bounded(facts, groupId, { activityId: doc.activity_id, dueAt: doc.due_at });
    },
    forget: (id) => {
      known.delete(id);
    },
  };
}
