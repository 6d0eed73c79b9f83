import type { Redis } from '@social/runtime/redis';
import { openRedis } from '@social/runtime/redis';
import { eventually } from '@social/testkit/eventually';
import { silentLog, startRedis } from '@social/testkit/servers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Epoch, openSeats, type SeatRequest, type Seats, seatKeys } from '../src/seats.ts';

const HOUR = 3_600_000;
let server: Awaited<ReturnType<typeof startRedis>>;
let redis: Redis;
let seats: Seats;
let epoch: Epoch;
let nextActivity = 0;

beforeAll(async () => {
  server = await startRedis();
  redis = await openRedis(server.url, silentLog);
  seats = openSeats(redis, 't_', HOUR);
});
afterAll(async () => {
  redis.destroy();
  await server.kill();
});
beforeEach(async () => {
  epoch = { activityId: `act_${nextActivity++}`, value: 'run.e1' };
  await redis.set(seatKeys('t_', epoch.activityId).epoch, epoch.value);
  await stock(10);
});

const stock = (left: number) => redis.hSet(seatKeys('t_', epoch.activityId).of(epoch).activity, { left, sold: 0 });
const wish = (user: string, over: Partial<SeatRequest> = {}): SeatRequest => ({
  groupId: 'grp_1',
  userId: `usr_${user}`,
  orderId: `ord_${user}`,
  requestId: `req_${user}`,
  quantity: 1,
  holdMs: HOUR,
  limitPerPerson: 5,
  ...over,
});
const soon = () => new Date(Date.now() + HOUR);
const open = (user: string, over: Partial<SeatRequest> = {}, size = 3) =>
  seats.open(epoch, wish(user, over), size, soon());
const join = (user: string, over: Partial<SeatRequest> = {}) => seats.join(epoch, wish(user, over));
const pay = (user: string, groupId = 'grp_1', quantity = 1) =>
  seats.pay(epoch, { groupId, userId: `usr_${user}`, orderId: `ord_${user}`, quantity }, 'asking');

