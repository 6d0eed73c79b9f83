import { PAYMENTS_TOPIC } from '@social/contracts/events/payments';
import { ensureTopics, openBus } from '@social/messaging/bus';
import { consume } from '@social/messaging/consumer';
import { startRelay } from '@social/messaging/outbox';
import { createRpcClient } from '@social/rpc/client';
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
import { balance } from './balance.ts';
import { loadConfig } from './config.ts';
import { handlers as eventHandlers } from './consumers.ts';
import { askAfterPayments, settleRefunds } from './deadlines.ts';
import { handlers } from './grpc.ts';
import { providersOf } from './providers.ts';
import { ensureIndexes, intentsCollection, intentsIn } from './store.ts';

const config = loadConfig();
const stopTelemetry = startTelemetry('payments');
startMetrics();
const log = createLogger('payments', config.LOG_LEVEL);
const clock = systemClock;

const readiness: ReadinessChecks = { started: () => Promise.reject(new Error('starting')) };
const health = await serveHealth(config.HTTP_PORT, config.HOST, readiness);

const { client, db } = await whenReachable('mongo', log, () =>
  openMongo(config.MONGO_URL, config.NAMESPACE, 'payments'),
);
await ensureIndexes(db);
const bus = await whenReachable('kafka', log, () =>
  openBus({ brokers: config, namespace: config.NAMESPACE, service: 'payments', log }),
);
await whenReachable('kafka topics', log, () => ensureTopics(bus, [PAYMENTS_TOPIC]));

const relay = startRelay(intentsCollection(db), bus);
const intents = intentsIn(db, relay, clock);
const providers = providersOf(config, clock);
if (providers.size === 0) log.warn('there is no payment provider: nothing can be paid');
const security = await openSecurity(config, log);
const orders = createRpcClient(services.orders(), config.ORDERS_ADDR, security);

const deps = { intents, providers, clock, log, queryAfterMs: config.PROVIDER_QUERY_AFTER_MS };
const rpc = await serveRpc(
  services.payments(),
  handlers({ ...deps, orders, balance: (question) => balance(db, question) }),
  `${config.HOST}:${config.GRPC_PORT}`,
  security,
);
const stopConsumer = await whenReachable('kafka group', log, () => consume(bus, eventHandlers({ intents, clock })));

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

delete readiness.started;
readiness.mongo = () => db.command({ ping: 1 });
log.info({ grpc_port: config.GRPC_PORT, http_port: config.HTTP_PORT }, 'ready');

onShutdown(log, [
  ['rpc', () => stopRpc(rpc)],
  ['consumer', stopConsumer],
  ['refunds', stopRefunds],
  ['queries', stopQueries],
  ['orders', () => orders.close()],
  ['relay', relay.stop],
  ['bus', bus.close],
  ['mongo', () => client.close()],
  ['health', () => health.close()],
  ['telemetry', stopTelemetry],
]);
