import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '@social/contracts/errors';
import { type Epochs, trackEpochs } from '@social/group-buy/epochs';
import { aRebuilder, rebuildSeats } from '@social/group-buy/rebuild';
import { slotKeys } from '@social/group-buy/seats';
import { ensureIndexes, openCollections } from '@social/group-buy/store';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { serviceCaller } from '@social/runtime/caller';
import { newId } from '@social/runtime/ids';
import { keyRing } from '@social/runtime/key-ring';
import { createLogger } from '@social/runtime/log';
import { openMongo } from '@social/runtime/mongo';
import { newOwnedId } from '@social/runtime/owned-id';
import { openRedis, openRedisServers } from '@social/runtime/redis';
import type { Bench } from './bench.ts';
import { seedGroups } from './open-groups.ts';
import { ROUNDS } from './rounds.ts';
import type { Rounds } from './row.ts';
import { startServices } from './stage.ts';

const GROUPS = 10_000;
const SIZE = 10;
/** Each group has five paid members, and one seat is held. */
const PAID = 5;
const AT_ONCE = 200;
const LONGEST_S = 3;
const HOUR_MS = 3_600_000;

/** Asks for the epoch as a join does, until there is one. */
async function untilCounted(epochs: Epochs, activityId: string): Promise<void> {
  for (;;) {
    try {
      return void (await epochs.current(activityId));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await pause(5);
    }
  }
}

/** How long the seats of ten thousand open groups take to be counted again, two processes at it. */
export const gateRebuild: Bench = {
  claims: [{ name: 'gate-rebuild', unit: 's, 10,000 groups', bar: 1, holds: 'at-most' }],
  measure: async (stage) => {
    const log = createLogger('bench', 'warn');
    const { secrets, namespace, grpcOf } = await startServices(stage, ['orders']);
    const tokenKey = keyRing(secrets.internalTokenKey);
    const orders = createRpcClient(services.orders(), grpcOf('orders'), { tokenKey });
    const { client, db } = await openMongo(stage.urls.mongoUrl, namespace, 'group_buy');
    const collections = openCollections(db);
    await ensureIndexes(collections);

    const activityId = newId('act');
    const soon = new Date(Date.now() + HOUR_MS);
    const texts = { title: '', picture: '', option_values: [], currency: 'CNY' };
    const ids = { _id: activityId, merchant_id: newId('mer'), sku_id: newId('sku'), product_id: newId('prd') };
    const amounts = { list_amount: 200, group_amount: 100, group_size: SIZE, stock: GROUPS * SIZE };
    const times = { fill_seconds: 3600, pay_seconds: 900, starts_at: new Date(), ends_at: soon };
    const limits = { limit_per_person: 1, limit_per_order: 1, version: 1 };
    await collections.activities.insertOne({ ...ids, ...texts, ...amounts, ...times, ...limits });
    const groups = await seedGroups(collections.groups, { activityId, count: GROUPS, size: SIZE, members: PAID });
    const line = { skuId: ids.sku_id, productId: ids.product_id, unitAmount: 100 };
    const offers = [{ activityId, merchantId: ids.merchant_id, currency: 'CNY', line }];
    for (let start = 0; start < groups.length; start += AT_ONCE) {
      const holds = groups.slice(start, start + AT_ONCE).map((groupId) => {
        const buyerId = newId('usr');
        const addressId = newOwnedId('adr', buyerId, tokenKey);
        return { orderId: newId('ord'), groupId, buyerId, addressId, quantity: 1 };
      });
      await orders.PlaceGroupOrders({ offers, orders: holds }, { caller: serviceCaller('group-buy') });
    }

    const aProcess = async () => {
      const redis = await openRedisServers(stage.urls.redisUrl, log);
      const where = { redis, namespace, slots: 1 };
      const deps = { ...where, collections, orders, log, graceMs: 0, keysLiveMs: HOUR_MS, rebuilder: aRebuilder() };
      // Whatever it knows ends with each round: a tracker of its own for each.
      const epochs = () => trackEpochs(where, (id, states) => rebuildSeats(deps, id, states));
      return { epochs, close: () => redis.close() };
    };
    const two = [await aProcess(), await aProcess()];
    const redis = await openRedis(stage.urls.redisUrl, log);
    const rounds: Rounds = { ours: [], limit: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      await redis.del(`${slotKeys(namespace, activityId, 0)}:epoch`);
      const trackers = two.map(({ epochs }) => epochs());
      const started = performance.now();
      await Promise.all(trackers.map((epochs) => untilCounted(epochs, activityId)));
      const value = (performance.now() - started) / 1000;
      stage.steps.say(`    counted in ${value.toFixed(2)} s`);
      if (round === 0) continue;
      rounds.ours.push({ value });
      rounds.limit.push({ value: LONGEST_S });
    }
    await Promise.all([...two.map(({ close }) => close()), redis.close(), client.close()]);
    orders.close();
    return [rounds];
  },
};