describe('the gate', () => {
  it('leases a unit a seat when a group is opened, and opens none from a remainder', async () => {
    await stock(5);
    expect(await open('ann')).toMatchObject({ kind: 'held', groupId: 'grp_1', orderId: 'ord_ann' });
    expect(await seats.counts(epoch)).toEqual({ left: 2, sold: 0 });
    expect(await open('bob', { groupId: 'grp_2' })).toMatchObject({ kind: 'sold-out' });
  });

  it('holds exactly as many seats as the group has, however many come at once', async () => {
    await open('ann');
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => join(`u${i}`)));
    const kinds = answers.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'held')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'full')).toHaveLength(48);
  });

  it('offers a freed seat first to those who were told to wait, then to anyone', async () => {
    await open('ann', {}, 2);
    await join('bob');
    const told = await join('cat');
    expect(told.kind === 'full' && told.againAt).toBeGreaterThan(Date.now());
    await seats.release(epoch, { groupId: 'grp_1', userId: 'usr_bob', orderId: 'ord_bob' });

    expect(await join('eve')).toMatchObject({ kind: 'full' });
    expect(await join('cat')).toMatchObject({ kind: 'held' });
    await seats.release(epoch, { groupId: 'grp_1', userId: 'usr_cat', orderId: 'ord_cat' });
    expect(await join('eve')).toMatchObject({ kind: 'held' });
  });

  it('gives a freed seat to anyone once those who wait had their time', async () => {
    await open('ann', {}, 2);
    await join('bob');
    await join('cat');
    await seats.release(epoch, { groupId: 'grp_1', userId: 'usr_bob', orderId: 'ord_bob' });
    const told = await join('eve');
    expect(told).toMatchObject({ kind: 'full' });
    await eventually(async () => expect(await join('eve')).toMatchObject({ kind: 'held' }), 6000);
  });

  it('keeps units that come back for those who were told that all is sold', async () => {
    await stock(3);
    await open('ann');
    expect(await open('bob', { groupId: 'grp_2' })).toMatchObject({ kind: 'sold-out' });
    await seats.close(epoch, 'grp_1', 'failed', []);

    expect(await open('eve', { groupId: 'grp_3' })).toMatchObject({ kind: 'sold-out' });
    expect(await open('bob', { groupId: 'grp_2' })).toMatchObject({ kind: 'held' });
  });

  it('tells what nobody can have, and who has it', async () => {
    await stock(3);
    expect(await seats.verdict(epoch, { size: 3 })).toEqual({ kind: 'free' });
    await open('ann');
    expect(await seats.verdict(epoch, { size: 3 })).toEqual({ kind: 'sold-out', freeAt: 0, holders: ['usr_ann'] });
    expect(await seats.verdict(epoch, { size: 3, groupId: 'grp_1' })).toEqual({ kind: 'free' });
    await join('bob');
    await join('cat');
    const full = await seats.verdict(epoch, { size: 3, groupId: 'grp_1' });
    expect(full).toMatchObject({ kind: 'full', holders: expect.arrayContaining(['usr_ann', 'usr_bob', 'usr_cat']) });
  });

  it('tells a full group whose seats may come free from one that is paid', async () => {
    await open('ann', {}, 2);
    await join('bob');
    const full = await join('cat');
    expect(full.kind === 'full' && full.freeAt).toBeGreaterThan(Date.now());
    await pay('ann');
    await pay('bob');
    expect(await join('cat')).toEqual({ kind: 'full', freeAt: 0, againAt: 0 });
  });

  it('finds the hold of a repeated request, and refuses a second one by the same person', async () => {
    await open('ann');
    const first = await join('bob');
    expect(await join('bob', { orderId: 'ord_other' })).toEqual(first);
    expect(await join('bob', { requestId: 'req_2' })).toEqual({ kind: 'holding', orderId: 'ord_bob' });
  });

  it('keeps to what one person may buy over all groups of the activity', async () => {
    await open('ann', { limitPerPerson: 1 });
    expect(await open('ann', { groupId: 'grp_2', requestId: 'r2', limitPerPerson: 1 })).toEqual({
      kind: 'purchase-limit',
    });
  });

  it('gives a lapsed hold to the next who comes, with the units beyond its seat', async () => {
    await open('ann', {}, 2);
    await join('bob', { quantity: 3, holdMs: 1 });
    expect((await seats.counts(epoch)).left).toBe(6);
    await eventually(async () => expect((await join('cat')).kind).toBe('held'));
    expect((await seats.counts(epoch)).left).toBe(8);
  });

  it('refuses more units than are left beyond the seats', async () => {
    await stock(4);
    await open('ann', {}, 2);
    expect(await join('bob', { quantity: 4 })).toEqual({ kind: 'out-of-stock' });
    expect((await join('bob', { quantity: 3 })).kind).toBe('held');
  });

  it('lets late money have a free seat, and says full when there is none', async () => {
    await open('ann', {}, 2);
    expect(await pay('late')).toEqual({ kind: 'joined' });
    expect((await pay('later')).kind).toBe('full');
    expect(await pay('late')).toEqual({ kind: 'joined' });
    expect((await seats.counts(epoch)).sold).toBe(1);
  });

  it('frees a seat only for the order that holds it', async () => {
    await open('ann');
    await join('bob');
    expect(await seats.release(epoch, { groupId: 'grp_1', userId: 'usr_bob', orderId: 'ord_other' })).toBe(2);
    expect(await seats.release(epoch, { groupId: 'grp_1', userId: 'usr_bob', orderId: 'ord_bob' })).toBe(1);
    expect(await seats.release(epoch, { groupId: 'grp_1', userId: 'usr_bob', orderId: 'ord_bob' })).toBe(1);
  });

  it('gives a failed group back once, with its members’ right to buy', async () => {
    await open('ann', { quantity: 2, limitPerPerson: 2 });
    await pay('ann', 'grp_1', 2);
    expect(await seats.counts(epoch)).toEqual({ left: 6, sold: 2 });
    await seats.close(epoch, 'grp_1', 'failed', ['usr_ann']);
    await seats.close(epoch, 'grp_1', 'failed', ['usr_ann']);
    expect(await seats.counts(epoch)).toEqual({ left: 10, sold: 0 });
    expect((await open('ann', { groupId: 'grp_2', limitPerPerson: 2, quantity: 2 })).kind).toBe('held');
  });

  it('does not end a group in which a seat is held', async () => {
    await open('ann');
    expect(await seats.close(epoch, 'grp_1', 'empty', [])).toBe(1);
    await seats.release(epoch, { groupId: 'grp_1', userId: 'usr_ann', orderId: 'ord_ann' });
    expect(await seats.close(epoch, 'grp_1', 'empty', [])).toBeUndefined();
    expect((await seats.counts(epoch)).left).toBe(10);
  });

  it('refuses everything under an epoch that does not count any more, and during a rebuild', async () => {
    await open('ann');
    const keys = seatKeys('t_', epoch.activityId);
    await redis.set(keys.lease, 'someone');
    expect(await join('bob')).toEqual({ kind: 'rebuilding' });
    await redis.del(keys.lease);
    await redis.set(keys.epoch, 'run.e2');
    expect(await join('bob')).toEqual({ kind: 'rebuilding' });
    await expect(seats.close(epoch, 'grp_1', 'failed', [])).rejects.toThrow();
  });
});
