import { DomainError } from '@social/contracts/errors';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import { openBus } from '@social/messaging/bus';
import { startRelay } from '@social/messaging/outbox';
import type { RpcClient } from '@social/rpc/client';
import { systemClock } from '@social/runtime/clock';
import { newId } from '@social/runtime/ids';
import { aForwarder } from '@social/testkit/forwarder';
import {
  aNamespace,
  dropNamespace,
  freePort,
  type OwnRedis,
  SERVERS,
  silentLog,
  startRedis,
} from '@social/testkit/servers';
import { SocketClosedUnexpectedlyError } from 'redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readActivities } from '../src/activities.ts';
import { type HeldSeat, openSeating, type Seating } from '../src/seating.ts';
import { openGroups } from '../src/store.ts';
import { aGateWorld, type GateWorld, whenCounted } from './gate.ts';
import { startOrders } from './orders-process.ts';

type Rpc = RpcClient<OrdersServiceDefinition>;
type PlaceOrders = Rpc['PlaceGroupOrders'];

let port: number;
let redis: OwnRedis;
let orders: Awaited<ReturnType<typeof startOrders>>;
let world: GateWorld;
let bus: Awaited<ReturnType<typeof openBus>>;
let relay: ReturnType<typeof startRelay>;
let gate: Awaited<ReturnType<GateWorld['aProcess']>>;
/** What stands between group-buy and its orders in this test: by default nothing. */
let onTheWay: (place: PlaceOrders) => PlaceOrders;
let seating: Seating;

beforeAll(async () => {
  const namespace = aNamespace();
  port = await freePort();
  redis = await startRedis(port);
  orders = await startOrders(namespace);
  world = await aGateWorld(orders.rpc, namespace);
  bus = await openBus({ brokers: SERVERS.kafkaBrokers, namespace, service: 'group-buy', log: silentLog });
  relay = startRelay(world.collections.groups, bus);
  gate = await world.aProcess(redis.url, 1);
  const place: PlaceOrders = (request, options) => onTheWay(orders.rpc.PlaceGroupOrders)(request, options);
  seating = aSeating({ ...orders.rpc, PlaceGroupOrders: place });
});

/** Group-buy's part in it, before this gate and these documents. */
const aSeating = (rpc: Rpc, { epochs, seats } = gate): Seating =>
  openSeating({
    collections: world.collections,
    activities: readActivities(world.collections, systemClock),
    epochs,
    seats,
    orders: rpc,
    groups: openGroups(world.collections.groups, relay),
    clock: systemClock,
    log: silentLog,
    graceMs: 1000,
    placing: { maxBatch: 200, flights: 1 },
  });
beforeEach(() => {
  onTheWay = (place) => place;
});
afterAll(async () => {
  await relay?.stop();
  await bus?.close();
  await gate?.close();
  await world?.close();
  await orders?.stop();
  await redis?.kill();
  if (world) await dropNamespace(world.namespace);
});

/** A person who wants a seat; the key makes it repeatable. */
const someone = (userId = newId('usr')) => ({
  userId,
  quantity: 1,
  addressId: orders.addressOf(userId),
  request: { id: newId('req'), bodyHash: 'h' },
});
/** The gate's server dies and another, empty one takes its place. */
const replaceGate = async () => {
  await redis.kill();
  redis = await startRedis(port);
};
/** Once the orders are written, and before group-buy hears of it. */
const afterWriting =
  (happens: () => Promise<void>): typeof onTheWay =>
  (place) =>
  async (request, options) => {
    const answer = await place(request, options);
    onTheWay = (same) => same;
    await happens();
    return answer;
  };
const stateOf = async (orderId: string, userId: string) =>
  (await orders.rpc.GetOrder({ orderId }, { caller: { userId, roles: ['shopper'] } })).state;
const idOf = ({ order: { orderId } }: HeldSeat) => ({ orderId });
const holder = (activityId: string, groupId: string, userId: string) =>
  gate.epochs.under(activityId, (epoch) => gate.seats.heldOrder(epoch, groupId, userId));

