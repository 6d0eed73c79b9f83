import type { RequestListener } from 'node:http';
import type { SeatWish } from '@social/contracts/generated/social/groupbuy/v1/SeatWish';
import { openSecurity } from '@social/rpc/security';
import { serviceCaller } from '@social/runtime/caller';
import { systemClock } from '@social/runtime/clock';
import { readConfig } from '@social/runtime/config';
import { healthListener } from '@social/runtime/health';
import { leavesInOrder } from '@social/runtime/leaving';
import { beginLife, listenOrEnd } from '@social/runtime/life';
import { createLogger } from '@social/runtime/log';
import { startMetrics } from '@social/runtime/metrics';
import { CERTIFICATE, REDIS } from '@social/runtime/need';
import { openRedis } from '@social/runtime/redis';
import { startTelemetry } from '@social/runtime/telemetry';
import { createAccessTokens } from './access-token.ts';
import { limitActivities } from './activity-limit.ts';
import { createApp } from './app.ts';
import { createAuthLimits } from './auth-limits.ts';
import { beforeReady } from './before-ready.ts';
import { followFacts, type Listener, publishChange, subscribeToChanges } from './changes.ts';
import { gatewayConfig } from './config.ts';
import { createGuests } from './guest.ts';
import { createIdempotency } from './idempotency.ts';
import { createInFlight } from './in-flight.ts';
import { watchMaintenance } from './maintenance.ts';
import { untilOpen } from './not-open.ts';
import { createPages } from './pages.ts';
import { openClients, type Subject, seatHolder } from './platform.ts';
import { devRoutes } from './routes/dev.ts';
import { ROUTES } from './routes/table.ts';
import { createTickets } from './tickets.ts';
import { createTokenBuckets } from './token-bucket.ts';
import { rememberVerdicts } from './verdicts.ts';
import { group } from './views/group-buy.ts';
import { noChallenge, proofOfWork } from './waiting-room/challenge.ts';
import { openWaitingRooms } from './waiting-room/entrance.ts';
import { openLine } from './waiting-room/line.ts';
import { lineIn } from './waiting-room/line-script.ts';
import { createRoomWatchers } from './waiting-room/room-watchers.ts';
import { readRooms, roomReaders } from './waiting-room/rooms.ts';
import { createTickets as createRoomTickets } from './waiting-room/ticket.ts';
import { createWatchers } from './watchers.ts';
import { serveWebSocket } from './web-socket.ts';

const config = readConfig(gatewayConfig);
const { NAMESPACE: namespace, TRUST_PROXY: proxies } = config;
const clock = systemClock;
const log = createLogger('gateway', config.LOG_LEVEL);
const stopTelemetry = startTelemetry('gateway');
startMetrics();

const life = await beginLife({ ...config, HTTP_PORT: config.ADMIN_PORT, log });
if (config.ADMIN_PORT === undefined) log.warn('no ADMIN_PORT: metrics are not served');

/** Until the app is put together, there is nothing but the probes. */
let answer: RequestListener = beforeReady(healthListener(life.notReady));
const server = await listenOrEnd((request, response) => answer(request, response), config.HTTP_PORT, config.HOST);
const closeHttp = leavesInOrder(server, life.leaving);
// An import of the largest file on a slow line must fit in.
server.requestTimeout = 30 * 60_000;

const security = await life.need(CERTIFICATE, () => openSecurity(config, log));
const secret = security.tokenKey;
const clients = openClients(config, security);
const fetchJwks = async () => (await clients.identity.GetJwks({}, { timeoutMs: 2000 })).jwksJson;
const accessTokens = createAccessTokens({ fetchJwks, clock, log });

const redis = await life.need(REDIS, () => openRedis(config.REDIS_URL, log));
const origins = new Set([...config.CORS_ORIGINS, new URL(config.PUBLIC_URL).origin]);
const cookies = config.PUBLIC_URL.startsWith('https:') ? ('secure' as const) : ('plain' as const);
const pages = createPages({ ttlMs: config.PAGE_TTL_MS, max: 10_000 });
const addresses = createTokenBuckets({ rate: config.ADDRESS_RATE, burst: config.ADDRESS_BURST });
const tickets = createTickets({ redis, namespace, clock });
const watchers = createWatchers(async (groupId) => {
  const found = group(await clients.groupBuy.GetGroup({ groupId }));
  return { version: found.version, group: found };
}, log);

const maintenance = await watchMaintenance(config.MAINTENANCE_FILE, log);

