import type { SeatWish } from '@social/contracts/generated/social/groupbuy/v1/SeatWish';
import { fromTimestamp } from '@social/rpc/time';
import { serviceCaller } from '@social/runtime/caller';
import type { Change } from '../changes.ts';
import type { Clients } from '../platform.ts';
import type { Room } from './line-script.ts';

/** Most activities and groups of which it is known whether there is a room before them. */
const MOST_ACTIVITIES = 10_000;
const MOST_GROUPS = 200_000;

export type Subject = Pick<SeatWish, 'activityId' | 'groupId'>;

export type Rooms = {
  /** The room before an activity or group; null when there is none, undefined when that is not known here yet. */
  peek: (subject: Subject) => Room | null | undefined;
  /** Asks group-buy, once for all who want to know. Errors: activity-not-found, group-not-found. */
  find: (subject: Subject) => Promise<Room | null>;
  /** A group is of this activity, for good. */
  noteGroup: (groupId: string, activityId: string) => void;
  /** Learns which activity a changed group is of; forgets an activity that itself has changed. */
  changed: (change: Change) => void;
};

const bounded = <V>(map: Map<string, V>, key: string, value: V, most: number) => {
  if (map.size >= most && !map.has(key)) map.delete(map.keys().next().value ?? '');
  map.set(key, value);
};

/** Runs `ask` once for all who want the same at the same time. */
const together = <V>(ask: (id: string) => Promise<V>): ((id: string) => Promise<V>) => {
  const asking = new Map<string, Promise<V>>();
  return (id) => {
    const answer = asking.get(id) ?? ask(id).finally(() => asking.delete(id));
    asking.set(id, answer);
    return answer;
  };
};

const tagged = (tags: string[]): string[] =>
  tags.filter((tag) => tag.startsWith('activity:')).map((tag) => tag.slice('activity:'.length));

/** How group-buy is asked: for the room before an activity, and for the activity of a group. */
export type Readers = {
  roomOf: (activityId: string) => Promise<Room | null>;
  activityOf: (groupId: string) => Promise<string>;
};

export function roomReaders(groupBuy: Clients['groupBuy']): Readers {
  const options = { caller: serviceCaller('gateway') };
  return {
    roomOf: async (activityId) => {
      const { waitingRoom, startsAt: from, endsAt: to } = await groupBuy.GetActivity({ activityId }, options);
      if (!waitingRoom) return null;

      const [startsAt = 0, endsAt = 0] = [from, to].map((time) => fromTimestamp(time)?.getTime());
      return { activityId, startsAt, endsAt, admitPerSecond: waitingRoom.admitPerSecond };
    },
    activityOf: async (groupId) => (await groupBuy.GetGroup({ groupId }, options)).activityId,
  };
}

/** Remembers which activities have a waiting room, and which activity a group is of. */
export function readRooms(readers: Readers): Rooms {
  const rooms = new Map<string, Room | null>();
  const activityOf = new Map<string, string>();

  const noteGroup = (groupId: string, activityId: string) => bounded(activityOf, groupId, activityId, MOST_GROUPS);
  const readRoom = together(async (activityId) => {
    const room = await readers.roomOf(activityId);
    bounded(rooms, activityId, room, MOST_ACTIVITIES);
    return room;
  });
  const readActivityOf = together(async (groupId) => {
    const activityId = await readers.activityOf(groupId);
    noteGroup(groupId, activityId);
    return activityId;
  });
  const known = ({ activityId, groupId = '' }: Subject) => activityId || activityOf.get(groupId);

  return {
    peek: (subject) => rooms.get(known(subject) ?? ''),
    find: async (subject) => {
      const activityId = known(subject) ?? (await readActivityOf(subject.groupId ?? ''));
      const room = rooms.get(activityId);
      return room === undefined ? readRoom(activityId) : room;
    },
    noteGroup,
    changed: ({ tags, groupId }) => {
      for (const activityId of tagged(tags)) {
        if (groupId) noteGroup(groupId, activityId);
        else rooms.delete(activityId);
      }
    },
  };
}
