import { once } from 'node:events';
import { createServer } from 'node:http';
import { systemClock } from '@social/runtime/clock';
import { KEEP_ALIVE_MS } from '@social/runtime/keep-alive';
import { createLogger } from '@social/runtime/log';
import { startMetrics } from '@social/runtime/metrics';
import { openMongo } from '@social/runtime/mongo';
import { startSharedSweeper } from '@social/runtime/shared-sweeper';
import { onShutdown } from '@social/runtime/shutdown';
import { whenReachable } from '@social/runtime/when-reachable';
import { createApp } from './app.ts';
import { callbackSender } from './callbacks.ts';
import { loadConfig, publicUrl } from './config.ts';
import { plannedFaults } from './faults.ts';
import { chargesIn, ensureIndexes } from './store.ts';

const config = loadConfig();
startMetrics();
const log = createLogger('sandbox-pay', config.LOG_LEVEL);

const { client, db } = await whenReachable('mongo', log, () =>
  openMongo(config.MONGO_URL, config.NAMESPACE, 'sandbox_pay'),
);
await ensureIndexes(db);

const deps = { charges: chargesIn(db), clock: systemClock, log, secret: config.SANDBOX_PAY_SECRET };
const callbacks = callbackSender({ ...deps, retriesMs: config.CALLBACK_RETRIES_MS });
const app = createApp({
  ...deps,
  callbacks,
  faults: plannedFaults(),
  publicUrl: publicUrl(config),
  readiness: { mongo: () => db.command({ ping: 1 }) },
});
const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, app).listen(config.HTTP_PORT, config.HOST);
await once(server, 'listening');
const stopSweeper = startSharedSweeper(db, 'callbacks', config.CALLBACK_SWEEP_MS, log, callbacks.sendDue);
log.info({ port: config.HTTP_PORT }, 'ready');

const stopServer = () => {
  const closed = once(server, 'close');
  server.close();
  // A call whose answer is withheld on purpose would keep the server open.
  setTimeout(() => server.closeAllConnections(), 1000).unref();
  return closed;
};

onShutdown(log, [
  ['http', stopServer],
  ['sweeper', stopSweeper],
  ['callbacks', callbacks.idle],
  ['mongo', () => client.close()],
]);
