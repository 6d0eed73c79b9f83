import { ensureTopics, openBus } from '@social/messaging/bus';
import { consume } from '@social/messaging/consumer';
import { startRelay } from '@social/messaging/outbox';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { openSecurity } from '@social/rpc/security';
import { stopRpc } from '@social/rpc/server';
import { systemClock as clock } from '@social/runtime/clock';
import { keepNoting, keyNotes, whenKeysFit } from '@social/runtime/key-notes';
import { beginLife } from '@social/runtime/life';
import { createLogger } from '@social/runtime/log';
import { startMetrics } from '@social/runtime/metrics';
import { openMongo } from '@social/runtime/mongo';
import { CERTIFICATE, KAFKA, MONGO } from '@social/runtime/need';
import { startSharedSweeper } from '@social/runtime/shared-sweeper';
import { startTelemetry } from '@social/runtime/telemetry';
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
import { TOPICS } from './topics.ts';
import { trackingOf } from './tracking.ts';

const SERVICE = 'orders';

const config = loadConfig();
const stopTelemetry = startTelemetry(SERVICE);
startMetrics();
const log = createLogger(SERVICE, config.LOG_LEVEL);

const life = await beginLife({ ...config, log });
const busOptions = { brokers: config, namespace: config.NAMESPACE, service: SERVICE, log };
const [{ client, db }, bus, security] = await Promise.all([
  life.need(MONGO, () => openMongo(config.MONGO_URL, config.NAMESPACE, SERVICE)),
  life.need(KAFKA, () => openBus(busOptions)),
  life.need(CERTIFICATE, () => openSecurity(config, log)),
]);
const orders = ordersOf(db);
const cartDocuments = cartsOf(db);
await life.need(MONGO, () => Promise.all([ensureIndexes(orders), ensureCartIndexes(cartDocuments)]));

const cipher = config.ORDERS_ENCRYPTION_KEYS;
const notes = keyNotes(db, 'encryption');
await whenKeysFit(
  log,
  () => missingKeys(notes, cipher),
  (why) => life.waits('keys', why),
);
const stopNoting = await life.need(MONGO, () => keepNoting(notes, cipher.currentKeyId, log, clock));
await life.need(KAFKA, () => ensureTopics(bus, TOPICS));
const relay = startRelay(orders, bus);

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
const stopConsuming = await life.need(KAFKA, () => consume(bus, consumers(deps)));
const stopDeadlines = startSharedSweeper(db, 'deadlines', config.SWEEP_EVERY_MS, log, () => sweepDeadlines(deps));
const stopTracking = startSharedSweeper(db, 'parcels', config.SWEEP_EVERY_MS, log, tracking.sweep);
const stopCarts = startSharedSweeper(db, 'carts', config.SWEEP_EVERY_MS, log, () => sweepCarts(deps));
const stopReturns = startSharedSweeper(db, 'stock to return', config.SWEEP_EVERY_MS, log, returns.sweep);

life.serve({ mongo: () => db.command({ ping: 1 }) }, [
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
]);
log.info({ grpc: config.GRPC_PORT, http: config.HTTP_PORT }, 'ready');
