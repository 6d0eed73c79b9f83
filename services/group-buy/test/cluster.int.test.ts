import { newId, sameUuid } from '@social/runtime/ids';
import { eventually } from '@social/testkit/eventually';
import { aNamespace, dropNamespace, startRedisCluster } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aGateWorld, aWish, type GateWorld } from './gate.ts';
import { startOrders } from './orders-process.ts';

const SLOTS = 8;
const SIZE = 4;
const GROUPS = 30;
const SPARE = 2;
const HOUR = 3_600_000;

let orders: Awaited<ReturnType<typeof startOrders>>;
let cluster: Awaited<ReturnType<typeof startRedisCluster>>;
let world: GateWorld;
beforeAll(async () => {
  const namespace = aNamespace();
  cluster = await startRedisCluster(3);
  orders = await startOrders(namespace);
  world = await aGateWorld(orders.rpc, namespace);
});
afterAll(async () => {
  await world?.close();
  await orders?.stop();
  await cluster?.stop();
  if (world) await dropNamespace(world.namespace);
});

describe('an activity spread over a cluster of three masters', () => {
  it('sells every seat once, also to people who come twice, and is counted again when a master is lost', async () => {
    const stock = GROUPS * SIZE + SPARE;
    const activityId = await world.anActivity(stock, SIZE);
    const { epochs, seats, close } = await world.aProcess(cluster.urls, SLOTS);
    const under: typeof epochs.under = (id, work) => eventually(() => epochs.under(id, work), 20_000);
    const counts = () => under(activityId, (epoch) => seats.counts(epoch));

    const open = async (groupId: string, userId = newId('usr')) => {
      const wish = { ...aWish(groupId, userId), orderId: sameUuid('ord', groupId) };
      return {
        wish,
        answer: await under(activityId, (epoch) => seats.open(epoch, wish, SIZE, new Date(Date.now() + HOUR))),
      };
    };
    const opened = await Promise.all(Array.from({ length: GROUPS + 5 }, () => open(newId('grp'))));
    const held = opened.filter(({ answer }) => answer.kind === 'held').map(({ wish }) => wish);
    expect(held).toHaveLength(GROUPS);
    expect(opened.filter(({ answer }) => answer.kind === 'sold-out')).toHaveLength(5);

    // Twice as many people as seats, each in two groups at once; one person may have one seat.
    const people = Array.from({ length: 2 * GROUPS * (SIZE - 1) }, () => newId('usr'));
    const tries = people.flatMap((userId, index) =>
      [0, 7].map((shift) => aWish(held[(index + shift) % GROUPS]?.groupId ?? '', userId)),
    );
    const answers = await Promise.all(
      tries.map((wish) => under(activityId, async (epoch) => ({ wish, answer: await seats.join(epoch, wish) }))),
    );
    const joined = answers.filter(({ answer }) => answer.kind === 'held').map(({ wish }) => wish);
    expect(joined).toHaveLength(GROUPS * (SIZE - 1));
    expect(new Set(joined.map(({ userId }) => userId)).size).toBe(joined.length);
    const perGroup = Map.groupBy(joined, ({ groupId }) => groupId);
    expect([...perGroup.values()].every((members) => members.length === SIZE - 1)).toBe(true);
    expect(await counts()).toEqual({ left: SPARE, sold: 0 });

    // What is held is written; then a master dies, and comes back with nothing.
    const now = new Date();
    const groups = held.map(({ groupId, userId }) => ({
      ...world.aGroup(activityId, SIZE, 0),
      _id: groupId,
      head_id: userId,
      opened_at: now,
    }));
    await world.collections.groups.insertMany(groups);
    await orders.placeHolds(activityId, [...held, ...joined]);
    await cluster.restart(1);

    expect(await counts()).toEqual({ left: SPARE, sold: 0 });
    const late = await Promise.all(
      groups.map(({ _id }) => under(activityId, (epoch) => seats.join(epoch, aWish(_id)))),
    );
    expect(late.every(({ kind }) => kind === 'full')).toBe(true);
    const [member] = joined;
    const seat = { groupId: member?.groupId ?? '', userId: member?.userId ?? '' };
    expect(await under(activityId, (epoch) => seats.heldOrder(epoch, seat.groupId, seat.userId))).toEqual({
      orderId: member?.orderId,
      paid: false,
    });

    // All of it paid, then every group given back: no unit is lost or made up.
    const everyone = [...held, ...joined];
    for (const wish of everyone) {
      expect((await under(activityId, (epoch) => seats.pay(epoch, wish, 'asking'))).kind).toBe('joined');
    }
    expect(await counts()).toEqual({ left: SPARE, sold: GROUPS * SIZE });
    for (const { _id } of groups) {
      const memberIds = everyone.filter(({ groupId }) => groupId === _id).map(({ userId }) => userId);
      await under(activityId, (epoch) => seats.close(epoch, { groupId: _id, memberIds, units: SIZE }, 'failed'));
    }
    expect(await counts()).toEqual({ left: stock, sold: 0 });
    const again = await open(newId('grp'), member?.userId);
    expect(again.answer.kind).toBe('held');
    await close();
  }, 120_000);
});
