import { UUID_BYTES, writeUuid } from '@social/runtime/ids';
import { type Group, unitsOf } from './group.ts';
import { slotOf } from './seats.ts';

/** Key (without what every key of the slot begins with), field and value, as Redis keeps them; see seats.ts. */
export type Field = [key: Buffer | string, field: Buffer | string, value: Buffer | string];

/** An unpaid order's seat; `until` in ms since 1970. */
export type PlannedHold = { groupId: string; userId: string; orderId: string; quantity: number; until: number };

/** People in one bucket, about. */
const PEOPLE_A_BUCKET = 128;
const MOST_BUCKETS = 65_536;
const HOLDING_BYTES = 32;

/** Buckets of one slot for so many units, a power of two. */
export const bucketsFor = (stock: number, slots: number): number =>
  Math.min(MOST_BUCKETS, 2 ** Math.round(Math.log2(Math.max(1, stock / slots / PEOPLE_A_BUCKET))));

type Seat = { orderId: string; quantity: number; expiry: number };
type PlannedGroup = { group: Group; leased: number; seats: Map<string, Seat> };

const bytes = (id: string): Buffer => {
  const of = Buffer.alloc(UUID_BYTES);
  if (id !== '') writeUuid(id, of, 0);
  return of;
};

function seatValue({ quantity, expiry }: Seat): Buffer {
  const value = Buffer.alloc(6);
  value.writeUInt16BE(quantity);
  value.writeUInt32BE(expiry, 2);
  return value;
}

function holdingValue(groupId: string, { orderId, quantity, expiry }: Seat): Buffer {
  const value = Buffer.alloc(HOLDING_BYTES);
  writeUuid(orderId, value, 0);
  bytes(groupId).copy(value, 16, 10);
  value.writeUInt16BE(quantity, 26);
  value.writeUInt32BE(expiry, 28);
  return value;
}

function leaseValue(units: number, opener: string): Buffer {
  const value = Buffer.alloc(4 + UUID_BYTES);
  value.writeUInt32BE(units);
  bytes(opener).copy(value, 4);
  return value;
}

const keyed = (prefix: string, id: string) => Buffer.concat([Buffer.from(prefix), bytes(id)]);

export type SeatPlan = ReturnType<typeof planSeats>;

/** The seats of one activity as its documents tell them, and the fields in which the gate keeps them. */
export function planSeats(stock: number, slots: number) {
  const groups = new Map<string, PlannedGroup>();
  const holdings = new Map<string, Buffer[]>();
  const buckets = bucketsFor(stock, slots);
  let left = stock;

  const note = (userId: string, groupId: string, seat: Seat) => {
    holdings.set(userId, [...(holdings.get(userId) ?? []), holdingValue(groupId, seat)]);
  };
  const here = (id: string, slot: number) => slotOf(id, slots) === slot;
  const groupFields = ({ group, seats }: PlannedGroup): Field[] => {
    const key = keyed('g:', group.id);
    const facts: Field[] = [
      [key, 's', String(group.size)],
      [key, 'd', String(group.dueAt.getTime())],
      [key, 'n', String(seats.size)],
    ];
    return [...facts, ...[...seats].map(([userId, seat]): Field => [key, bytes(userId), seatValue(seat)])];
  };
  const personFields = ([userId, values]: [string, Buffer[]]): Field => {
    const bucket = Number.parseInt(userId.slice(-6), 16) % buckets;
    return [`u:${bucket}`, bytes(userId), Buffer.concat(values)];
  };
  const soldIn = (slot: number): number =>
    [...groups.values()]
      .filter(({ group }) => here(group.id, slot))
      .reduce((sum, { group }) => sum + unitsOf(group.members), 0);
  const unitFields = (slot: number): Field[] => {
    const counts: Field[] = [
      ['a', 'sold', String(soldIn(slot))],
      ['a', 'b', String(buckets)],
    ];
    if (slot > 0) return counts;
    const leases = [...groups.values()].map(
      ({ group, leased }): Field => ['l', bytes(group.id), leaseValue(leased, group.headId)],
    );
    return [...counts, ['a', 'left', String(Math.max(0, left))], ...leases];
  };

  return {
    groups: () => groups.size,
    left: () => left,

    /** Paid seats of a forming or succeeded group; a succeeded one keeps nothing but its members' limits. */
    addGroup: (group: Group): void => {
      const paid = group.members.map(({ userId, orderId, quantity }): [string, Seat] => [
        userId,
        { orderId, quantity, expiry: 0 },
      ]);
      const isForming = group.state === 'forming';
      const units = unitsOf(group.members) + (isForming ? group.size - group.members.length : 0);
      left -= units;
      groups.set(group.id, { group, leased: isForming ? units : 0, seats: new Map(paid) });
      for (const [userId, seat] of paid) note(userId, group.id, seat);
    },

    /** An unpaid order's seat, if its group is forming and its buyer has no seat there yet. */
    addHold: ({ groupId, userId, orderId, quantity, until }: PlannedHold): void => {
      const planned = groups.get(groupId);
      if (planned?.group.state !== 'forming') return;
      if (planned.seats.size >= planned.group.size || planned.seats.has(userId)) return;

      const seat = { orderId, quantity, expiry: Math.ceil(until / 1000) };
      planned.seats.set(userId, seat);
      planned.leased += quantity - 1;
      left -= quantity - 1;
      note(userId, groupId, seat);
    },

    /** What a slot of the gate keeps of it. */
    fieldsOf: (slot: number): Field[] => [
      ...unitFields(slot),
      ...[...groups.values()]
        .filter(({ group }) => group.state === 'forming' && here(group.id, slot))
        .flatMap(groupFields),
      ...[...holdings].filter(([userId]) => here(userId, slot)).map(personFields),
    ],
  };
}
