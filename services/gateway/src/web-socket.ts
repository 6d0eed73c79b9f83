import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError, ERRORS } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import type { Logger } from '@social/runtime/log';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { addressOf, requestIdOf } from './exchange.ts';
import { pathOf, problemOf, refusalOf } from './problem.ts';
import { queryOf } from './query.ts';
import type { Holder, Tickets } from './tickets.ts';
import { createTokenBuckets, type TokenBuckets } from './token-bucket.ts';
import { Id } from './views/values.ts';
import type { WaitingRooms } from './waiting-room/entrance.ts';
import type { RoomWatchers } from './waiting-room/room-watchers.ts';
import type { Watchers } from './watchers.ts';

/** Close codes of ours: the access token behind the socket expired; the socket asks too much. */
const TOKEN_EXPIRED = 4401;
const TOO_MUCH = 4429;

/** "Service restart", as RFC 6455's registry has it: the same is to be had by connecting again. */
const COME_AGAIN = 1012;
const CLOSE_WITHIN_MS = 1000;

const MOST_WATCHES = 20;
const PING_MS = 30_000;
/** A timer holds at most this long. */
const LONGEST_MS = 2 ** 31 - 1;

const Message = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('watch'), groupId: Id }),
  z.strictObject({ type: z.literal('unwatch'), groupId: Id.optional() }),
  z.strictObject({ type: z.literal('watch-waiting-room'), activityId: Id, ticket: z.string().optional() }),
]);
type Message = z.output<typeof Message>;

type Options = {
  tickets: Tickets;
  watchers: Watchers;
  waitingRooms: WaitingRooms;
  roomWatchers: RoomWatchers;
  addresses: TokenBuckets;
  proxies: number;
  clock: Clock;
  log: Logger;
};

/**
 * Serves /v1/ws: people watch groups fill, and their turn come. Returns the function that tells everybody to come again
 * elsewhere, and waits until they are gone, but not for long.
 */
export function serveWebSocket(server: Server, options: Options): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024, clientTracking: true });
  const alive = new WeakSet<WebSocket>();
  const messages = createTokenBuckets({ rate: 10, burst: 50 });

  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    holderOf(request, options)
      .then((holder) =>
        sockets.handleUpgrade(request, stream, head, (socket) => {
          alive.add(socket);
          socket.on('pong', () => alive.add(socket));
          attend(socket, holder, messages, options);
        }),
      )
      .catch((error) => refuseUpgrade(request, stream, error, options.log));
  });
  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, PING_MS).unref();

  return async () => {
    clearInterval(pings);
    const left = [...sockets.clients].map((socket) => {
      const closed = once(socket, 'close');
      socket.close(COME_AGAIN, 'this gateway stops; connect again');
      return closed;
    });
    await Promise.race([Promise.all(left), pause(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    for (const socket of sockets.clients) socket.terminate();
  };
}

/** Errors: route-not-found, rate-limited, ticket-invalid, service-unavailable. */
async function holderOf(request: IncomingMessage, options: Options): Promise<Holder> {
  if (pathOf(request.url ?? '') !== '/v1/ws') throw new DomainError('route-not-found');
  options.addresses.take(addressOf(request, options.proxies), options.clock.now().getTime());

  const { ticket } = queryOf(request.url ?? '');
  if (typeof ticket !== 'string') throw new DomainError('ticket-invalid');
  return options.tickets.redeem(ticket);
}

function refuseUpgrade(request: IncomingMessage, stream: Duplex, error: unknown, log: Logger): void {
  const refusal = refusalOf(error);
  if (refusal.code === 'internal') log.error({ err: error }, 'upgrade failed');
  const requestId = requestIdOf(request.headers['x-request-id']);
  const body = JSON.stringify(problemOf(refusal, pathOf(request.url ?? ''), requestId));
  const head = [
    `HTTP/1.1 ${ERRORS[refusal.code][0]} Refused`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'connection: close',
  ];
  stream.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Serves one socket until its access token expires. */
function attend(socket: WebSocket, holder: Holder, messages: TokenBuckets, options: Options): void {
  const { clock, watchers, roomWatchers, log } = options;
  const left = holder.expiresAt.getTime() - clock.now().getTime();
  const expiry = setTimeout(() => socket.close(TOKEN_EXPIRED, 'the access token expired'), Math.min(left, LONGEST_MS));
  socket.on('error', () => {});
  socket.on('close', () => {
    clearTimeout(expiry);
    watchers.leave(socket);
    roomWatchers.leave(socket);
  });
  socket.on('message', (data) => {
    try {
      messages.take(holder.userId, clock.now().getTime());
    } catch {
      return socket.close(TOO_MUCH, 'too many messages');
    }
    obey(socket, holder, String(data), options).catch((error) => {
      const { code, message } = refusalOf(error);
      if (code === 'internal') log.error({ err: error }, 'web socket message failed');
      socket.send(JSON.stringify({ type: 'problem', code, detail: message }));
    });
  });
}

/** Errors: request-invalid, rate-limited (too many watches), group-not-found; those of a waiting room. */
async function obey(socket: WebSocket, holder: Holder, text: string, options: Options): Promise<void> {
  const { watchers, waitingRooms, roomWatchers } = options;
  const message = read(text);
  if (message.type === 'unwatch') {
    if (message.groupId) return watchers.unwatch(socket, message.groupId);
    watchers.leave(socket);
    return roomWatchers.leave(socket);
  }
  if (watchers.groupsOf(socket) + roomWatchers.roomsOf(socket) >= MOST_WATCHES) {
    throw new DomainError('rate-limited', `a socket watches at most ${MOST_WATCHES} groups and waiting rooms`);
  }
  if (message.type === 'watch') return watchers.watch(socket, message.groupId);

  const { activityId, ticket } = message;
  roomWatchers.watch(socket, activityId, await waitingRooms.standing(holder.userId, activityId, ticket));
}

function read(text: string): Message {
  try {
    return Message.parse(JSON.parse(text));
  } catch {
    throw new DomainError(
      'request-invalid',
      'send {type: watch | unwatch, groupId} or {type: watch-waiting-room, activityId}',
    );
  }
}
