import { hash } from 'node:crypto';
import { idOfHex, sameUuid } from '@social/runtime/ids';
import { openRedisServers, type RedisServers } from '@social/runtime/redis';
import { eventually } from '@social/testkit/eventually';
import { silentLog, startRedis } from '@social/testkit/servers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeEpochScript, openEpochScript } from '../src/epoch-script.ts';
import { readSlots } from '../src/epochs.ts';
import { fillEpoch } from '../src/rebuild.ts';
import { planSeats } from '../src/seat-plan.ts';
import { type Epoch, openSeats, type SeatRequest, type Seats, slotKeys } from '../src/seats.ts';

const HOUR = 3_600_000;
let server: Awaited<ReturnType<typeof startRedis>>;
let redis: RedisServers;
let seats: Seats;
let epoch: Epoch;
let nextActivity = 0;

beforeAll(async () => {
  server = await startRedis();
  redis = await openRedisServers(server.url, silentLog);
  seats = openSeats(redis, 't_', HOUR);
});
afterAll(async () => {
  await redis.close();
  await server.kill();
});

/** An id by a name that reads well. */
const named = (prefix: string, name: string) => idOfHex(prefix, hash('sha256', name).slice(0, 32));
const usr = (name: string) => named('usr', name);
const ord = (name: string) => named('ord', name);
const grp = (name: string) => named('grp', name);

/** An activity with so many units, its keys in so many slots. */
async function stock(left: number, slots: number): Promise<void> {
  const activityId = `act_${nextActivity++}`;
  epoch = { activityId, slots: Array.from({ length: slots }, () => 'run.e1') };
  await fillEpoch({ redis, namespace: 't_', keysLiveMs: HOUR }, epoch, planSeats(left, slots));
  for (const [slot, value] of epoch.slots.entries()) await letCount(slot, value);
}

/** Makes an epoch of one slot count. */
async function letCount(slot: number, value: string): Promise<void> {
  const base = slotKeys('t_', epoch.activityId, slot);
  await closeEpochScript(redis, [base], ['me', '1000']);
  await openEpochScript(redis, [base], ['me', value, String(HOUR)]);
}

const wish = (user: string, over: Partial<SeatRequest> = {}): SeatRequest => ({
  groupId: grp('1'),
  userId: usr(user),
  orderId: ord(user),
  requestId: `req_${user}`,
  quantity: 1,
  holdMs: HOUR,
  limitPerPerson: 5,
  ...over,
});
const soon = () => new Date(Date.now() + HOUR);
/** The opener's order has the group's number. */
const open = (user: string, over: Partial<SeatRequest> = {}, size = 3) => {
  const { groupId, ...rest } = wish(user, over);
  return seats.open(epoch, { ...rest, groupId, orderId: sameUuid('ord', groupId) }, size, soon());
};
const join = (user: string, over: Partial<SeatRequest> = {}) => seats.join(epoch, wish(user, over));
const seatOf = (user: string, over: Partial<SeatRequest> = {}) => {
  const { groupId, userId, orderId, quantity } = wish(user, over);
  return { groupId, userId, orderId, quantity };
};
const headSeat = (user: string, group = '1', quantity = 1) =>
  seatOf(user, { groupId: grp(group), orderId: sameUuid('ord', grp(group)), quantity });
const pay = (user: string, over: Partial<SeatRequest> = {}) => seats.pay(epoch, seatOf(user, over), 'asking');
const closed = (group: string, units = 0, ...members: string[]) => ({
  groupId: grp(group),
  memberIds: members.map(usr),
  units,
});

