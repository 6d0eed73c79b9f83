import { ensureTopics, openBus } from '@social/messaging/bus';
import { consume } from '@social/messaging/consumer';
import { createRpcClient } from '@social/rpc/client';
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
import { startSharedSweeper } from '@social/runtime/shared-sweeper';
import { startTelemetry } from '@social/runtime/telemetry';
import { beginNoting } from './attached-pictures.ts';
import { catalogConfig } from './config.ts';
import { catalogConsumers } from './consumers.ts';
import { collectionsOf, ensureIndexes } from './documents.ts';
import { exportHandler } from './export-rpc.ts';
import { catalogHandlers } from './grpc.ts';
import { importHandler } from './import-rpc.ts';
import { spreadDefaults } from './low-stock.ts';
import { recountHandler } from './recount-rpc.ts';
import type { Owner } from './recount-sources.ts';
import { sweepReservations } from './reservations.ts';
import { sweepSalePeriods } from './sale-periods.ts';
import { openCatalog } from './service.ts';
import { countHoldersOfOld } from './stock-counting.ts';
import { TOPICS } from './topics.ts';

const config = readConfig(catalogConfig);
const stopTelemetry = startTelemetry('catalog');
startMetrics();
const log = createLogger('catalog', config.LOG_LEVEL);

const life = await beginLife({ ...config, log });
const [{ client, db }, bus, security] = await Promise.all([
  life.need(MONGO, () => openMongo(config.MONGO_URL, config.NAMESPACE, 'catalog')),
  life.need(KAFKA, () => openBus({ brokers: config, namespace: config.NAMESPACE, service: 'catalog', log })),
  life.need(CERTIFICATE, () => openSecurity(config, log)),
]);
const collections = collectionsOf(db);
await life.need(MONGO, () => ensureIndexes(collections));
await life.need(MONGO, () => countHoldersOfOld({ client, collections, clock: systemClock }));
await life.need(MONGO, () => beginNoting(collections, systemClock.now()));
await life.need(KAFKA, () => ensureTopics(bus, TOPICS));
const catalog = openCatalog({ client, collections, bus, clock: systemClock });
const orders = createRpcClient(services.orders(), config.ORDERS_ADDR, security);
const groupBuy = createRpcClient(services.groupBuy(), config.GROUP_BUY_ADDR, security);
const owners: Owner[] = [
  { prefix: 'act_', by: 'group-buy', service: groupBuy },
  { prefix: 'ord_', by: 'orders', service: orders },
];
const address = `${config.HOST}:${config.GRPC_PORT}`;
const server = await serveRpc(services.catalog(), catalogHandlers(catalog), address, security, {
  ImportProducts: importHandler(catalog, security),
  ExportProducts: exportHandler(catalog, security),
  RecountStock: recountHandler({ ...catalog, owners }, security),
});
const stopConsumers = await life.need(KAFKA, () => consume(bus, catalogConsumers(catalog)));
const stopSalePeriods = startSharedSweeper(db, 'sale periods', config.SWEEP_EVERY_MS, log, () =>
  sweepSalePeriods({ ...catalog, log }),
);
const stopSweeping = startSharedSweeper(db, 'reservations', config.SWEEP_EVERY_MS, log, () =>
  sweepReservations({ ...catalog, orders, log }),
);
const stopSpreading = startSharedSweeper(db, 'low-stock defaults', config.SWEEP_EVERY_MS, log, () =>
  spreadDefaults(catalog.collections),
);

life.serve({ mongo: () => db.command({ ping: 1 }) }, [
  ['rpc', () => stopRpc(server)],
  ['consumers', stopConsumers],
  ['sale periods', stopSalePeriods],
  ['reservations', stopSweeping],
  ['low-stock defaults', stopSpreading],
  ['relay', catalog.relay.stop],
  ['alerts', catalog.alerts.stop],
  ['kafka', bus.close],
  [
    'clients',
    () => {
      orders.close();
      groupBuy.close();
    },
  ],
  ['mongo', () => client.close()],
  ['telemetry', stopTelemetry],
]);
log.info({ grpc_port: config.GRPC_PORT, http_port: config.HTTP_PORT }, 'ready');
