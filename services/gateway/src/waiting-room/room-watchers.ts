import type { Clock } from '@social/runtime/clock';
import type { WebSocket } from 'ws';
import type { Standing } from './turns.ts';

/** A socket that reads slower than this is behind for good. */
const SLOW_BYTES = 1024 * 1024;

export type RoomWatchers = {
  /** Tells a socket how its owner stands, now and when that changes, until the turn has come. */
  watch: (socket: WebSocket, activityId: string, standing: () => Standing) => void;
  leave: (socket: WebSocket) => void;
  roomsOf: (socket: WebSocket) => number;
  close: () => void;
};

type Watch = { standing: () => Standing; told: string };

/**
 * Who watches which waiting room. How somebody stands follows from their place and the time alone and changes with the
 * second, so one timer at its beginning tells everyone, and nobody is asked.
 */
export function createRoomWatchers(clock: Clock): RoomWatchers {
  const sockets = new Map<WebSocket, Map<string, Watch>>();
  let timer: NodeJS.Timeout | undefined;

  const end = (socket: WebSocket, activityId: string) => {
    const watches = sockets.get(socket);
    watches?.delete(activityId);
    if (watches?.size === 0) sockets.delete(socket);
  };
  const tell = (socket: WebSocket, activityId: string, watch: Watch) => {
    const standing = watch.standing();
    const frame = JSON.stringify({ type: 'waiting-room', activityId, ...standing });
    if (socket.bufferedAmount > SLOW_BYTES) socket.terminate();
    else if (frame !== watch.told) socket.send(frame);
    watch.told = frame;
    if (standing.admitted) end(socket, activityId);
  };
  const tellAll = () => {
    for (const [socket, watches] of sockets) for (const [id, watch] of watches) tell(socket, id, watch);
  };
  /** Runs while somebody watches. */
  const schedule = () => {
    if (timer || sockets.size === 0) return;

    const untilNext = 1000 - (clock.now().getTime() % 1000);
    timer = setTimeout(() => {
      timer = undefined;
      tellAll();
      schedule();
    }, untilNext).unref();
  };

  return {
    watch: (socket, activityId, standing) => {
      if (socket.readyState !== socket.OPEN) return;

      const watches = sockets.get(socket) ?? new Map<string, Watch>();
      const watch = { standing, told: '' };
      sockets.set(socket, watches.set(activityId, watch));
      tell(socket, activityId, watch);
      schedule();
    },
    leave: (socket) => void sockets.delete(socket),
    roomsOf: (socket) => sockets.get(socket)?.size ?? 0,
    close: () => clearTimeout(timer),
  };
}
