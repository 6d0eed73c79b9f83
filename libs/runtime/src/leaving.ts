import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Requests that take longer than this to finish are cut off. */
const FINISH_WITHIN_MS = 5000;

/** Between two looks for connections that have become idle. */
const LOOK_EVERY_MS = 20;

/**
 * Lets an HTTP server leave without failing a request: from `leaving` on each answer ends its connection, so that its
 * caller opens the next one elsewhere. Returns what stops the server: it takes no more connections, ends those that are
 * idle, and waits for the requests that are being worked on, but no longer than `withinMs`.
 */
export function leavesInOrder(server: Server, leaving: AbortSignal): (withinMs?: number) => Promise<void> {
  server.prependListener('request', (_request, response) => {
    if (leaving.aborted) response.shouldKeepAlive = false;
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const endIdle = () => {
    server.closeIdleConnections();
    // Node takes a connection on which nothing has come yet for one that is busy.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };
  return async (withinMs = FINISH_WITHIN_MS) => {
    const closed = once(server, 'close');
    server.close();
    const looks = setInterval(endIdle, LOOK_EVERY_MS);
    await Promise.race([closed, pause(withinMs, undefined, { ref: false })]);
    clearInterval(looks);
    server.closeAllConnections();
  };
}
