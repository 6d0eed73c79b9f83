import { systemClock } from '@social/runtime/clock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { createRoomWatchers } from './room-watchers.ts';
import { standingAt } from './turns.ts';

const NOON = Date.parse('2026-06-01T12:00:00Z');
const PACE = { startsAt: NOON, admitPerSecond: 5 };

beforeEach(() => {
  vi.useFakeTimers({ now: NOON - 500 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** As much of a socket as watchers touch. */
const aSocket = (fields: { bufferedAmount?: number; readyState?: number } = {}) => {
  const frames: { ahead: number; admitted: boolean }[] = [];
  const socket = {
    ...{ OPEN: 1, readyState: 1, bufferedAmount: 0, ended: false, frames, ...fields },
    send: (frame: string) => frames.push(JSON.parse(frame)),
    terminate: () => {
      socket.ended = true;
    },
  };
  return socket;
};
type Socket = ReturnType<typeof aSocket>;
const asWebSocket = (socket: Socket) => socket as unknown as WebSocket;

const aRoom = () => {
  const watchers = createRoomWatchers(systemClock);
  const watch = (socket: Socket, turn: number) =>
    watchers.watch(asWebSocket(socket), 'act_1', () => standingAt(PACE, { turn, position: turn + 1 }, Date.now()));
  return { watchers, watch };
};

describe('who watches their turn come', () => {
  it('is told at once and each second until it has come, and nothing after', () => {
    const { watchers, watch } = aRoom();
    const ann = aSocket();
    watch(ann, 12);
    vi.advanceTimersByTime(60_000);
    expect(ann.frames).toEqual([
      { type: 'waiting-room', activityId: 'act_1', position: 13, ahead: 12, estimateSeconds: 3, admitted: false },
      { type: 'waiting-room', activityId: 'act_1', position: 13, ahead: 7, estimateSeconds: 2, admitted: false },
      { type: 'waiting-room', activityId: 'act_1', position: 13, ahead: 2, estimateSeconds: 1, admitted: false },
      { type: 'waiting-room', activityId: 'act_1', position: 13, ahead: 0, estimateSeconds: 0, admitted: true },
    ]);
    expect([watchers.roomsOf(asWebSocket(ann)), vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('hears nothing more after they left', () => {
    const { watchers, watch } = aRoom();
    const [ann, bob] = [aSocket(), aSocket()];
    watch(ann, 12);
    watch(bob, 12);
    watchers.leave(asWebSocket(ann));
    vi.advanceTimersByTime(60_000);
    expect([ann, bob].map(({ frames }) => frames.length)).toEqual([1, 4]);
  });

  it('is not kept when the socket closed while the place was drawn, and is dropped when it reads too slowly', () => {
    const { watchers, watch } = aRoom();
    const [gone, slow] = [aSocket({ readyState: 3 }), aSocket({ bufferedAmount: 2 * 1024 * 1024 })];
    watch(gone, 12);
    watch(slow, 12);
    expect([gone.frames, watchers.roomsOf(asWebSocket(gone))]).toEqual([[], 0]);
    expect(slow).toMatchObject({ ended: true, frames: [] });
  });
});
