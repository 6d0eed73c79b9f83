import { ensureTopics, openBus } from '@social/messaging/bus';
import { startRelay } from '@social/messaging/outbox';
import { services } from '@social/rpc/proto';
import { openSecurity } from '@social/rpc/security';
import { serveRpc, stopRpc } from '@social/rpc/server';
import { systemClock } from '@social/runtime/clock';
import { readConfig } from '@social/runtime/config';
import { beginLife } from '@social/runtime/life';
import { createLogger } from '@social/runtime/log';
import { startMetrics } from '@social/runtime/metrics';
import { openMongo } from '@social/runtime/mongo';
import { CERTIFICATE, KAFKA, MONGO } from '@social/runtime/need';
import { startSweeper } from '@social/runtime/sweeper';
import { startTelemetry } from '@social/runtime/telemetry';
import { consoleSender, developmentSender } from './code-sender.ts';
import { configSchema } from './config.ts';
import { handlers } from './grpc.ts';
import { openKeys } from './keys.ts';
import { ensureOperator } from './staff.ts';
import { TOPICS } from './topics.ts';
import { openUserCollection } from './user-store.ts';
import { wire } from './wiring.ts';

const FORGET_EVERY_MS = 3_600_000;

const config = readConfig(configSchema);
const stopTelemetry = startTelemetry('identity');
startMetrics();
const log = createLogger('identity', config.LOG_LEVEL);

const life = await beginLife({ ...config, log });
const [{ client, db }, bus, security] = await Promise.all([
  life.need(MONGO, () => openMongo(config.MONGO_URL, config.NAMESPACE, 'identity')),
  life.need(KAFKA, () => openBus({ brokers: config, namespace: config.NAMESPACE, service: 'identity', log })),
  life.need(CERTIFICATE, () => openSecurity(config, log)),
]);
const users = await life.need(MONGO, () => openUserCollection(db));
const onWaiting = (why?: string) => life.waits('keys', why);
const keys = await life.need(MONGO, () => openKeys({ db, config, log, clock: systemClock, onWaiting }));
await life.need(KAFKA, () => ensureTopics(bus, TOPICS));
const relay = startRelay(users, bus);

const sender = config.DEV_CONSOLE_OTP ? developmentSender(log) : consoleSender(log);
const wires = {
  ...{ db, users, clock: systemClock, tokenKey: security.tokenKey, cipher: keys.cipher, index: keys.index },
  ...{ sender, publish: relay.nudge, config },
};
const deps = await life.need(MONGO, () => wire(wires));

const { BOOTSTRAP_OPERATOR_PHONE: phone, BOOTSTRAP_OPERATOR_PASSWORD: password } = config;
if (phone && password) {
  const operator = await life.need(MONGO, () => ensureOperator(deps, phone, password));
  log.info({ operator }, 'first operator');
}

const address = `${config.HOST}:${config.GRPC_PORT}`;
const server = await serveRpc(services.identity(), handlers(deps), address, security);
const stopForgetting = startSweeper('removed addresses', FORGET_EVERY_MS, log, () =>
  deps.books.forget(systemClock.now()),
);

life.serve({ mongo: () => db.command({ ping: 1 }) }, [
  ['grpc', () => stopRpc(server)],
  ['removed addresses', stopForgetting],
  ['keys in use', keys.stop],
  ['relay', relay.stop],
  ['bus', bus.close],
  ['mongo', () => client.close()],
  ['telemetry', stopTelemetry],
]);
log.info({ grpc_port: config.GRPC_PORT, http_port: config.HTTP_PORT }, 'ready');
