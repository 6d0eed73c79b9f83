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
import { loadConfig } from './config.ts';
import { notificationOf } from './domain.ts';
import { merchantApi, OPERATIONS } from './merchant-api.ts';
import { movement } from './movement.ts';
import { ensureIndexes, parcelsIn } from './store.ts';
import { tracking } from './tracking.ts';

const config = loadConfig();
startMetrics();
const log = createLogger('sandbox-carrier', config.LOG_LEVEL);

const { client, db } = await whenReachable('mongo', log, () =>
  openMongo(config.MONGO_URL, config.NAMESPACE, 'sandbox_carrier'),
);
await ensureIndexes(db);

const parcels = parcelsIn(db);
const deps = { parcels, clock: systemClock, log, secret: config.SANDBOX_CARRIER_SECRET };
const callbacks = callbackSender({
  ...deps,
  ledger: parcels,
  bodyOf: notificationOf,
  retriesMs: config.CALLBACK_RETRIES_MS,
});
const moving = movement({ ...deps, callbacks, stepMs: config.CARRIER_STEP_MS });
const app = createShell({
  log,
  readiness: { mongo: () => db.command({ ping: 1 }) },
  routers: {
    '/v1': merchantApi({ ...deps, movement: moving, callbacks, faults: plannedFaults(OPERATIONS) }),
    '/track': tracking({ movement: moving }),
  },
});
const stopServer = await serve(app, config.HTTP_PORT, config.HOST);
const stopSteps = startSharedSweeper(db, 'steps', config.STEP_SWEEP_MS, log, moving.moveDue);
const stopCallbacks = startSharedSweeper(db, 'callbacks', config.CALLBACK_SWEEP_MS, log, callbacks.sendDue);
log.info({ port: config.HTTP_PORT }, 'ready');

onShutdown(log, [
  ['http', stopServer],
  ['steps', stopSteps],
  ['sweeper', stopCallbacks],
  ['callbacks', callbacks.idle],
  ['mongo', () => client.close()],
]);
