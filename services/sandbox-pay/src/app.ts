import type { Clock } from '@social/runtime/clock';
import { notReady, type ReadinessChecks } from '@social/runtime/health';
import { heapAfterCollection, tellsHeap } from '@social/runtime/heap';
import type { Logger } from '@social/runtime/log';
import { observe, register } from '@social/runtime/metrics';
import { whileMongoIsAway } from '@social/runtime/mongo-away';
import express, { type ErrorRequestHandler, type Express, Router } from 'express';
import type { CallbackSender } from './callbacks.ts';
import { cashier } from './cashier.ts';
import { SandboxError } from './domain.ts';
import type { Faults } from './faults.ts';
import { merchantApi } from './merchant-api.ts';
import type { Charges } from './store.ts';

export type AppDeps = {
  charges: Charges;
  callbacks: CallbackSender;
  faults: Faults;
  clock: Clock;
  log: Logger;
  secret: string;
  /** The base of cashier addresses. */
  publicUrl: string;
  readiness: ReadinessChecks;
};

function health(readiness: ReadinessChecks): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n');
  });
  router.get('/readyz', async (_request, response) => {
    const reasons = await notReady(readiness);
    response.status(reasons.length === 0 ? 200 : 503).type('text');
    response.send(reasons.length === 0 ? 'ready\n' : `${reasons.join('\n')}\n`);
  });
  router.get('/metrics', async (_request, response) => {
    response.type(register.contentType).send(await register.metrics());
  });
  if (tellsHeap()) {
    router.get('/debug/heap', (_request, response) => {
      response.json({ heapUsed: heapAfterCollection() });
    });
  }
  return router;
}

/** What body parsers throw carries its status; anything else is ours. */
const statusOf = (error: unknown): number =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;

const errors =
  (log: Logger): ErrorRequestHandler =>
  (thrown, _request, response, _next) => {
    const isAway = whileMongoIsAway(thrown) !== thrown;
    const error = isAway ? new SandboxError(503, 'unavailable', 'not now; the same call may be repeated') : thrown;
    const status = statusOf(error);
    const code = error instanceof SandboxError ? error.code : status < 500 ? 'request-invalid' : 'internal';
    if (code === 'internal') log.error({ err: error }, 'request failed');
    response.status(status).json({ code, message: code === 'internal' ? 'internal' : String(error.message) });
  };

/** The whole provider: the merchant's API under /v1, the payer's cashier, health. */
export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use((request, response, next) => {
    const started = performance.now();
    // Express forgets where a router was mounted once it has failed.
    const mounted = /^\/(v1|cashier)(?=\/)/.exec(request.path)?.[0] ?? '';
    response.set({ 'x-content-type-options': 'nosniff' });
    response.on('finish', () => {
      const route = request.route?.path ?? 'unmatched';
      observe(
        'http',
        `${request.method} ${mounted}${route}`,
        String(response.statusCode),
        (performance.now() - started) / 1000,
      );
    });
    next();
  });
  app.use(health(deps.readiness));
  app.use('/v1', merchantApi(deps));
  app.use('/cashier', cashier(deps));
  app.use(() => {
    throw new SandboxError(404, 'route-not-found', 'there is no such route');
  });
  app.use(errors(deps.log));
  return app;
}
