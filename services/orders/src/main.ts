import type { Server as HttpServer } from 'node:http';
import { ORDERS_TOPIC } from '@social/contracts/events/orders';
import { ensureTopics, openBus } from '@social/messaging/bus';
import { consume } from '@social/messaging/consumer';
import { startRelay } from '@social/messaging/outbox';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { openSecurity } from '@social/rpc/security';
import { stopRpc } from '@social/rpc/server';
import { systemClock as clock } from '@social/runtime/clock';
import { type ReadinessChecks, serveHealth } from '@social/runtime/health';
import { keepNoting, keyNotes, whenKeysFit } from '@social/runtime/key-notes';
import { createLogger } from '@social/runtime/log';
import { startMetrics } from '@social/runtime/metrics';
import { openMongo } from '@social/runtime/mongo';
import { startSharedSweeper } from '@social/runtime/shared-sweeper';
import { onShutdown } from '@social/runtime/shutdown';
import { startTelemetry } from '@social/runtime/telemetry';
import { whenReachable } from '@social/runtime/when-reachable';
import { carriersOf } from './carriers/carriers.ts';
import { sweepCarts } from './cart/checkout.ts';
import { cartsOf, ensureCartIndexes, openCarts } from './cart/store.ts';
import { loadConfig } from './config.ts';
import { consumers } from './consumers.ts';
import { sweepDeadlines } from './deadlines.ts';
import { addressesOf } from './delivery.ts';
import { freightsIn } from './freight-store.ts';
import { missingKeys } from './missing-keys.ts';
import { offersOf } from './offers.ts';
import { pickUpPointsIn } from './pick-up-store.ts';
import { serveOrders } from './serving.ts';
import { stockReturns, stockTaking } from './stock.ts';
import { ensureIndexes, openStore, ordersOf } from './store.ts';
import { trackingOf } from './tracking.ts';

const SERVICE = 'orders';

const config = loadConfig();
const stopTelemetry = startTelemetry(SERVICE);
startMetrics();
const log = createLogger(SERVICE, config.LOG_LEVEL);

const checks: ReadinessChecks = { start: () => Promise.reject(new Error('still connecting')) };
const health: HttpServer = await serveHealth(config.HTTP_PORT, config.HOST, checks);

const { client, db } = await whenReachable('mongo', log, () => openMongo(config.MONGO_URL, config.NAMESPACE, SERVICE));
const orders = ordersOf(db);
const cartDocuments = cartsOf(db);
await whenReachable('mongo', log, () => Promise.all([ensureIndexes(orders), ensureCartIndexes(cartDocuments)]));

const cipher = config.ORDERS_ENCRYPTION_KEYS;
const notes = keyNotes(db, 'encryption');
await whenKeysFit(log, () => missingKeys(notes, cipher), checks);
const stopNoting = await keepNoting(notes, cipher.currentKeyId, log, clock);

const busOptions = { brokers: config, namespace: config.NAMESPACE, service: SERVICE, log };
const bus = await whenReachable('kafka', log, () => openBus(busOptions));
await whenReachable('kafka', log, () => ensureTopics(bus, [ORDERS_TOPIC]));
const relay = startRelay(orders, bus);

const security = await openSecurity(config, log);
const { tokenKey } = security;
const catalog = createRpcClient(services.catalog(), config.CATALOG_ADDR, security);
const identity = createRpcClient(services.identity(), config.IDENTITY_ADDR, security);

const timing = {
  payWindowMs: config.PAY_WINDOW_MS,
  callbackGraceMs: config.CALLBACK_GRACE_MS,
  autoReceiveMs: config.AUTO_RECEIVE_MS,
  receiptExtensionMs: config.RECEIPT_EXTENSION_MS,
  placingMs: config.PLACING_TIMEOUT_MS,
};
const store = openStore({ orders, relay, clock });
const carts = openCarts({ client, carts: cartDocuments, clock, guestCartMs: config.GUEST_CART_MS });
const returns = stockReturns({ store, catalog, log });
const addresses = addressesOf(identity);
const offers = offersOf(catalog);
const takeStock = stockTaking(catalog, timing);
const freights = freightsIn(db);
const pickUpPoints = pickUpPointsIn(db);
const carriers = carriersOf(config, clock);
const tracking = trackingOf({
  ...{ store, carriers, clock, log },
  carrierAskAfterMs: config.CARRIER_ASK_AFTER_MS,
  carrierRetryMs: config.CARRIER_RETRY_MS,
});
const delivery = { freights, pickUpPoints, carriers, tracking };
const deps = { store, carts, returns, ...delivery, takeStock, offers, addresses, cipher, tokenKey, clock, timing, log };

const server = await serveOrders(deps, `${config.HOST}:${config.GRPC_PORT}`, security);
const stopConsuming = await whenReachable('kafka', log, () => consume(bus, consumers(deps)));
const stopDeadlines = startSharedSweeper(db, 'deadlines', config.SWEEP_EVERY_MS, log, () => sweepDeadlines(deps));
const stopTracking = startSharedSweeper(db, 'parcels', config.SWEEP_EVERY_MS, log, tracking.sweep);
const stopCarts = startSharedSweeper(db, 'carts', config.SWEEP_EVERY_MS, log, () => sweepCarts(deps));
const stopReturns = startSharedSweeper(db, 'stock to return', config.SWEEP_EVERY_MS, log, returns.sweep);

delete checks.start;
checks.mongo = () => db.command({ ping: 1 });
log.info({ grpc: config.GRPC_PORT, http: config.HTTP_PORT }, 'ready');

onShutdown(log, [
  ['rpc', () => stopRpc(server)],
  ['consumers', stopConsuming],
  ['deadlines', stopDeadlines],
  ['carts', stopCarts],
  ['stock to return', stopReturns],
  ['parcels', stopTracking],
  ['keys in use', stopNoting],
  ['relay', relay.stop],
  ['bus', bus.close],
  [
    'clients',
    () => {
      catalog.close();
      identity.close();
    },
  ],
  ['mongo', () => client.close()],
  ['telemetry', stopTelemetry],
  ['health', () => health.close()],
]);
