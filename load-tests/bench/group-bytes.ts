import { fillEpoch } from '@social/group-buy/rebuild';
import { planSeats } from '@social/group-buy/seat-plan';
import { openSeats, slotKeys } from '@social/group-buy/seats';
import { newId, sameUuid } from '@social/runtime/ids';
import { createLogger } from '@social/runtime/log';
import { openRedis, type Redis } from '@social/runtime/redis';
import type { Bench } from './bench.ts';
import { ROUNDS } from './rounds.ts';
import type { Rounds } from './row.ts';

const SEATS = 10;
const GROUPS = 2000;
const HOUR = 3_600_000;
/** What a group of n may take. */
const allowed = (seats: number): number => 500 + 80 * seats;

/** All that the server has taken, with what its allocator could not use. */
async function usedBytes(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
}

/** Opens groups at the gate and fills them but for one seat; the bytes that each takes, its people's limits included. */
async function bytesOfAGroup(redis: Redis): Promise<number> {
  const activityId = newId('act');
  const epoch = { activityId, slots: ['run.00bench0'] };
  const seats = openSeats(redis, '', HOUR);
  await fillEpoch({ redis, namespace: '', keysLiveMs: HOUR }, epoch, planSeats(GROUPS * SEATS, 1));
  await redis.set(`${slotKeys('', activityId, 0)}:epoch`, 'run.00bench0');
  const before = await usedBytes(redis);
  const wish = (groupId: string, orderId = newId('ord')) => ({
    groupId,
    userId: newId('usr'),
    orderId,
    requestId: newId('req'),
    quantity: 1,
    holdMs: HOUR,
    limitPerPerson: 1,
  });
  await Promise.all(
    Array.from({ length: GROUPS }, async () => {
      const groupId = newId('grp');
      await seats.open(epoch, wish(groupId, sameUuid('ord', groupId)), SEATS, new Date(Date.now() + HOUR));
      await Promise.all(Array.from({ length: SEATS - 1 }, () => seats.join(epoch, wish(groupId))));
    }),
  );
  return ((await usedBytes(redis)) - before) / GROUPS;
}

/** What an open group takes in Redis. */
export const groupBytes: Bench = {
  claims: [{ name: 'group-bytes', unit: `bytes, ${SEATS} seats`, bar: 1, holds: 'at-most' }],
  measure: async (stage) => {
    const redis = await openRedis(stage.urls.redisUrl, createLogger('bench', 'silent'));
    const rounds: Rounds = { ours: [], limit: [] };
    for (let round = 0; round < ROUNDS; round++) {
      rounds.ours.push({ value: await bytesOfAGroup(redis) });
      rounds.limit.push({ value: allowed(SEATS) });
      stage.steps.say(`    ${rounds.ours.at(-1)?.value.toFixed(0)} bytes a group`);
    }
    redis.destroy();
    return [rounds];
  },
};
