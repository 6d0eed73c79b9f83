import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { RpcClient } from '@social/rpc/client';
import { serviceCaller } from '@social/runtime/caller';
import type { Clock } from '@social/runtime/clock';
import type { Lease } from '@social/runtime/lease';
import type { RedisServers } from '@social/runtime/redis';
import type { Epochs } from './epochs.ts';
import type { Collections } from './store.ts';

export type WarmUpDeps = {
  collections: Collections;
  epochs: Epochs;
  orders: RpcClient<OrdersServiceDefinition>;
  redis: RedisServers;
  namespace: string;
  clock: Clock;
  /** Held by the replica that tells the gateways. */
  telling: Lease;
};

/** How long before its minute an activity is made ready. */
export const WARM_BEFORE_MS = 60_000;

/** Where gateways hear which activity starts soon, by its id. */
export const startingChannel = (namespace: string): string => `${namespace}groupbuy:starting`;

/**
 * Makes activities ready that start within a minute: their seats are counted, the way to orders and its database is
 * open, in every replica, and one of them tells every gateway to get their pages. Nobody's first request pays for that.
 * Answers how many.
 */
export async function warmUp(deps: WarmUpDeps): Promise<number> {
  const { collections, epochs, orders, redis, namespace, clock, telling } = deps;
  const now = clock.now();
  const starting = await collections.activities
    .find(
      { starts_at: { $gt: now, $lte: new Date(now.getTime() + WARM_BEFORE_MS) }, placing: { $exists: false } },
      { projection: { _id: 1 } },
    )
    .toArray();
  if (starting.length === 0) return 0;

  const nobodys = { request: { id: 'warm-up', bodyHash: '' }, buyerId: '' };
  await orders.FindGroupOrder(nobodys, { caller: serviceCaller('group-buy') });
  for (const { _id } of starting) {
    await epochs.current(_id);
    await telling.under(() => redis.publish(startingChannel(namespace), _id));
  }
  return starting.length;
}
