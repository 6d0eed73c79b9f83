import { openBus } from '@social/messaging/bus';
import { consume } from '@social/messaging/consumer';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { openSecurity } from '@social/rpc/security';
import { serveRpc, stopRpc } from '@social/rpc/server';
import { systemClock } from '@social/runtime/clock';
import { readConfig } from '@social/runtime/config';
import { serveHealth } from '@social/runtime/health';
import { createLogger } from '@social/runtime/log';
import { startMetrics } from '@social/runtime/metrics';
import { openMongo } from '@social/runtime/mongo';
import { startSharedSweeper } from '@social/runtime/shared-sweeper';
import { onShutdown } from '@social/runtime/shutdown';
import { startTelemetry } from '@social/runtime/telemetry';
import { whenReachable } from '@social/runtime/when-reachable';
import { catalogConfig } from './config.ts';
import { catalogConsumers } from './consumers.ts';
import { collectionsOf } from './documents.ts';
import { exportHandler } from './export-rpc.ts';
import { catalogHandlers } from './grpc.ts';
import { importHandler } from './import-rpc.ts';
import { spreadDefaults } from './low-stock.ts';
import { recountHandler } from './recount-rpc.ts';
import type { Owner } from './recount-sources.ts';
import { sweepReservations } from './reservations.ts';
import { sweepSalePeriods } from './sale-periods.ts';
import { openCatalog } from './service.ts';

const config = readConfig(catalogConfig);
const stopTelemetry = startTelemetry('catalog');
startMetrics();
const log = createLogger('catalog', config.LOG_LEVEL);

const { client, db } = await whenReachable('mongo', log, () =>
  openMongo(config.MONGO_URL, config.NAMESPACE, 'catalog'),
);
const bus = await whenReachable('kafka', log, () =>
  openBus({ brokers: config, namespace: config.NAMESPACE, service: 'catalog', log }),
);
const catalog = await whenReachable('kafka or mongo', log, () =>
  openCatalog({ client, collections: collectionsOf(db), bus, clock: systemClock }),
);
const security = await openSecurity(config, log);
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
const stopConsumers = await whenReachable('kafka', log, () => consume(bus, catalogConsumers(catalog)));
const stopSalePeriods = startSharedSweeper(db, 'sale periods', config.SWEEP_EVERY_MS, log, () =>
  sweepSalePeriods({ ...catalog, log }),
);
const stopSweeping = startSharedSweeper(db, 'reservations', config.SWEEP_EVERY_MS, log, () =>
  sweepReservations({ ...catalog, orders, log }),
);
const stopSpreading = startSharedSweeper(db, 'low-stock defaults', config.SWEEP_EVERY_MS, log, () =>
  spreadDefaults(catalog.collections),
);
const health = await serveHealth(config.HTTP_PORT, config.HOST, { mongo: () => db.command({ ping: 1 }) });
log.info({ grpc_port: config.GRPC_PORT, http_port: config.HTTP_PORT }, 'ready');

onShutdown(log, [
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
  ['health', () => health.close()],
]);
