import { newId, sameUuid } from '@social/runtime/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Group } from './group.ts';
import { bucketsFor, type Field, planSeats } from './seat-plan.ts';

const SIZE = 4;
const LATER = new Date('2026-06-01T13:00:00Z');

function aGroup(state: Group['state'], paid: number): Group {
  const id = newId('grp');
  const members = Array.from({ length: paid }, (_, index) => ({
    userId: newId('usr'),
    orderId: index === 0 ? sameUuid('ord', id) : newId('ord'),
    quantity: 1,
    joinedAt: LATER,
  }));
  const headId = members[0]?.userId ?? newId('usr');
  return { id, activityId: 'act_1', state, size: SIZE, headId, members, openedAt: LATER, dueAt: LATER, version: 1 };
}
const aHold = (groupId: string, quantity = 1) => ({
  groupId,
  userId: newId('usr'),
  orderId: newId('ord'),
  quantity,
  until: LATER.getTime(),
});
const fieldOf = (fields: Field[], key: string, name: string) =>
  String(fields.find((field) => String(field[0]) === key && String(field[1]) === name)?.[2] ?? '');

describe('the seats as the documents tell them', () => {
  it('are spread over the slots, each of them in one, with no unit lost or made up', () => {
    const groups = fc.array(fc.tuple(fc.boolean(), fc.nat(SIZE), fc.nat(SIZE)), { maxLength: 20 });
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 8 }), (list, slots) => {
        const stock = 500;
        const plan = planSeats(stock, slots);
        let paid = 0;
        let leased = 0;
        for (const [isForming, members, holds] of list) {
          const group = aGroup(isForming ? 'forming' : 'succeeded', isForming ? members : SIZE);
          plan.addGroup(group);
          for (let hold = 0; hold < holds; hold++) plan.addHold(aHold(group.id));
          paid += group.members.length;
          leased += isForming ? SIZE - members : 0;
        }
        const all = Array.from({ length: slots }, (_, slot) => plan.fieldsOf(slot));
        const sold = all.reduce((sum, fields) => sum + Number(fieldOf(fields, 'a', 'sold')), 0);
        expect(sold).toBe(paid);
        expect(Number(fieldOf(all[0] ?? [], 'a', 'left'))).toBe(stock - paid - leased);
        const seats = all.flat().filter(([key, field]) => String(key).startsWith('g:') && field.length === 16);
        const forming = list.filter(([isForming]) => isForming);
        const expected = forming.reduce((sum, [, members, holds]) => sum + Math.min(SIZE, members + holds), 0);
        expect(seats).toHaveLength(expected);
      }),
    );
  });

  it('leave out a hold of a full group, of one that has ended, and of somebody who sits there', () => {
    const plan = planSeats(100, 1);
    const [full, ended, open] = [aGroup('forming', SIZE), aGroup('succeeded', SIZE), aGroup('forming', 1)];
    for (const group of [full, ended, open]) plan.addGroup(group);
    const before = plan.fieldsOf(0).length;
    plan.addHold(aHold(full.id));
    plan.addHold(aHold(ended.id));
    plan.addHold({ ...aHold(open.id), userId: open.headId });
    expect(plan.fieldsOf(0)).toHaveLength(before);
  });

  it('take the units of a hold beyond its seat from what is left', () => {
    const plan = planSeats(100, 1);
    const group = aGroup('forming', 1);
    plan.addGroup(group);
    plan.addHold(aHold(group.id, 3));
    expect(plan.left()).toBe(100 - SIZE - 2);
  });

  it('keep people in a power of two of buckets, about a hundred in each', () => {
    expect([1, 100, 20_000, 10_000_000].map((stock) => bucketsFor(stock, 1))).toEqual([1, 1, 128, 65_536]);
    expect(bucketsFor(20_000, 16)).toBe(8);
  });
});
