import { eventually } from '@social/testkit/eventually';
import { MongoClient } from 'mongodb';
import { expect } from 'vitest';
import type { Platform } from './platform.ts';

type OrderDoc = {
  _id: string;
  state: string;
  total: number;
  paid_at?: Date;
  group?: { activity_id: string; group_id: string; quantity: number };
};
type GroupDoc = {
  _id: string;
  state: string;
  size: number;
  members: { user_id: string; order_id: string; quantity: number }[];
};
type IntentDoc = {
  _id: string;
  state: string;
  total: number;
  refunds?: { amount: number; state: string; order_id: string }[];
};

/** Everything that is written, over all services: read by tests alone, to check what no API could tell. */
export async function openBooks({ namespace, mongoUrl }: Platform) {
  const client = await MongoClient.connect(mongoUrl);
  const all = <T extends object>(database: string, collection: string) =>
    client.db(`${namespace}${database}`).collection<T>(collection).find().toArray();

  const waitingEvents = async (): Promise<number> => {
    let count = 0;
    for (const database of ['orders', 'payments', 'group_buy', 'catalog', 'identity']) {
      const db = client.db(`${namespace}${database}`);
      for (const { name } of await db.listCollections().toArray()) {
        count += await db.collection(name).countDocuments({ outbox: { $exists: true } });
      }
    }
    return count;
  };

  /**
   * The promises of the platform, once everything has settled: every paid order is with its group or given back, once;
   * money in is goods plus refunds; no group beyond its size; every order in one group; no event waits.
   */
  const balance = async (): Promise<void> => {
    const [orders, groups, intents] = await Promise.all([
      all<OrderDoc>('orders', 'orders'),
      all<GroupDoc>('group_buy', 'groups'),
      all<IntentDoc>('payments', 'intents'),
    ]);
    const captured = intents.filter(({ state }) => state === 'captured').reduce((sum, { total }) => sum + total, 0);
    const refunds = intents.flatMap((intent) => intent.refunds ?? []);
    const refunded = refunds.reduce((sum, { amount }) => sum + amount, 0);
    const goods = orders
      .filter(({ state }) => ['awaiting_group', 'pending_shipment', 'shipped', 'completed'].includes(state))
      .reduce((sum, { total }) => sum + total, 0);
    expect(captured, 'money in = goods + refunds').toBe(goods + refunded);
    expect(
      refunds.filter(({ state }) => state !== 'succeeded'),
      'every refund arrived',
    ).toEqual([]);

    for (const group of groups) expect(group.members.length, `${group._id} seats`).toBeLessThanOrEqual(group.size);
    const seated = groups.flatMap(({ members }) => members.map(({ order_id }) => order_id));
    expect(new Set(seated).size, 'one seat an order').toBe(seated.length);

    const byOrder = new Map(groups.flatMap((group) => group.members.map(({ order_id }) => [order_id, group] as const)));
    for (const order of orders.filter(({ group }) => group)) {
      const group = byOrder.get(order._id);
      if (order.state === 'awaiting_group') expect(group?.state, order._id).toBe('forming');
      if (order.state === 'pending_shipment') expect(group?.state, order._id).toBe('succeeded');
      if (order.state === 'closed') expect(['failed', undefined], order._id).toContain(group?.state);
      if (order.state === 'cancelled') expect(group, order._id).toBeUndefined();
    }
    expect(await waitingEvents(), 'events that wait').toBe(0);
  };

  return {
    all,
    client,
    /** Waits until the promises hold, and fails with the one that does not. */
    balanced: () => eventually(balance, 45_000),
    close: () => client.close(),
  };
}

export type Books = Awaited<ReturnType<typeof openBooks>>;
