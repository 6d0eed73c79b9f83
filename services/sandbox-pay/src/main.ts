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
import { cashier } from './cashier.ts';
import { loadConfig, publicUrl } from './config.ts';
import { notificationOf } from './domain.ts';
import { merchantApi, OPERATIONS } from './merchant-api.ts';
import { chargesIn, ensureIndexes } from './store.ts';

const config = loadConfig();
startMetrics();
const log = createLogger('sandbox-pay', config.LOG_LEVEL);

let app: RequestListener | undefined;
const beside = { takes: () => app !== undefined, listener: (...asked: Parameters<RequestListener>) => app?.(...asked) };
const life = await beginLife({ ...config, log, beside });
const { client, db } = await life.need(MONGO, () => openMongo(config.MONGO_URL, config.NAMESPACE, 'sandbox_pay'));
await life.need(MONGO, () => ensureIndexes(db));

const charges = chargesIn(db);
const deps = { charges, clock: systemClock, log, secret: config.SANDBOX_PAY_SECRET };
const callbacks = callbackSender({
  ...deps,
  ledger: charges,
  bodyOf: notificationOf,
  retriesMs: config.CALLBACK_RETRIES_MS,
});
app = createShell({
  log,
  notReady: life.notReady,
  routers: {
    '/v1': merchantApi({ ...deps, faults: plannedFaults(OPERATIONS), publicUrl: publicUrl(config) }),
    '/cashier': cashier({ ...deps, callbacks }),
  },
});
const stopSweeper = startSharedSweeper(db, 'callbacks', config.CALLBACK_SWEEP_MS, log, callbacks.sendDue);

life.serve({ mongo: () => db.command({ ping: 1 }) }, [
  // A call whose answer is withheld on purpose would keep it open.
  ['http', () => life.closeHttp(1000)],
  ['sweeper', stopSweeper],
  ['callbacks', callbacks.idle],
  ['mongo', () => client.close()],
]);
log.info({ port: config.HTTP_PORT }, 'ready');
