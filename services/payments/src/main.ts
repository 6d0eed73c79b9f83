import { ensureTopics, openBus } from '@social/messaging/bus';
import { consume } from '@social/messaging/consumer';
import { startRelay } from '@social/messaging/outbox';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { openSecurity } from '@social/rpc/security';
import { serveRpc, stopRpc } from '@social/rpc/server';
import { systemClock } from '@social/runtime/clock';
import { beginLife } from '@social/runtime/life';
import { createLogger } from '@social/runtime/log';
import { startMetrics } from '@social/runtime/metrics';
import { openMongo } from '@social/runtime/mongo';
import { CERTIFICATE, KAFKA, MONGO } from '@social/runtime/need';
import { startSharedSweeper } from '@social/runtime/shared-sweeper';
import { startTelemetry } from '@social/runtime/telemetry';
import { balance } from './balance.ts';
import { loadConfig } from './config.ts';
import { handlers as eventHandlers } from './consumers.ts';
import { askAfterPayments, settleRefunds } from './deadlines.ts';
import { handlers } from './grpc.ts';
import { providersOf } from './providers.ts';
import { ensureIndexes, intentsCollection, intentsIn } from './store.ts';
import { TOPICS } from './topics.ts';

const config = loadConfig();
const stopTelemetry = startTelemetry('payments');
startMetrics();
const log = createLogger('payments', config.LOG_LEVEL);
const clock = systemClock;

const life = await beginLife({ ...config, log });
const [{ client, db }, bus, security] = await Promise.all([
  life.need(MONGO, () => openMongo(config.MONGO_URL, config.NAMESPACE, 'payments')),
  life.need(KAFKA, () => openBus({ brokers: config, namespace: config.NAMESPACE, service: 'payments', log })),
  life.need(CERTIFICATE, () => openSecurity(config, log)),
]);
await life.need(MONGO, () => ensureIndexes(db));
await life.need(KAFKA, () => ensureTopics(bus, TOPICS));

const relay = startRelay(intentsCollection(db), bus);
const intents = intentsIn(db, relay, clock);
const providers = providersOf(config, clock);
if (providers.size === 0) log.warn('there is no payment provider: nothing can be paid');
const orders = createRpcClient(services.orders(), config.ORDERS_ADDR, security);

const deps = { intents, providers, clock, log, queryAfterMs: config.PROVIDER_QUERY_AFTER_MS };
const rpc = await serveRpc(
  services.payments(),
  handlers({ ...deps, orders, balance: (question) => balance(db, question) }),
  `${config.HOST}:${config.GRPC_PORT}`,
  security,
);
const stopConsumer = await life.need(KAFKA, () => consume(bus, eventHandlers({ intents, clock })));

const deadlines = {
  ...deps,
  refundRetryMs: config.REFUND_RETRY_MS,
  // A question and a sending, each with its own time-out.
  refundLeaseMs: 2 * config.PROVIDER_TIMEOUT_MS + 1000,
};
const stopRefunds = startSharedSweeper(db, 'refunds', config.SWEEP_MS, log, () => settleRefunds(deadlines));
const stopQueries = startSharedSweeper(db, 'payments without notification', config.SWEEP_MS, log, () =>
  askAfterPayments(deadlines),
);

life.serve({ mongo: () => db.command({ ping: 1 }) }, [
  ['rpc', () => stopRpc(rpc)],
  ['consumer', stopConsumer],
  ['refunds', stopRefunds],
  ['queries', stopQueries],
  ['orders', () => orders.close()],
  ['relay', relay.stop],
  ['bus', bus.close],
  ['mongo', () => client.close()],
  ['telemetry', stopTelemetry],
]);
log.info({ grpc_port: config.GRPC_PORT, http_port: config.HTTP_PORT }, 'ready');
