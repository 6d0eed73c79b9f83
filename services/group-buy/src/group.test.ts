import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evolve, expire, fail, type Group, type GroupEvent, join, leave, type Member } from './group.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const at = (ms: number) => new Date(NOON.getTime() + ms);
const GRACE = 30_000;

const aMember = (name: string): Member => ({ userId: name, orderId: `ord_${name}`, quantity: 1, joinedAt: NOON });
const aGroup = (over: Partial<Group> = {}): Group => ({
  id: 'grp_1',
  activityId: 'act_1',
  state: 'forming',
  size: 3,
  headId: 'ann',
  members: [],
  openedAt: NOON,
  dueAt: at(60_000),
  version: 0,
  ...over,
});
const types = (events: GroupEvent[]) => events.map(({ type }) => type);
const after = (group: Group, events: GroupEvent[]) => events.reduce(evolve, group);

describe('join', () => {
  it('gives a paid member a seat', () => {
    expect(types(join(aGroup(), aMember('bob'), NOON))).toEqual(['MemberJoined']);
  });

  it('succeeds the group with its last member', () => {
    const group = aGroup({ size: 2, members: [aMember('ann')] });
    expect(types(join(group, aMember('bob'), NOON))).toEqual(['MemberJoined', 'GroupSucceeded']);
  });

  it('changes nothing for an order that is in already', () => {
    const group = aGroup({ members: [aMember('bob')], state: 'succeeded' });
    expect(join(group, aMember('bob'), NOON)).toEqual([]);
  });

  it('counts a payment made in the last millisecond, and none made after it', () => {
    const group = aGroup();
    expect(types(join(group, aMember('bob'), group.dueAt))).toEqual(['MemberJoined']);
    expect(() => join(group, aMember('bob'), at(60_001))).toThrow('over');
  });

  it('refuses a second seat to the same person', () => {
    const group = aGroup({ members: [aMember('bob')] });
    expect(() => join(group, { ...aMember('bob'), orderId: 'ord_2' }, NOON)).toThrow(/paid seat/);
  });

  it('refuses a closed group', () => {
    expect(() => join(aGroup({ state: 'failed' }), aMember('bob'), NOON)).toThrow(/failed/);
  });

  it('makes the first who pays the head when the head has left', () => {
    const group = aGroup({ headId: '' });
    expect(after(group, join(group, aMember('bob'), NOON)).headId).toBe('bob');
  });

  it('never seats more than the size, whoever comes in whatever order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10 }), fc.array(fc.integer({ min: 0, max: 20 })), (size, people) => {
        let group = aGroup({ size });
        for (const person of people) {
          try {
            group = after(group, join(group, aMember(`u${person}`), NOON));
          } catch {
            // refused; the invariant must hold all the same
          }
        }
        expect(group.members.length).toBeLessThanOrEqual(size);
        expect(new Set(group.members.map(({ userId }) => userId)).size).toBe(group.members.length);
        expect(group.state === 'succeeded').toBe(group.members.length === size);
      }),
    );
  });
});

describe('leave', () => {
  it('passes headship to the member who paid first', () => {
    const group = aGroup({ members: [aMember('bob'), aMember('cat')] });
    expect(after(group, leave(group, 'ann', NOON)).headId).toBe('bob');
  });

  it('leaves headship open when nobody has paid', () => {
    expect(after(aGroup(), leave(aGroup(), 'ann', NOON)).headId).toBe('');
  });

  it('is nothing for a paid head or for someone else', () => {
    expect(leave(aGroup({ members: [aMember('ann')] }), 'ann', NOON)).toEqual([]);
    expect(leave(aGroup(), 'bob', NOON)).toEqual([]);
  });
});

describe('the end of a group', () => {
  it('expires no earlier than the grace after its deadline', () => {
    expect(expire(aGroup(), at(60_000 + GRACE - 1), GRACE)).toEqual([]);
    expect(types(expire(aGroup(), at(60_000 + GRACE), GRACE))).toEqual(['GroupFailed']);
  });

  it('never fails a group that has succeeded', () => {
    const group = aGroup({ state: 'succeeded' });
    expect(expire(group, at(1e9), GRACE)).toEqual([]);
    expect(fail(group, 'activity-ended', NOON)).toEqual([]);
  });

  it('is not abandoned while a paid member is in it', () => {
    expect(fail(aGroup({ members: [aMember('bob')] }), 'abandoned', NOON)).toEqual([]);
    expect(types(fail(aGroup(), 'abandoned', NOON))).toEqual(['GroupFailed']);
  });
});
