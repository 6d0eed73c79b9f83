import { newId } from '@social/runtime/ids';
import { aNamespace, dropNamespace, type OwnRedis, startRedis } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aGateWorld, aWish, type GateWorld, whenCounted } from './gate.ts';
import { startOrders } from './orders-process.ts';

const GROUPS = 10_000;
const SIZE = 3;

let orders: Awaited<ReturnType<typeof startOrders>>;
let world: GateWorld;
let redis: OwnRedis;
beforeAll(async () => {
  const namespace = aNamespace();
  redis = await startRedis();
  orders = await startOrders(namespace);
  world = await aGateWorld(orders.rpc, namespace);
});
afterAll(async () => {
  await world?.close();
  await orders?.stop();
  await redis?.kill();
  if (world) await dropNamespace(world.namespace);
});

describe('ten thousand open groups', () => {
  it('are counted again by one of two processes, while people come, and no seat is given twice', async () => {
    const activityId = await world.anActivity(GROUPS * SIZE + 5, SIZE);
    const groups = Array.from({ length: GROUPS }, () => world.aGroup(activityId, SIZE, 1));
    await world.collections.groups.insertMany(groups);
    const holds = groups.map(({ _id }) => ({ groupId: _id, userId: newId('usr'), orderId: newId('ord') }));
    await orders.placeHolds(activityId, holds);

    const processes = await Promise.all([world.aProcess(redis.url, 1), world.aProcess(redis.url, 1)]);
    const some = groups.slice(0, 100);
    const joins = some.flatMap(({ _id }) =>
      [0, 1, 2].map((turn) => ({ process: processes[turn % 2], wish: aWish(_id) })),
    );
    const answers = await Promise.all(
      joins.map(({ process, wish }) =>
        whenCounted(async () => process?.epochs.under(activityId, (epoch) => process.seats.join(epoch, wish))),
      ),
    );

    expect(answers.filter((answer) => answer?.kind === 'held')).toHaveLength(some.length);
    expect(answers.filter((answer) => answer?.kind === 'full')).toHaveLength(2 * some.length);
    expect(processes.reduce((sum, { rebuilds }) => sum + rebuilds(), 0)).toBe(1);
    const [one] = processes;
    const [first] = holds;
    const counts = await one?.epochs.under(activityId, (epoch) => one.seats.counts(epoch));
    expect(counts).toEqual({ left: 5, sold: GROUPS });
    const held = await one?.epochs.under(activityId, (epoch) =>
      one.seats.heldOrder(epoch, first?.groupId ?? '', first?.userId ?? ''),
    );
    expect(held).toEqual({ orderId: first?.orderId, paid: false });
    await Promise.all(processes.map(({ close }) => close()));
  }, 120_000);
});
