import { silentLog } from '@social/testkit/servers';
import { describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { createWatchers } from './watchers.ts';

/** As much of a socket as watchers touch. */
const aSocket = (bufferedAmount = 0) => {
  const frames: { version: number }[] = [];
  const socket = {
    bufferedAmount,
    frames,
    ended: false,
    send: (frame: string) => frames.push(JSON.parse(frame)),
    terminate: () => {
      socket.ended = true;
    },
  };
  return socket;
};
type Socket = ReturnType<typeof aSocket>;
const asWebSocket = (socket: Socket) => socket as unknown as WebSocket;

/** Watchers of a group whose version a test turns, with a count of how often it was fetched. */
const aGroup = () => {
  const group = { version: 1, fetched: 0 };
  const watchers = createWatchers(async () => {
    group.fetched++;
    return { version: group.version, group: { groupId: 'grp_1' } };
  }, silentLog);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { group, watchers, settle, watch: (socket: Socket) => watchers.watch(asWebSocket(socket), 'grp_1') };
};

describe('watchers of a group', () => {
  it('get a snapshot first and a frame a change', async () => {
    const { group, watchers, settle, watch } = aGroup();
    const ann = aSocket();
    await watch(ann);
    group.version = 2;
    watchers.changed('grp_1');
    await settle();
    expect(ann.frames.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('cost one fetch together, however many changes come at once', async () => {
    const { group, watchers, settle, watch } = aGroup();
    const [ann, bob] = [aSocket(), aSocket()];
    await Promise.all([watch(ann), watch(bob)]);
    const before = group.fetched;
    group.version = 9;
    for (let change = 0; change < 7; change++) watchers.changed('grp_1');
    await settle();
    expect(group.fetched - before).toBeLessThanOrEqual(2);
    expect([ann, bob].map(({ frames }) => frames.at(-1)?.version)).toEqual([9, 9]);
  });

  it('are not told the same version twice', async () => {
    const { watchers, settle, watch } = aGroup();
    const ann = aSocket();
    await watch(ann);
    watchers.changed('grp_1');
    await settle();
    expect(ann.frames).toHaveLength(1);
  });

  it('are dropped when they read too slowly', async () => {
    const { watch } = aGroup();
    const slow = aSocket(2 * 1024 * 1024);
    await watch(slow);
    expect(slow).toMatchObject({ ended: true, frames: [] });
  });

  it('hear nothing after they left', async () => {
    const { group, watchers, settle, watch } = aGroup();
    const ann = aSocket();
    await watch(ann);
    watchers.leave(asWebSocket(ann));
    group.version = 2;
    watchers.changed('grp_1');
    await settle();
    expect(ann.frames).toHaveLength(1);
    expect(watchers.groupsOf(asWebSocket(ann))).toBe(0);
  });
});
