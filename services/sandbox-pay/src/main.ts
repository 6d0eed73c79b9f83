import { systemClock } from '@social/runtime/clock';
import { createLogger } from '@social/runtime/log';
import { startMetrics } from '@social/runtime/metrics';
import { openMongo } from '@social/runtime/mongo';
import { startSharedSweeper } from '@social/runtime/shared-sweeper';
import { onShutdown } from '@social/runtime/shutdown';
import { whenReachable } from '@social/runtime/when-reachable';
import { callbackSender } from '@social/sandbox/callback-sender';
import { plannedFaults } from '@social/sandbox/faults';
import { serve } from '@social/sandbox/server';
import { createShell } from '@social/sandbox/shell';
import { cashier } from './cashier.ts';
import { loadConfig, publicUrl } from './config.ts';
import { notificationOf } from './domain.ts';
import { merchantApi, OPERATIONS } from './merchant-api.ts';
import { chargesIn, ensureIndexes } from './store.ts';

const config = loadConfig();
startMetrics();
const log = createLogger('sandbox-pay', config.LOG_LEVEL);

const { client, db } = await whenReachable('mongo', log, () =>
  openMongo(config.MONGO_URL, config.NAMESPACE, 'sandbox_pay'),
);
await ensureIndexes(db);

const charges = chargesIn(db);
const deps = { charges, clock: systemClock, log, secret: config.SANDBOX_PAY_SECRET };
const callbacks = callbackSender({
  ...deps,
  ledger: charges,
  bodyOf: notificationOf,
  retriesMs: config.CALLBACK_RETRIES_MS,
});
const app = createShell({
  log,
  readiness: { mongo: () => db.command({ ping: 1 }) },
  routers: {
    '/v1': merchantApi({ ...deps, faults: plannedFaults(OPERATIONS), publicUrl: publicUrl(config) }),
    '/cashier': cashier({ ...deps, callbacks }),
  },
});
const stopServer = await serve(app, config.HTTP_PORT, config.HOST);
const stopSweeper = startSharedSweeper(db, 'callbacks', config.CALLBACK_SWEEP_MS, log, callbacks.sendDue);
log.info({ port: config.HTTP_PORT }, 'ready');

onShutdown(log, [
  ['http', stopServer],
  ['sweeper', stopSweeper],
  ['callbacks', callbacks.idle],
  ['mongo', () => client.close()],
]);