describe('a join that is under way while the seats are counted again', () => {
  it('has its seat in the new count, though its order was written after it', async () => {
    const activityId = await world.anActivity(20, 3);
    const head = await seating.open(activityId, someone());
    const bob = someone();
    // The gate is lost before the order is written: the count cannot know of it.
    onTheWay = (place) => async (request, options) => {
      onTheWay = (same) => same;
      await replaceGate();
      await gate.epochs.current(activityId).catch(() => {});
      return place(request, options);
    };
    const seat = await seating.join(head.order.groupId, bob);
    expect(await holder(activityId, seat.order.groupId, bob.userId)).toEqual({
      orderId: seat.order.orderId,
      paid: false,
    });
    expect(await stateOf(seat.order.orderId, bob.userId)).toBe('ORDER_STATE_PENDING_PAYMENT');
  });

  it('is told that the group is full, and its order is cancelled, when another was faster in the new count', async () => {
    const activityId = await world.anActivity(20, 2);
    const head = await seating.open(activityId, someone());
    const { groupId } = head.order;
    const [bob, cat] = [someone(), someone()];
    let orderId = '';
    onTheWay = (place) => async (request, options) => {
      onTheWay = (same) => same;
      orderId = request.orders?.[0]?.orderId ?? '';
      await replaceGate();
      // The seat is free in a count that knows nothing of bob's hold; cat takes it, and has her order first.
      await whenCounted(() => aSeating(orders.rpc).join(groupId, cat));
      return place(request, options);
    };
    await expect(seating.join(groupId, bob)).rejects.toMatchObject({ code: 'group-full' });
    expect(await stateOf(orderId, bob.userId)).toBe('ORDER_STATE_CANCELLED');
    expect(await holder(activityId, groupId, cat.userId)).toMatchObject({ paid: false });
  });

  it('opens its group in the new count too', async () => {
    const activityId = await world.anActivity(4, 2);
    const ann = someone();
    onTheWay = afterWriting(replaceGate);
    const opened = await seating.open(activityId, ann);
    expect(await holder(activityId, opened.order.groupId, ann.userId)).toMatchObject({ orderId: opened.order.orderId });
    const counts = await gate.epochs.under(activityId, (epoch) => gate.seats.counts(epoch));
    expect(counts).toEqual({ left: 2, sold: 0 });
  });
});

describe('a batch of orders whose outcome is not known', () => {
  it('keeps its seats, and the same request, asked again, has the same order', async () => {
    const activityId = await world.anActivity(20, 3);
    const { order } = await seating.open(activityId, someone());
    const bob = someone();
    onTheWay = afterWriting(async () => {
      throw new DomainError('deadline-exceeded');
    });
    await expect(seating.join(order.groupId, bob)).rejects.toMatchObject({ code: 'deadline-exceeded' });

    const held = await holder(activityId, order.groupId, bob.userId);
    const again = await seating.join(order.groupId, bob);
    expect(again.order.orderId).toBe(held?.orderId);
    await expect(
      seating.join(order.groupId, { ...bob, request: { id: newId('req'), bodyHash: 'h' } }),
    ).rejects.toMatchObject({
      code: 'already-joined',
    });
  });

  it('gives the seat of a refused order to the next, and leaves no group without anybody', async () => {
    const merchantId = newId('mer');
    const activityId = await world.anActivity(2, 2, merchantId);
    const ann = someone();
    await seating.open(await world.anActivity(2, 2, merchantId), ann);
    const otherBody = { ...ann, request: { ...ann.request, bodyHash: 'other' } };
    await expect(seating.open(activityId, otherBody)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    // All units of the activity were in that one group.
    expect((await seating.open(activityId, someone())).order.amount).toBe(100);
    expect(await world.collections.groups.countDocuments({ activity_id: activityId, state: 'failed' })).toBe(1);
  });
});

describe('a gate that is lost at one of the calls that a seat takes', () => {
  /** A process whose connections to the gate break at the call that is planned, before the gate has it or after. */
  const aFaultyProcess = async () => {
    const way = await aForwarder([port]);
    await way.open();
    let callsLeft = Number.POSITIVE_INFINITY;
    let isHeard = false;
    const breaks = async <T>(call: () => Promise<T>): Promise<T> => {
      if (--callsLeft !== 0) return call();

      if (isHeard) await call();
      await way.close();
      await way.open();
      if (isHeard) throw new SocketClosedUnexpectedlyError();
      return call();
    };
    const faulty = await world.aProcess(`redis://127.0.0.1:${way.port}`, 1, (redis) => ({
      ...redis,
      evalSha: (sha, call) => breaks(() => redis.evalSha(sha, call)),
    }));
    return {
      seating: aSeating(orders.rpc, faulty),
      breakAt: (call: number, how: 'unheard' | 'unanswered') => {
        callsLeft = call;
        isHeard = how === 'unanswered';
      },
      hasBroken: () => callsLeft <= 0,
      close: async () => {
        await faulty.close();
        await way.close();
      },
    };
  };

  it.each(['unheard', 'unanswered'] as const)('%s, is asked again, and each has one seat', async (how) => {
    const faulty = await aFaultyProcess();
    try {
      for (let call = 1; ; call++) {
        const activityId = await world.anActivity(4, 2);
        const [ann, bob] = [someone(), someone()];
        faulty.breakAt(call, how);
        const head = await whenCounted(() => faulty.seating.open(activityId, ann));
        const seat = await whenCounted(() => faulty.seating.join(head.order.groupId, bob));
        const hasBroken = faulty.hasBroken();
        faulty.breakAt(Number.POSITIVE_INFINITY, how);

        const { groupId } = head.order;
        expect(seat.order.groupId).toBe(groupId);
        expect(await holder(activityId, groupId, ann.userId), `call ${call}`).toMatchObject(idOf(head));
        expect(await holder(activityId, groupId, bob.userId), `call ${call}`).toMatchObject(idOf(seat));
        const counts = await gate.epochs.under(activityId, (epoch) => gate.seats.counts(epoch));
        expect(counts, `call ${call}`).toEqual({ left: 2, sold: 0 });
        if (!hasBroken) break;
      }
    } finally {
      await faulty.close();
    }
  });
});
