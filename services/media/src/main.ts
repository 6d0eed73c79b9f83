import { services } from '@social/rpc/proto';
import { openSecurity } from '@social/rpc/security';
import { serveRpc, stopRpc } from '@social/rpc/server';
import { systemClock } from '@social/runtime/clock';
import { type ReadinessChecks, serveHealth } from '@social/runtime/health';
import { createLogger } from '@social/runtime/log';
import { startMetrics } from '@social/runtime/metrics';
import { openMongo } from '@social/runtime/mongo';
import { startSharedSweeper } from '@social/runtime/shared-sweeper';
import { onShutdown } from '@social/runtime/shutdown';
import { startTelemetry } from '@social/runtime/telemetry';
import { whenReachable } from '@social/runtime/when-reachable';
import { openCompleting } from './completing.ts';
import { loadConfig } from './config.ts';
import { clearDue } from './deadlines.ts';
import { handlers } from './grpc.ts';
import { createMaker } from './maker.ts';
import { openObjects } from './objects.ts';
import { readHandler } from './reading.ts';
import { createTurns } from './turns.ts';
import { ensureIndexes, uploadsIn } from './upload-store.ts';

const config = loadConfig();
const stopTelemetry = startTelemetry('media');
startMetrics();
const log = createLogger('media', config.LOG_LEVEL);
const clock = systemClock;

const { store, receive } = await openObjects(config, config.INTERNAL_TOKEN_KEY, clock, log);
const readiness: ReadinessChecks = { started: () => Promise.reject(new Error('starting')), store: store.ready };
const health = await serveHealth(config.HTTP_PORT, config.HOST, readiness, receive);

const { client, db } = await whenReachable('mongo', log, () => openMongo(config.MONGO_URL, config.NAMESPACE, 'media'));
await ensureIndexes(db);
const uploads = uploadsIn(db);

const maker = createMaker({ timeLimitMs: config.MAKING_TIME_LIMIT_MS, idleMs: config.MAKING_IDLE_MS });
const turns = createTurns({ atOnce: config.MAKING_AT_ONCE, waiting: config.MAKING_QUEUE });
const deps = { uploads, store, clock, log };
const { complete } = openCompleting({ ...deps, maker, turns });
const security = await openSecurity(config, log);
const address = `${config.HOST}:${config.GRPC_PORT}`;
const rpc = await serveRpc(services.media(), handlers({ ...deps, complete }), address, security, {
  ReadPicture: readHandler(deps),
});
const stopSweeper = startSharedSweeper(db, 'uploads', config.SWEEP_MS, log, () => clearDue(deps));

delete readiness.started;
readiness.mongo = () => db.command({ ping: 1 });
log.info({ grpc_port: config.GRPC_PORT, http_port: config.HTTP_PORT }, 'ready');

onShutdown(log, [
  ['rpc', () => stopRpc(rpc)],
  ['sweeper', stopSweeper],
  ['maker', maker.stop],
  ['mongo', () => client.close()],
  ['health', () => health.close()],
  ['telemetry', stopTelemetry],
]);
