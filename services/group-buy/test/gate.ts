import { randomBytes } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { RpcClient } from '@social/rpc/client';
import { newId, sameUuid } from '@social/runtime/ids';
import { openMongo } from '@social/runtime/mongo';
import { openRedisServers, type RedisServers } from '@social/runtime/redis';
import { aNamespace, SERVERS, silentLog } from '@social/testkit/servers';
import { trackEpochs } from '../src/epochs.ts';
import { asGate } from '../src/gate-away.ts';
import { aRebuilder, rebuildSeats } from '../src/rebuild.ts';
import { openSeats } from '../src/seats.ts';
import { ensureIndexes, type GroupDoc, openCollections } from '../src/store.ts';

const HOUR = 3_600_000;

/** Documents of one test, and the gates that processes would open before them. */
export async function aGateWorld(orders: RpcClient<OrdersServiceDefinition>, namespace = aNamespace()) {
  const { client, db } = await openMongo(SERVERS.mongoUrl, namespace, 'group_buy');
  const collections = openCollections(db);
  await ensureIndexes(collections);

  return {
    namespace,
    collections,
    close: () => client.close(),

    /** An activity that is open, as its document. */
    anActivity: async (stock: number, groupSize: number, merchantId = newId('mer')): Promise<string> => {
      const now = Date.now();
      const activityId = newId('act');
      await collections.activities.insertOne({
        _id: activityId,
        merchant_id: merchantId,
        sku_id: newId('sku'),
        product_id: newId('prd'),
        title: '',
        picture: '',
        option_values: [],
        currency: 'CNY',
        list_amount: 200,
        group_amount: 100,
        group_size: groupSize,
        fill_seconds: 3600,
        stock,
        limit_per_person: 1,
        limit_per_order: 1,
        pay_seconds: 900,
        starts_at: new Date(now - HOUR),
        ends_at: new Date(now + HOUR),
        version: 1,
      });
      return activityId;
    },

    /** A group that is forming, with so many paid members; its head is the first. */
    aGroup: (activityId: string, size: number, paid: number): GroupDoc => {
      const groupId = newId('grp');
      const member = (_: unknown, index: number) => ({
        user_id: newId('usr'),
        order_id: index === 0 ? sameUuid('ord', groupId) : newId('ord'),
        quantity: 1,
        joined_at: new Date(),
      });
      const members = Array.from({ length: paid }, member);
      return {
        _id: groupId,
        activity_id: activityId,
        state: 'forming',
        size,
        head_id: members[0]?.user_id ?? newId('usr'),
        members,
        opened_at: new Date(),
        due_at: new Date(Date.now() + HOUR),
        version: paid,
      };
    },

    /** What one process of group-buy has: the gate, and the epochs it knows. `faults` may come between it and its gate. */
    aProcess: async (redisUrl: string, slots: number, faults = (redis: RedisServers) => redis) => {
      const redis = asGate(faults(await openRedisServers(redisUrl, silentLog)));
      const where = { redis, namespace, slots };
      const deps = {
        ...where,
        collections,
        orders,
        log: silentLog,
        graceMs: 1000,
        keysLiveMs: HOUR,
        rebuilder: aRebuilder(),
      };
      let rebuilds = 0;
      const epochs = trackEpochs(where, async (activityId, states) => {
        const epoch = await rebuildSeats(deps, activityId, states);
        if (epoch) rebuilds++;
        return epoch;
      });
      const seats = openSeats(redis, namespace, HOUR);
      return { epochs, seats, rebuilds: () => rebuilds, close: () => redis.close() };
    },
  };
}

export type GateWorld = Awaited<ReturnType<typeof aGateWorld>>;

/** A person's wish for a seat. */
export const aWish = (groupId: string, userId = newId('usr')) => ({
  groupId,
  userId,
  orderId: newId('ord'),
  requestId: randomBytes(8).toString('hex'),
  quantity: 1,
  holdMs: HOUR,
  limitPerPerson: 1,
});

/** Asks again while the seats are being counted. */
export async function whenCounted<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'seats-rebuilding') throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
