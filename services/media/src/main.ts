import { services } from '@social/rpc/proto';
import { openSecurity } from '@social/rpc/security';
import { serveRpc, stopRpc } from '@social/rpc/server';
import { systemClock } from '@social/runtime/clock';
import { beginLife } from '@social/runtime/life';
import { createLogger } from '@social/runtime/log';
import { startMetrics } from '@social/runtime/metrics';
import { openMongo } from '@social/runtime/mongo';
import { CERTIFICATE, MONGO } from '@social/runtime/need';
import { startSharedSweeper } from '@social/runtime/shared-sweeper';
import { startTelemetry } from '@social/runtime/telemetry';
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
const life = await beginLife({ ...config, log, beside: receive });

const { client, db } = await life.need(MONGO, () => openMongo(config.MONGO_URL, config.NAMESPACE, 'media'));
await life.need(MONGO, () => ensureIndexes(db));
const uploads = uploadsIn(db);

const maker = createMaker({ timeLimitMs: config.MAKING_TIME_LIMIT_MS, idleMs: config.MAKING_IDLE_MS });
const turns = createTurns({ atOnce: config.MAKING_AT_ONCE, waiting: config.MAKING_QUEUE });
const deps = { uploads, store, clock, log };
const { complete } = openCompleting({ ...deps, maker, turns });
const security = await life.need(CERTIFICATE, () => openSecurity(config, log));
const address = `${config.HOST}:${config.GRPC_PORT}`;
const rpc = await serveRpc(services.media(), handlers({ ...deps, complete }), address, security, {
  ReadPicture: readHandler(deps),
});
const stopSweeper = startSharedSweeper(db, 'uploads', config.SWEEP_MS, log, () => clearDue(deps));

life.serve({ mongo: () => db.command({ ping: 1 }), store: store.ready }, [
  ['rpc', () => stopRpc(rpc)],
  ['uploads', () => life.closeHttp()],
  ['sweeper', stopSweeper],
  ['maker', maker.stop],
  ['mongo', () => client.close()],
  ['telemetry', stopTelemetry],
]);
log.info({ grpc_port: config.GRPC_PORT, http_port: config.HTTP_PORT }, 'ready');
