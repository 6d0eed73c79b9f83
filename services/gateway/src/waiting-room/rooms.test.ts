import { describe, expect, it } from 'vitest';
import { readRooms } from './rooms.ts';

const ROOM = { activityId: 'act_room', startsAt: 0, endsAt: 1, admitPerSecond: 5 };

/** `act_room` has a room, all other activities have none; `grp_x` is of `act_x`. Counts how often each was asked for. */
function aGateway() {
  const asked: string[] = [];
  const rooms = readRooms({
    roomOf: async (activityId) => {
      asked.push(activityId);
      return activityId === ROOM.activityId ? ROOM : null;
    },
    activityOf: async (groupId) => {
      asked.push(groupId);
      return groupId.replace('grp', 'act');
    },
  });
  return { asked, rooms };
}

describe('the rooms', () => {
  it('are asked for once by all who want to know, and known from then on', async () => {
    const { asked, rooms } = aGateway();
    const subjects = [{ groupId: 'grp_room' }, { activityId: 'act_room' }, { groupId: 'grp_room' }];
    expect(rooms.peek({ groupId: 'grp_room' })).toBeUndefined();
    expect(await Promise.all(subjects.map((subject) => rooms.find(subject)))).toEqual([ROOM, ROOM, ROOM]);
    expect(subjects.map((subject) => rooms.peek(subject))).toEqual([ROOM, ROOM, ROOM]);
    expect(asked.sort()).toEqual(['act_room', 'grp_room']);
  });

  it('are also known not to be there', async () => {
    const { asked, rooms } = aGateway();
    await rooms.find({ groupId: 'grp_plain' });
    expect(rooms.peek({ activityId: 'act_plain' })).toBeNull();
    expect(rooms.peek({ groupId: 'grp_plain' })).toBeNull();
    await rooms.find({ activityId: 'act_plain' });
    expect(asked).toEqual(['grp_plain', 'act_plain']);
  });

  it('are asked for again when that failed, or when their activity changed', async () => {
    let calls = 0;
    const rooms = readRooms({
      roomOf: async () => {
        if (calls++ === 0) throw new Error('away');
        return ROOM;
      },
      activityOf: async () => 'act_room',
    });
    await expect(rooms.find({ activityId: 'act_room' })).rejects.toThrow('away');
    expect(await rooms.find({ activityId: 'act_room' })).toEqual(ROOM);
    rooms.changed({ tags: ['activities', 'activity:act_room'] });
    expect(rooms.peek({ activityId: 'act_room' })).toBeUndefined();
  });

  it('of a new group are known from its fact', async () => {
    const { asked, rooms } = aGateway();
    await rooms.find({ activityId: 'act_plain' });
    rooms.changed({ tags: ['activities', 'activity:act_plain', 'group:grp_new'], groupId: 'grp_new' });
    expect(rooms.peek({ groupId: 'grp_new' })).toBeNull();
    expect(asked).toEqual(['act_plain']);
  });
});