/** The same in one slot, where one call does it, and in several. */
describe.each([1, 5])('the gate in %i slots', (slots) => {
  beforeEach(() => stock(10, slots));

  it('leases a unit a seat when a group is opened, and opens none from a remainder', async () => {
    await stock(5, slots);
    expect(await open('ann')).toEqual({ kind: 'held', orderId: sameUuid('ord', grp('1')), repeated: false });
    expect(await seats.counts(epoch)).toEqual({ left: 2, sold: 0 });
    expect(await open('bob', { groupId: grp('2') })).toMatchObject({ kind: 'sold-out' });
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
    await seats.release(epoch, { groupId: grp('1'), userId: usr('bob'), orderId: ord('bob') });

    expect(await join('eve')).toMatchObject({ kind: 'full' });
    expect(await join('cat')).toMatchObject({ kind: 'held' });
    await seats.release(epoch, { groupId: grp('1'), userId: usr('cat'), orderId: ord('cat') });
    expect(await join('eve')).toMatchObject({ kind: 'held' });
  });

  it('gives a freed seat to anyone once those who wait had their time', async () => {
    await open('ann', {}, 2);
    await join('bob');
    await join('cat');
    await seats.release(epoch, { groupId: grp('1'), userId: usr('bob'), orderId: ord('bob') });
    const told = await join('eve');
    expect(told).toMatchObject({ kind: 'full' });
    await eventually(async () => expect(await join('eve')).toMatchObject({ kind: 'held' }), 6000);
  });

  it('keeps units that come back for those who were told that all is sold', async () => {
    await stock(3, slots);
    await open('ann');
    expect(await open('bob', { groupId: grp('2') })).toMatchObject({ kind: 'sold-out' });
    await seats.close(epoch, closed('1'), 'failed');

    expect(await open('eve', { groupId: grp('3') })).toMatchObject({ kind: 'sold-out' });
    expect(await open('bob', { groupId: grp('2') })).toMatchObject({ kind: 'held' });
  });

  it('tells what nobody can have, and who has it', async () => {
    await stock(3, slots);
    expect(await seats.verdict(epoch, { size: 3 })).toEqual({ kind: 'free' });
    await open('ann');
    expect(await seats.verdict(epoch, { size: 3 })).toEqual({ kind: 'sold-out', freeAt: 0, holders: [usr('ann')] });
    expect(await seats.verdict(epoch, { size: 3, groupId: grp('1') })).toEqual({ kind: 'free' });
    await join('bob');
    await join('cat');
    const full = await seats.verdict(epoch, { size: 3, groupId: grp('1') });
    expect(full).toMatchObject({ kind: 'full', holders: expect.arrayContaining([usr('ann'), usr('bob'), usr('cat')]) });
  });

  it('tells a full group whose seats may come free from one that is paid', async () => {
    await open('ann', {}, 2);
    await join('bob');
    const full = await join('cat');
    expect(full.kind === 'full' && full.freeAt).toBeGreaterThan(Date.now());
    await seats.pay(epoch, headSeat('ann'), 'asking');
    await pay('bob');
    expect(await join('cat')).toEqual({ kind: 'full', freeAt: 0, againAt: 0 });
  });

  it('finds the hold of a repeated request, and refuses a second one by the same person', async () => {
    await open('ann');
    await join('bob');
    const again = { kind: 'held', orderId: ord('bob'), repeated: true };
    expect(await join('bob', { orderId: ord('other') })).toEqual(again);
    expect(await join('bob', { requestId: 'req_2', orderId: ord('x') })).toEqual({
      kind: 'holding',
      orderId: ord('bob'),
    });
    // The opener's request names no group: it finds the one that it opened.
    const opened = { kind: 'held', orderId: sameUuid('ord', grp('1')), repeated: true };
    expect(await open('ann', { groupId: grp('2') })).toEqual(opened);
  });

  it('leaves a hold as it is when the same order asks again', async () => {
    await open('ann', {}, 2);
    await join('bob', { quantity: 2 });
    const before = await seats.counts(epoch);
    expect(await join('bob', { quantity: 2, requestId: '' })).toMatchObject({ kind: 'held', repeated: false });
    expect(await join('cat')).toMatchObject({ kind: 'full' });
    if (slots === 1) expect(await seats.counts(epoch)).toEqual(before);
  });

  it('knows the order that holds a seat', async () => {
    await open('ann');
    await join('bob');
    expect(await seats.heldOrder(epoch, grp('1'), usr('bob'))).toEqual({ orderId: ord('bob'), paid: false });
    await pay('bob');
    expect(await seats.heldOrder(epoch, grp('1'), usr('bob'))).toEqual({ orderId: ord('bob'), paid: true });
    expect(await seats.heldOrder(epoch, grp('1'), usr('cat'))).toBeUndefined();
  });

  it('says what stands under an epoch, and what does not any more', async () => {
    await open('ann');
    expect(await seats.stands(epoch, seatOf('ann'))).toBe(true);
    for (const slot of epoch.slots.keys()) await letCount(slot, 'run.e2');
    expect(await seats.stands(epoch, seatOf('ann'))).toBe(false);
  });

  it('remembers which groups may have no document, until they are said to', async () => {
    await open('ann');
    await open('bob', { groupId: grp('2') });
    await seats.settle(epoch, grp('1'));
    expect(await seats.unconfirmed(epoch, new Date(Date.now() + 1000), 500)).toEqual([grp('2')]);
  });

  it('keeps to what one person may buy over all groups of the activity', async () => {
    await open('ann', { limitPerPerson: 1 });
    expect(await open('ann', { groupId: grp('2'), requestId: 'r2', limitPerPerson: 1 })).toEqual({
      kind: 'purchase-limit',
    });
  });

  it('gives a lapsed hold to the next who comes, with the units beyond its seat', async () => {
    await open('ann', {}, 2);
    await join('bob', { quantity: 3, holdMs: 1 });
    expect((await seats.counts(epoch)).left).toBe(6);
    await eventually(async () => expect((await join('cat')).kind).toBe('held'));
    // In several slots they stay with the group as long as it stands: its slot does not reach those of the activity.
    if (slots === 1) expect((await seats.counts(epoch)).left).toBe(8);
    await seats.close(epoch, closed('1'), 'failed');
    expect((await seats.counts(epoch)).left).toBe(10);
  });

  it('refuses more units than are left beyond the seats', async () => {
    await stock(4, slots);
    await open('ann', {}, 2);
    expect(await join('bob', { quantity: 4 })).toEqual({ kind: 'out-of-stock' });
    expect((await join('bob', { quantity: 3 })).kind).toBe('held');
  });

  it('lets late money have a free seat, and says full when there is none', async () => {
    await open('ann', {}, 2);
    const money = (user: string) => seats.joinPaid(epoch, seatOf(user), HOUR);
    expect(await pay('late')).toEqual({ kind: 'no-seat' });
    expect((await money('late')).kind).toBe('held');
    expect(await pay('late')).toEqual({ kind: 'joined' });
    expect((await money('later')).kind).toBe('full');
    expect(await pay('late')).toEqual({ kind: 'joined' });
    expect((await seats.counts(epoch)).sold).toBe(1);
  });

  it('has a paid seat wherever its document says so', async () => {
    await open('ann', {}, 2);
    await join('bob');
    expect(await seats.pay(epoch, seatOf('cat', { quantity: 2 }), 'decided')).toEqual({ kind: 'joined' });
    expect(await seats.pay(epoch, seatOf('cat', { quantity: 2 }), 'decided')).toEqual({ kind: 'joined' });
    expect((await seats.counts(epoch)).sold).toBe(2);
    expect(await seats.heldOrder(epoch, grp('1'), usr('cat'))).toEqual({ orderId: ord('cat'), paid: true });
  });

  it('frees a seat only for the order that holds it', async () => {
    await open('ann');
    await join('bob');
    expect(await seats.release(epoch, { groupId: grp('1'), userId: usr('bob'), orderId: ord('other') })).toBe(2);
    expect(await seats.release(epoch, { groupId: grp('1'), userId: usr('bob'), orderId: ord('bob') })).toBe(1);
    expect(await seats.release(epoch, { groupId: grp('1'), userId: usr('bob'), orderId: ord('bob') })).toBe(1);
  });

  it('gives a failed group back once, with its members’ right to buy', async () => {
    await open('ann', { quantity: 2, limitPerPerson: 2 });
    await seats.pay(epoch, headSeat('ann', '1', 2), 'asking');
    expect(await seats.counts(epoch)).toEqual({ left: 6, sold: 2 });
    await seats.close(epoch, closed('1', 2, 'ann'), 'failed');
    await seats.close(epoch, closed('1', 2, 'ann'), 'failed');
    expect(await seats.counts(epoch)).toEqual({ left: 10, sold: 0 });
    expect((await open('ann', { groupId: grp('2'), limitPerPerson: 2, quantity: 2 })).kind).toBe('held');
  });

  it('does not end a group in which a seat is held', async () => {
    await open('ann');
    expect(await seats.close(epoch, closed('1'), 'empty')).toBe(1);
    await seats.release(epoch, headSeat('ann'));
    expect(await seats.close(epoch, closed('1'), 'empty')).toBeUndefined();
    expect((await seats.counts(epoch)).left).toBe(10);
  });

  it('gives back what a full group leased beyond what it sold', async () => {
    await open('ann', {}, 2);
    await join('bob', { quantity: 3 });
    await seats.pay(epoch, headSeat('ann'), 'asking');
    await pay('bob', { quantity: 3 });
    await seats.close(epoch, closed('1', 4, 'ann', 'bob'), 'succeeded');
    await seats.close(epoch, closed('1', 4, 'ann', 'bob'), 'succeeded');
    expect(await seats.counts(epoch)).toEqual({ left: 6, sold: 4 });
  });

  it('keeps count of every unit, whatever a crowd does', async () => {
    await stock(60, slots);
    const users = Array.from({ length: 40 }, (_, index) => `crowd${index}`);
    const groups = ['1', '2', '3', '4', '5', '6'];
    const does = async (user: string, turn: number) => {
      const groupId = grp(groups[(turn * 7 + user.length + Number(user.slice(5))) % groups.length] ?? '1');
      const orderId = ord(`${user} ${turn}`);
      const over = { groupId, orderId, requestId: `${user} ${turn}`, quantity: 1 + (turn % 3), limitPerPerson: 6 };
      if (turn % 4 === 0)
        return seats.open(epoch, { ...wish(user, over), orderId: sameUuid('ord', groupId) }, 4, soon());
      const held = await join(user, over);
      if (held.kind === 'held' && turn % 4 === 1) return pay(user, over);
      if (held.kind === 'held' && turn % 4 === 2) return seats.release(epoch, seatOf(user, over));
      return held;
    };
    for (let turn = 0; turn < 12; turn++) await Promise.all(users.map((user) => does(user, turn)));
    const { left, sold } = await seats.counts(epoch);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + sold).toBeLessThanOrEqual(60);
    for (const group of groups) await seats.close(epoch, closed(group), 'failed');
    expect(await seats.counts(epoch)).toEqual({ left: 60, sold: 0 });
  });

  it('refuses everything under an epoch that does not count any more, and during a rebuild', async () => {
    await open('ann');
    const refused = { code: 'seats-rebuilding' };
    const bases = [...epoch.slots.keys()].map((slot) => slotKeys('t_', epoch.activityId, slot));
    for (const base of bases) await closeEpochScript(redis, [base], ['someone', '5000']);
    await expect(join('bob')).rejects.toMatchObject(refused);
    for (const slot of epoch.slots.keys()) await letCount(slot, 'run.e2');
    await expect(join('bob')).rejects.toMatchObject(refused);
    await expect(seats.close(epoch, closed('1'), 'failed')).rejects.toMatchObject(refused);
  });

  it('lets no rebuilder open an epoch after another one came', async () => {
    const base = slotKeys('t_', epoch.activityId, 0);
    await closeEpochScript(redis, [base], ['first', '5000']);
    await closeEpochScript(redis, [base], ['second', '5000']);
    expect(await openEpochScript(redis, [base], ['first', 'run.a', '5000'])).toBe(0);
    expect(await openEpochScript(redis, [base], ['second', 'run.b', '5000'])).toBe(1);
    const where = { redis, namespace: 't_', slots: 1 };
    expect(await readSlots(where, epoch.activityId)).toMatchObject([{ value: 'run.b', runId: expect.any(String) }]);
  });
});
