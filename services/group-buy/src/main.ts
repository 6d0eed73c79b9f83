import { ensureTopics, openBus } from '@social/messaging/bus';
import { consume } from '@social/messaging/consumer';
import { startRelay } from '@social/messaging/outbox';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { openSecurity } from '@social/rpc/security';
import { serveRpc, stopRpc } from '@social/rpc/server';
import { systemClock } from '@social/runtime/clock';
import { openLease } from '@social/runtime/lease';
import { beginLife } from '@social/runtime/life';
import { createLogger } from '@social/runtime/log';
import { startMetrics } from '@social/runtime/metrics';
import { openMongo } from '@social/runtime/mongo';
import { CERTIFICATE, KAFKA, MONGO, REDIS } from '@social/runtime/need';
import { openRedisServers } from '@social/runtime/redis';
import { startSharedSweeper, sweepLeaseMs } from '@social/runtime/shared-sweeper';
import { startSweeper } from '@social/runtime/sweeper';
import { startTelemetry } from '@social/runtime/telemetry';
import { readActivities } from './activities.ts';
import { LATEST_END_MS } from './activity.ts';
import { config } from './config.ts';
import { handlers as eventHandlers } from './consumers.ts';
import { closeLeftGates, expireGroups, giveBackLeases, settleActivities } from './deadlines.ts';
import { trackEpochs } from './epochs.ts';
import { asGate } from './gate-away.ts';
import { handlers as rpcHandlers } from './grpc.ts';
import { aRebuilder, rebuildSeats } from './rebuild.ts';
import { openSeating } from './seating.ts';
import { openSeats } from './seats.ts';
import { openSelling } from './selling.ts';
import { ensureIndexes, openCollections, openGroups, openPlacements } from './store.ts';
import { TOPICS } from './topics.ts';
import { warmUp } from './warm-up.ts';

const SERVICE = 'group-buy';
const env = config();
const stopTelemetry = startTelemetry(SERVICE);
startMetrics();
const log = createLogger(SERVICE, env.LOG_LEVEL);
const namespace = env.NAMESPACE;
const graceMs = env.CALLBACK_GRACE_MS;

const life = await beginLife({ ...env, log });
const [{ client: mongo, db }, redis, bus, security] = await Promise.all([
  life.need(MONGO, () => openMongo(env.MONGO_URL, namespace, 'group_buy')),
  life.need(REDIS, async () => asGate(await openRedisServers(env.REDIS_URL, log))),
  life.need(KAFKA, () => openBus({ brokers: env, namespace, service: SERVICE, log })),
  life.need(CERTIFICATE, () => openSecurity(env, log)),
]);
const collections = openCollections(db);
await life.need(MONGO, () => ensureIndexes(collections));
await life.need(KAFKA, () => ensureTopics(bus, TOPICS));

const groupRelay = startRelay(collections.groups, bus);
const activityRelay = startRelay(collections.activities, bus);
const placementRelay = startRelay(collections.placements, bus);
const catalog = createRpcClient(services.catalog(), env.CATALOG_ADDR, security);
const orders = createRpcClient(services.orders(), env.ORDERS_ADDR, security);

const clock = systemClock;
const keysLiveMs = LATEST_END_MS + 10 * 86_400_000;
const seats = openSeats(redis, namespace, keysLiveMs, env.JOIN_BATCH);
const where = { redis, namespace, slots: env.GATE_SLOTS };
const rebuildDeps = { ...where, collections, orders, log, graceMs, keysLiveMs, rebuilder: aRebuilder() };
const epochs = trackEpochs(where, (activityId, states) => rebuildSeats(rebuildDeps, activityId, states));
const activities = readActivities(collections, clock);
const groups = openGroups(collections.groups, groupRelay);
const placements = openPlacements(collections.placements, placementRelay);
const closing = { collections, groups, epochs, seats, clock };
const placing = { maxBatch: env.JOIN_BATCH, flights: env.JOIN_FLIGHTS };
const seating = openSeating({ ...closing, activities, orders, log, graceMs, placing });
const selling = openSelling({ collections, catalog, activityRelay, clock, graceMs });
const deadlines = { ...closing, catalog, graceMs };
const telling = openLease(db, 'telling of starts', sweepLeaseMs(env.WARM_EVERY_MS));

const server = await serveRpc(
  services.groupBuy(),
  rpcHandlers({ collections, activities, epochs, seats, seating, selling, clock }),
  `${env.HOST}:${env.GRPC_PORT}`,
  security,
);
const stopConsuming = await life.need(KAFKA, () => consume(bus, eventHandlers({ ...closing, placements })));
const sweepers = [
  startSharedSweeper(db, 'expired groups', env.SWEEP_EVERY_MS, log, () => expireGroups(deadlines)),
  startSharedSweeper(db, 'left gates', env.SWEEP_EVERY_MS, log, () => closeLeftGates(deadlines)),
  startSharedSweeper(db, 'activities', env.SWEEP_EVERY_MS, log, () => settleActivities(deadlines)),
  startSweeper('starting activities', env.WARM_EVERY_MS, log, () =>
    warmUp({ collections, epochs, orders, redis, namespace, clock, telling }),
  ),
  startSharedSweeper(db, 'lost leases', 10_000, log, () => giveBackLeases(deadlines)),
];

// Without Redis nobody gets a seat, but groups are read, filled by payments and closed as ever.
life.serve({ mongo: () => db.command({ ping: 1 }) }, [
  ['rpc', () => stopRpc(server)],
  ['consumer', stopConsuming],
  ['sweepers', () => Promise.all(sweepers.map((stop) => stop()))],
  ['telling', telling.release],
  ['relays', () => Promise.all([groupRelay, activityRelay, placementRelay].map((relay) => relay.stop()))],
  ['bus', () => bus.close()],
  ['clients', () => [catalog, orders].forEach((client) => void client.close())],
  ['redis', () => redis.close()],
  ['mongo', () => mongo.close()],
  ['telemetry', stopTelemetry],
]);
log.info({ grpc: env.GRPC_PORT, http: env.HTTP_PORT }, 'ready');
