import { randomBytes } from 'node:crypto';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { RpcClient } from '@social/rpc/client';
import { fromTimestamp } from '@social/rpc/time';
import { serviceCaller } from '@social/runtime/caller';
import { crashPoint } from '@social/runtime/crash-point';
import type { Logger } from '@social/runtime/log';
import { type Redis, redisScript } from '@social/runtime/redis';
import { unitsOf } from './group.ts';
import { type Epoch, type EpochKeys, seatKeys } from './seats.ts';
import { type ActivityDoc, type Collections, type GroupDoc, toGroup } from './store.ts';

export type RebuildDeps = {
  redis: Redis;
  namespace: string;
  collections: Collections;
  orders: RpcClient<OrdersServiceDefinition>;
  log: Logger;
  graceMs: number;
  keysLiveMs: number;
};

/** How long one rebuilder may work before another takes over. */
const LEASE_MS = 15_000;

/* The new epoch counts only if nothing moved on meanwhile: compare, set, give the lease back. */
const switchScript = redisScript(`
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[2] then return 0 end
redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
redis.call('DEL', KEYS[2])
return 1
`);

/** A hash to write: its key and its fields. */
type Hash = { key: string; fields: Map<string, string> };

/** The seats of one activity as its documents tell them. */
class Plan {
  left: number;
  sold = 0;
  readonly hashes = new Map<string, Hash>();
  /** Who opened a group that stands: their request may be repeated. */
  readonly openers: string[] = [];
  readonly keys: EpochKeys;

  constructor(stock: number, keys: EpochKeys) {
    this.left = stock;
    this.keys = keys;
  }

  set(key: string, field: string, value: string | number): void {
    const hash = this.hashes.get(key) ?? { key, fields: new Map<string, string>() };
    hash.fields.set(field, String(value));
    this.hashes.set(key, hash);
  }

  get(key: string, field: string): string | undefined {
    return this.hashes.get(key)?.fields.get(field);
  }

  /** Paid seats of a forming or succeeded group; a succeeded one leaves nothing in the gate but its members' limits. */
  addGroup(doc: GroupDoc): void {
    const group = toGroup(doc);
    const units = unitsOf(group.members);
    this.openers.push(group.headId);
    this.sold += units;
    this.left -= units + (group.state === 'forming' ? group.size - group.members.length : 0);
    for (const { userId, orderId, quantity } of group.members) {
      this.set(this.keys.user(userId), group.id, `${quantity}:0:${orderId}:`);
      if (group.state === 'forming') this.set(this.keys.group(group.id), userId, `${quantity}:0`);
    }
    if (group.state !== 'forming') return;

    const key = this.keys.group(group.id);
    this.set(key, 's', group.size);
    this.set(key, 'd', group.dueAt.getTime());
    this.set(key, 'n', group.members.length);
  }

  /** An unpaid order's seat, if its group is forming and its buyer has no seat there yet. */
  addHold(hold: { groupId: string; userId: string; orderId: string; quantity: number; until: number }): void {
    const key = this.keys.group(hold.groupId);
    const taken = Number(this.get(key, 'n') ?? Number.NaN);
    const size = Number(this.get(key, 's'));
    if (!(taken < size) || this.get(key, hold.userId)) return;

    this.set(key, hold.userId, `${hold.quantity}:${hold.until}`);
    this.set(key, 'n', taken + 1);
    this.set(this.keys.user(hold.userId), hold.groupId, `${hold.quantity}:${hold.until}:${hold.orderId}:`);
    this.left -= hold.quantity - 1;
  }
}

async function addHolds(plan: Plan, activityId: string, { orders, graceMs }: RebuildDeps): Promise<void> {
  const caller = serviceCaller('group-buy');
  for (let after = ''; ; ) {
    const { holds } = await orders.ListSeatHolds({ activityId, afterOrderId: after, limit: 1000 }, { caller });
    for (const { groupId, buyerId, orderId, quantity, payBy } of holds) {
      const until = (fromTimestamp(payBy)?.getTime() ?? 0) + graceMs;
      plan.addHold({ groupId, userId: buyerId, orderId, quantity, until });
    }
    const last = holds.at(-1);
    if (!last || holds.length < 1000) return;
    after = last.orderId;
  }
}

async function write(plan: Plan, { redis, keysLiveMs }: RebuildDeps): Promise<void> {
  plan.set(plan.keys.activity, 'left', Math.max(0, plan.left));
  plan.set(plan.keys.activity, 'sold', plan.sold);
  const hashes = [...plan.hashes.values()];
  for (let start = 0; start < hashes.length; start += 500) {
    const batch = redis.multi();
    for (const { key, fields } of hashes.slice(start, start + 500)) batch.hSet(key, fields).pExpire(key, keysLiveMs);
    await batch.execAsPipeline();
  }
  for (let start = 0; start < plan.openers.length; start += 1000) {
    await redis.sAdd(plan.keys.openers, plan.openers.slice(start, start + 1000));
  }
  if (plan.openers.length > 0) await redis.pExpire(plan.keys.openers, keysLiveMs);
}

/**
 * Counts the seats of an activity again from documents, into keys of a new epoch, and makes that epoch count.
 * Answers undefined when another process is at it, or was faster. What is held under the old epoch and not written yet
 * asserts itself again afterwards (seating.ts).
 */
export async function rebuildSeats(deps: RebuildDeps, activityId: string, runId: string): Promise<Epoch | undefined> {
  const { redis, namespace, collections, log } = deps;
  const keys = seatKeys(namespace, activityId);
  const token = randomBytes(6).toString('hex');
  const leased = await redis.set(keys.lease, token, { condition: 'NX', expiration: { type: 'PX', value: LEASE_MS } });
  if (!leased) return undefined;

  const before = (await redis.get(keys.epoch)) ?? '';
  const activity: ActivityDoc | null = await collections.activities.findOne({ _id: activityId });
  if (!activity) return undefined;

  const epoch: Epoch = { activityId, value: `${runId}.${token}` };
  const plan = new Plan(activity.stock, keys.of(epoch));
  const groups = collections.groups.find({ activity_id: activityId, state: { $in: ['forming', 'succeeded'] } });
  for await (const doc of groups) plan.addGroup(doc);
  await addHolds(plan, activityId, deps);
  await write(plan, deps);
  crashPoint('rebuilding');
  const switched = await switchScript(
    redis,
    [keys.epoch, keys.lease],
    [token, before, epoch.value, String(deps.keysLiveMs)],
  );
  log.info({ activityId, groups: plan.hashes.size, left: plan.left, switched }, 'seats rebuilt');
  return switched === 1 ? epoch : undefined;
}
