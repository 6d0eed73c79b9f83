import type { RequestListener } from 'node:http';
import { systemClock } from '@social/runtime/clock';
import { beginLife } from '@social/runtime/life';
import { createLogger } from '@social/runtime/log';
import { startMetrics } from '@social/runtime/metrics';
import { openMongo } from '@social/runtime/mongo';
import { MONGO } from '@social/runtime/need';
import { startSharedSweeper } from '@social/runtime/shared-sweeper';
import { callbackSender } from '@social/sandbox/callback-sender';
import { plannedFaults } from '@social/sandbox/faults';
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

let app: RequestListener | undefined;
const beside = { takes: () => app !== undefined, listener: (...asked: Parameters<RequestListener>) => app?.(...asked) };
const life = await beginLife({ ...config, log, beside });
const { client, db } = await life.need(MONGO, () => openMongo(config.MONGO_URL, config.NAMESPACE, 'sandbox_carrier'));
await life.need(MONGO, () => ensureIndexes(db));

const parcels = parcelsIn(db);
const deps = { parcels, clock: systemClock, log, secret: config.SANDBOX_CARRIER_SECRET };
const callbacks = callbackSender({
  ...deps,
  ledger: parcels,
  bodyOf: notificationOf,
  retriesMs: config.CALLBACK_RETRIES_MS,
});
const moving = movement({ ...deps, callbacks, stepMs: config.CARRIER_STEP_MS });
app = createShell({
  log,
  notReady: life.notReady,
  routers: {
    '/v1': merchantApi({ ...deps, movement: moving, callbacks, faults: plannedFaults(OPERATIONS) }),
    '/track': tracking({ movement: moving }),
  },
});
const stopSteps = startSharedSweeper(db, 'steps', config.STEP_SWEEP_MS, log, moving.moveDue);
const stopCallbacks = startSharedSweeper(db, 'callbacks', config.CALLBACK_SWEEP_MS, log, callbacks.sendDue);

life.serve({ mongo: () => db.command({ ping: 1 }) }, [
  // A call whose answer is withheld on purpose would keep it open.
  ['http', () => life.closeHttp(1000)],
  ['steps', stopSteps],
  ['sweeper', stopCallbacks],
  ['callbacks', callbacks.idle],
  ['mongo', () => client.close()],
]);
log.info({ port: config.HTTP_PORT }, 'ready');
