import { IDENTITY_TOPIC } from '@social/contracts/events/identity';
import { ensureTopics, openBus } from '@social/messaging/bus';
import { startRelay } from '@social/messaging/outbox';
import { services } from '@social/rpc/proto';
import { openSecurity } from '@social/rpc/security';
import { serveRpc, stopRpc } from '@social/rpc/server';
import { systemClock } from '@social/runtime/clock';
import { readConfig } from '@social/runtime/config';
import { type ReadinessChecks, serveHealth } from '@social/runtime/health';
import { createLogger } from '@social/runtime/log';
import { startMetrics } from '@social/runtime/metrics';
import { openMongo } from '@social/runtime/mongo';
import { onShutdown } from '@social/runtime/shutdown';
import { startSweeper } from '@social/runtime/sweeper';
import { startTelemetry } from '@social/runtime/telemetry';
import { whenReachable } from '@social/runtime/when-reachable';
import { consoleSender, developmentSender } from './code-sender.ts';
import { configSchema } from './config.ts';
import { handlers } from './grpc.ts';
import { openKeys } from './keys.ts';
import { ensureOperator } from './staff.ts';
import { openUserCollection } from './user-store.ts';
import { wire } from './wiring.ts';

const FORGET_EVERY_MS = 3_600_000;

const config = readConfig(configSchema);
const stopTelemetry = startTelemetry('identity');
startMetrics();
const log = createLogger('identity', config.LOG_LEVEL);

const starting = () => Promise.reject(new Error('starting'));
const readiness: ReadinessChecks = { mongo: starting, grpc: starting };
const health = await serveHealth(config.HTTP_PORT, config.HOST, readiness);

const { client, db } = await whenReachable('mongo', log, () =>
  openMongo(config.MONGO_URL, config.NAMESPACE, 'identity'),
);
readiness.mongo = () => db.command({ ping: 1 });
const users = await openUserCollection(db);
const keys = await openKeys({ db, config, log, clock: systemClock, readiness });

const bus = await whenReachable('kafka', log, () =>
  openBus({ brokers: config, namespace: config.NAMESPACE, service: 'identity', log }),
);
await whenReachable('kafka', log, () => ensureTopics(bus, [IDENTITY_TOPIC]));
const relay = startRelay(users, bus);

const security = await openSecurity(config, log);
const sender = config.DEV_CONSOLE_OTP ? developmentSender(log) : consoleSender(log);
const deps = await wire({
  ...{ db, users, clock: systemClock, tokenKey: security.tokenKey, cipher: keys.cipher, index: keys.index },
  ...{ sender, publish: relay.nudge, config },
});

const { BOOTSTRAP_OPERATOR_PHONE: phone, BOOTSTRAP_OPERATOR_PASSWORD: password } = config;
if (phone && password) log.info({ operator: await ensureOperator(deps, phone, password) }, 'first operator');

const address = `${config.HOST}:${config.GRPC_PORT}`;
const server = await serveRpc(services.identity(), handlers(deps), address, security);
const stopForgetting = startSweeper('removed addresses', FORGET_EVERY_MS, log, () =>
  deps.books.forget(systemClock.now()),
);
readiness.grpc = async () => {};
log.info({ grpc_port: config.GRPC_PORT, http_port: config.HTTP_PORT }, 'ready');

onShutdown(log, [
  ['grpc', () => stopRpc(server)],
  ['removed addresses', stopForgetting],
  ['keys in use', keys.stop],
  ['relay', relay.stop],
  ['bus', bus.close],
  ['mongo', () => client.close()],
  ['telemetry', stopTelemetry],
  ['health', () => health.close()],
]);
