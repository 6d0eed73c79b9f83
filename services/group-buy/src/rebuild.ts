import { randomBytes } from 'node:crypto';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { RpcClient } from '@social/rpc/client';
import { fromTimestamp } from '@social/rpc/time';
import { serviceCaller } from '@social/runtime/caller';
import { crashPoint } from '@social/runtime/crash-point';
import type { Logger } from '@social/runtime/log';
import type { ScriptRedis } from '@social/runtime/redis';
import { closeEpochScript, fillScript, leaseScript, openEpochScript, unleaseScript } from './epoch-script.ts';
import { common, readSlots, type SlotState, type Where } from './epochs.ts';
import { type Field, type PlannedHold, planSeats, type SeatPlan } from './seat-plan.ts';
import { type Epoch, slotKeys } from './seats.ts';
import { type ActivityDoc, type Collections, toGroup } from './store.ts';

export type RebuildDeps = Where & {
  collections: Collections;
  orders: RpcClient<OrdersServiceDefinition>;
  log: Logger;
  graceMs: number;
  keysLiveMs: number;
  /** With what this process takes the right to rebuild: it may begin again what it could not finish. */
  rebuilder: string;
};

/** A name for `rebuilder` that no other process has. */
export const aRebuilder = (): string => `${randomBytes(8).toString('hex')}/`;

/** How long one rebuilder may work before another takes over. */
const LEASE_MS = 15_000;
/** Fields in one call. */
const FIELDS_AT_ONCE = 2000;

/** The unpaid seats of an activity. */
async function holdsOf(activityId: string, { orders, graceMs }: RebuildDeps): Promise<PlannedHold[]> {
  const caller = serviceCaller('group-buy');
  const found: PlannedHold[] = [];
  for (let after = ''; ; ) {
    const { holds } = await orders.ListSeatHolds({ activityId, afterOrderId: after, limit: 1000 }, { caller });
    for (const { groupId, buyerId, orderId, quantity, payBy } of holds) {
      const until = (fromTimestamp(payBy)?.getTime() ?? 0) + graceMs;
      found.push({ groupId, userId: buyerId, orderId, quantity, until });
    }
    const last = holds.at(-1);
    if (!last || holds.length < 1000) return found;
    after = last.orderId;
  }
}

/** What the documents and the unpaid orders of an activity say of its seats. */
async function count(deps: RebuildDeps, activity: ActivityDoc): Promise<SeatPlan> {
  const plan = planSeats(activity.stock, deps.slots);
  const ofActivity = { activity_id: activity._id, state: { $in: ['forming' as const, 'succeeded' as const] } };
  const groups = deps.collections.groups.find(ofActivity, { projection: { outbox: 0 } });
  const addGroups = async () => {
    for await (const doc of groups) plan.addGroup(toGroup(doc));
  };
  const [holds] = await Promise.all([holdsOf(activity._id, deps), addGroups()]);
  for (const hold of holds) plan.addHold(hold);
  return plan;
}

async function fill(redis: ScriptRedis, base: string, head: string[], fields: Field[]): Promise<void> {
  for (let start = 0; start < fields.length; start += FIELDS_AT_ONCE) {
    await fillScript(redis, [base], [...head, ...fields.slice(start, start + FIELDS_AT_ONCE).flat()]);
  }
}

/** Writes every slot's keys of an epoch that is not open yet. */
export async function fillEpoch(
  { redis, namespace, keysLiveMs }: Pick<Where, 'namespace'> & { redis: ScriptRedis; keysLiveMs: number },
  { activityId, slots }: Epoch,
  plan: SeatPlan,
): Promise<void> {
  const fillSlot = (epoch: string, slot: number) =>
    fill(redis, slotKeys(namespace, activityId, slot), [epoch, String(keysLiveMs)], plan.fieldsOf(slot));
  await Promise.all(slots.map(fillSlot));
}

/**
 * Counts the seats of an activity again from documents, into keys of a new epoch, and makes that epoch count: first the
 * old one ends in every slot, so that nothing is answered that the count would miss, then the documents are read.
 * Answers undefined when another process is at it. What is held under the old epoch and not written yet asserts itself
 * again afterwards (seating.ts).
 */
export async function rebuildSeats(
  deps: RebuildDeps,
  activityId: string,
  states: SlotState[],
): Promise<Epoch | undefined> {
  const { redis, namespace, collections, log, rebuilder } = deps;
  const token = randomBytes(4).toString('hex');
  const right = `${rebuilder}${token}`;
  const bases = states.map((_, slot) => slotKeys(namespace, activityId, slot));
  const [home = ''] = bases;
  if ((await leaseScript(redis, [home], [right, String(LEASE_MS), rebuilder])) !== 1) return undefined;

  const activity: ActivityDoc | null = await collections.activities.findOne({ _id: activityId });
  const built = common(activityId, await readSlots(deps, activityId));
  if (!activity || built) {
    // Another one was faster.
    await unleaseScript(redis, [home], [right]);
    return built;
  }
  await Promise.all(bases.map((base) => closeEpochScript(redis, [base], [right, String(LEASE_MS)])));
  const started = performance.now();
  const plan = await count(deps, activity);
  const epoch: Epoch = { activityId, slots: states.map(({ runId }) => `${runId}.${token}`) };
  await fillEpoch(deps, epoch, plan);
  crashPoint('rebuilding');
  // The home comes last: who finds it open finds all of them open.
  const inTurn = [...bases.entries()].reverse();
  let opened = true;
  for (const [slot, base] of inTurn) {
    const args = [right, epoch.slots[slot] ?? '', String(deps.keysLiveMs)];
    opened = opened && (await openEpochScript(redis, [base], args)) === 1;
  }
  const ms = Math.round(performance.now() - started);
  log.info({ activityId, groups: plan.groups(), left: plan.left(), opened, ms }, 'seats rebuilt');
  return opened ? epoch : undefined;
}