const limits = { maxQueue: config.JOIN_QUEUE, maxBatch: config.JOIN_BATCH, flights: config.JOIN_FLIGHTS };
const askVerdict = (subject: Subject) => clients.groupBuy.GetVerdict(subject, { caller: serviceCaller('gateway') });
const rush = createTokenBuckets({ rate: config.ACTIVITY_RATE, burst: config.ACTIVITY_BURST });
const { holdSeat, shed } = limitActivities(seatHolder(clients.groupBuy, limits), rush, clock);
const verdicts = rememberVerdicts(holdSeat, askVerdict, clock);
const notOpen = untilOpen(verdicts.holdSeat, clock);

const rooms = readRooms(roomReaders(clients.groupBuy));
const line = openLine({ askRedis: lineIn(redis, namespace), clock, log });
const waitingRooms = openWaitingRooms({
  rooms,
  line,
  tickets: createRoomTickets(secret),
  challenge: config.CHALLENGE_BITS === 0 ? noChallenge : proofOfWork(secret, config.CHALLENGE_BITS, clock),
  clock,
});
const roomWatchers = createRoomWatchers(clock);

const drop = (tags: string[]) => {
  pages.drop(tags);
  notOpen.drop(tags);
};
const announce = (tags: string[]) => {
  drop(tags);
  rooms.changed({ tags });
  publishChange(redis, namespace, { tags }).catch((error) => log.warn({ err: error }, 'other gateways not told'));
};
const gateway = {
  platform: {
    ...clients,
    holdSeat: async (wish: SeatWish) => {
      const seat = await notOpen.holdSeat(wish);
      rooms.noteGroup(seat.groupId, seat.activityId);
      return seat;
    },
    foresee: (wish: SeatWish) => {
      notOpen.foresee(wish);
      verdicts.foresee(wish);
    },
    shed,
    waitingRooms,
    tickets,
    tokenKey: secret,
    clock,
    origins,
    cookies,
  },
  accessTokens,
  users: createTokenBuckets({ rate: config.USER_RATE, burst: config.USER_BURST }),
  guests: createGuests({ tokenKey: secret, origins, cookies }),
  guestAddresses: createTokenBuckets({ rate: config.GUEST_ADDRESS_RATE, burst: config.GUEST_ADDRESS_BURST }),
  authLimits: createAuthLimits({
    redis,
    namespace,
    secret,
    perAddress: config.AUTH_ADDRESS_PER_MINUTE,
    perPhone: config.AUTH_PHONE_PER_MINUTE,
  }),
  inFlight: createInFlight(),
  maintenance,
  idempotency: createIdempotency({ redis, namespace, secret, log }),
  pages,
  announce,
  trustTraceparent: config.TRUST_TRACEPARENT,
  log,
};

/** Before its minute: its pages from here, and the way behind open. */
const makeReady = async (activityId: string) => {
  const page = `http://${config.HOST}:${config.HTTP_PORT}/v1/activities/${activityId}`;
  await Promise.all([
    ...[page, `${page}/groups`].map((url) => fetch(url).then((response) => response.bytes())),
    clients.groupBuy.HoldSeats({ wishes: [] }, { caller: serviceCaller('gateway') }),
    waitingRooms.warm(activityId),
  ]);
};
const channels = { redisUrl: config.REDIS_URL, gateUrl: config.GATE_REDIS_URL, namespace, log };
const listener: Listener = {
  onChange: (change) => {
    const { tags, groupId } = change;
    drop(tags);
    rooms.changed(change);
    if (groupId) watchers.changed(groupId);
  },
  onFreed: verdicts.freed,
  onStarting: (activityId) => {
    makeReady(activityId).catch((error) => log.warn({ err: error, activityId }, 'not warmed up'));
  },
  onGap: () => {
    pages.clear();
    verdicts.clear();
    watchers.refresh();
  },
};
const unsubscribe = await life.need(REDIS, () => subscribeToChanges(channels, listener));
const stopFacts = followFacts({ config, redis, clock, log });

const picturesDir = config.PICTURES_DIR;
const routes = config.DEV_ENDPOINTS ? [...ROUTES, ...devRoutes] : ROUTES;
answer = createApp({ gateway, routes, addresses, proxies, origins, picturesDir, notReady: life.notReady });
const closeSockets = serveWebSocket(server, {
  ...{ tickets, watchers, waitingRooms, roomWatchers },
  ...{ addresses, proxies, clock, log },
});

// Keys that are known stay known: only a gateway that has just started waits for identity.
life.serve({ 'access token keys': async () => accessTokens.loaded() || accessTokens.load() }, [
  ['sockets', closeSockets],
  ['waiting rooms', () => [roomWatchers, line].forEach((part) => void part.close())],
  ['http', () => closeHttp()],
  ['maintenance', maintenance.stop],
  ['facts', stopFacts],
  ['changes', unsubscribe],
  ['redis', () => redis.destroy()],
  ['clients', () => Object.values(clients).forEach((client) => void client.close())],
  ['telemetry', stopTelemetry],
]);
log.info({ port: config.HTTP_PORT }, 'ready');
