import type { Logger } from '@social/runtime/log';
import type { WebSocket } from 'ws';

/** A group as watchers see it; `version` grows with every change. */
export type Snapshot = { version: number; group: unknown };

/** A socket that reads slower than this is behind for good. */
const SLOW_BYTES = 1024 * 1024;

export type Watchers = {
  /** Adds the socket first and sends it a snapshot then, so that no change falls between. */
  watch: (socket: WebSocket, groupId: string) => Promise<void>;
  unwatch: (socket: WebSocket, groupId: string) => void;
  leave: (socket: WebSocket) => void;
  /** A group changed: those who watch it get one frame, however many changes came at once. */
  changed: (groupId: string) => void;
  /** Changes may have been missed: everyone gets a new snapshot. */
  refresh: () => void;
  groupsOf: (socket: WebSocket) => number;
};

type Room = {
  sockets: Map<WebSocket, number>;
  fetching?: Promise<void>;
  /** A change came while a snapshot was being fetched, which may not show it. */
  again?: boolean;
};

/** Who watches which group. `fetch` gives a group's present state, once for everyone who watches it. */
export function createWatchers(fetch: (groupId: string) => Promise<Snapshot>, log: Logger): Watchers {
  const rooms = new Map<string, Room>();

  const broadcast = (room: Room, { version, group }: Snapshot) => {
    const frame = JSON.stringify({ type: 'group', version, group });
    for (const [socket, seen] of room.sockets) {
      if (seen >= version) continue;
      if (socket.bufferedAmount > SLOW_BYTES) socket.terminate();
      else socket.send(frame);
      room.sockets.set(socket, version);
    }
  };
  const refetch = async (groupId: string, room: Room): Promise<void> => {
    do {
      room.again = false;
      broadcast(room, await fetch(groupId));
    } while (room.again);
  };
  const update = (groupId: string, room: Room): Promise<void> => {
    room.again = true;
    room.fetching ??= refetch(groupId, room).finally(() => {
      room.fetching = undefined;
    });
    return room.fetching;
  };
  const changed = (groupId: string) => {
    const room = rooms.get(groupId);
    if (room) update(groupId, room).catch((error) => log.warn({ err: error, groupId }, 'watchers not told'));
  };
  const unwatch = (socket: WebSocket, groupId: string) => {
    const room = rooms.get(groupId);
    room?.sockets.delete(socket);
    if (room?.sockets.size === 0) rooms.delete(groupId);
  };

  return {
    watch: async (socket, groupId) => {
      const room = rooms.get(groupId) ?? { sockets: new Map() };
      rooms.set(groupId, room);
      room.sockets.set(socket, -1);
      await update(groupId, room).catch((error) => {
        unwatch(socket, groupId);
        throw error;
      });
    },
    unwatch,
    leave: (socket) => {
      for (const groupId of rooms.keys()) unwatch(socket, groupId);
    },
    changed,
    refresh: () => {
      for (const groupId of rooms.keys()) changed(groupId);
    },
    groupsOf: (socket) => [...rooms.values()].filter(({ sockets }) => sockets.has(socket)).length,
  };
}
