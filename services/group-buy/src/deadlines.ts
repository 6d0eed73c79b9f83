import type { CatalogServiceDefinition } from '@social/contracts/generated/social/catalog/v1/CatalogService';
import type { RpcClient } from '@social/rpc/client';
import { serviceCaller } from '@social/runtime/caller';
import { crashPoint } from '@social/runtime/crash-point';
import { type Activity, settlesAt, stateOf } from './activity.ts';
import { type ClosingDeps, closeGate, failGroup } from './closing.ts';
import { expire, type Group, unitsOf } from './group.ts';
import { soldBy } from './stock-claims.ts';
import { type ActivityDoc, type Collections, toActivity, toGroup } from './store.ts';

export type DeadlineDeps = ClosingDeps & {
  catalog: RpcClient<CatalogServiceDefinition>;
  graceMs: number;
};

type ExpiryDeps = Pick<DeadlineDeps, 'collections' | 'clock' | 'graceMs' | 'groups'>;

/** Most groups or activities one turn looks at; the next turn goes on. */
const AT_ONCE = 200;

/** A lease that old has lost its opener: a call to write the group's document ends long before. */
const LEASE_LOST_MS = 60_000;

/** Fails the groups that did not fill in time; costs as much as there is due. Answers how many it looked at. */
export async function expireGroups({ collections, clock, graceMs, groups }: ExpiryDeps): Promise<number> {
  const now = clock.now();
  const due = await collections.groups
    .find({ state: 'forming', due_at: { $lte: new Date(now.getTime() - graceMs) } }, { projection: { _id: 1 } })
    .sort({ due_at: 1 })
    .limit(AT_ONCE)
    .toArray();
  const decide = (group: Group) => expire(group, now, graceMs);
  await Promise.all(due.map(({ _id }) => groups.update(_id, now, decide)));
  return due.length;
}

/** Takes groups that have ended out of the gate; as often as it takes, for the gate may be away. */
export async function closeLeftGates(deps: DeadlineDeps): Promise<number> {
  const left = await deps.collections.groups.find({ gate_open: true }).limit(AT_ONCE).toArray();
  for (const doc of left) await closeGate(deps, toGroup(doc));
  return left.length;
}

/** Ends the groups of an activity that was ended early, and settles activities in which nothing can change any more. */
export async function settleActivities(deps: DeadlineDeps): Promise<number> {
  const { collections, clock } = deps;
  const due = await collections.activities
    .find({ due_at: { $lte: clock.now() } })
    .sort({ due_at: 1 })
    .limit(AT_ONCE)
    .toArray();
  for (const doc of due) await lookAfter(deps, doc);
  return due.length;
}

async function lookAfter(deps: DeadlineDeps, doc: ActivityDoc): Promise<void> {
  const { collections, clock, graceMs } = deps;
  const activity = toActivity(doc);
  const now = clock.now();
  if (doc.placing) return giveUpPlacing(deps, activity);

  if (activity.endedAt) await failForming(deps, activity);
  const forming = await collections.groups.countDocuments({ activity_id: activity.id, state: 'forming' }, { limit: 1 });
  const settles = settlesAt(activity, graceMs);
  if (stateOf(activity, now) === 'ended' && forming === 0 && now >= settles) return settle(deps, activity);

  const next = activity.endedAt ? now.getTime() + 1000 : Math.max(settles.getTime(), now.getTime() + 1000);
  await collections.activities.updateOne({ _id: activity.id }, { $set: { due_at: new Date(next) } });
}

async function failForming(deps: DeadlineDeps, activity: Activity): Promise<void> {
  const filter = { activity_id: activity.id, state: 'forming' as const };
  const forming = await deps.collections.groups
    .find(filter, { projection: { _id: 1 } })
    .limit(AT_ONCE)
    .toArray();
  for (const { _id } of forming) await failGroup(deps, _id, 'activity-ended');
}

/** Tells the catalog once what is sold of the stock that was set aside; the rest goes back to the SKU. */
async function settle({ collections, catalog, clock }: DeadlineDeps, activity: Activity): Promise<void> {
  const sold = (await soldBy(collections, [activity.id])).get(activity.id) ?? 0;
  const asGroupBuy = { caller: serviceCaller('group-buy') };
  if (sold === 0) await catalog.GiveBackStock({ holderId: activity.id, lines: [] }, asGroupBuy);
  else {
    const lines = [{ skuId: activity.skuId, quantity: sold }];
    await catalog.CommitStock({ holderId: activity.id, sold: lines }, asGroupBuy);
  }
  crashPoint('stock-settled');
  await collections.activities.updateOne(
    { _id: activity.id },
    { $unset: { due_at: '' }, $set: { settled_at: clock.now() } },
  );
}

/** An activity whose creation was cut off: whatever it took goes back, and it never was. */
async function giveUpPlacing({ collections, catalog }: DeadlineDeps, activity: Activity): Promise<void> {
  await catalog.GiveBackStock({ holderId: activity.id, lines: [] }, { caller: serviceCaller('group-buy') });
  await collections.activities.deleteOne({ _id: activity.id, placing: true });
}

/** Groups whose lease was taken and whose opener vanished before writing them: their units go back. */
export async function giveBackLeases(deps: DeadlineDeps): Promise<void> {
  const { collections, epochs, seats, clock } = deps;
  const now = clock.now();
  const open = collections.activities.find({
    placing: { $exists: false },
    due_at: { $exists: true },
    starts_at: { $lte: now },
  });
  for await (const { _id } of open) {
    const stale = await epochs.under(_id, (epoch) => seats.unconfirmed(epoch, now, LEASE_LOST_MS));
    for (const groupId of stale) {
      if (await collections.groups.findOne({ _id: groupId }, { projection: { _id: 1 } })) continue;
      await epochs.under(_id, (epoch) => seats.close(epoch, { groupId, memberIds: [], units: 0 }, 'failed'));
    }
  }
}

/** Units in paid seats as the documents have it; what the gate counts must equal it. */
export async function soldOf(collections: Collections, activityId: string): Promise<number> {
  let sold = 0;
  const groups = collections.groups.find({ activity_id: activityId, state: { $in: ['forming', 'succeeded'] } });
  for await (const doc of groups) sold += unitsOf(toGroup(doc).members);
  return sold;
}
