import { heapAfterCollection, tellsHeap } from '@social/runtime/heap';
import type { Logger } from '@social/runtime/log';
import { observe, register } from '@social/runtime/metrics';
import { whileMongoIsAway } from '@social/runtime/mongo-away';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, Router } from 'express';
import { SandboxError } from './sandbox-error.ts';

export type ShellDeps = {
  log: Logger;
  /** What stands in the way of serving; empty when ready. */
  notReady: () => Promise<string[]>;
  /** What the simulator serves, by the first segment of the path, e.g. `/v1`. */
  routers: Record<`/${string}`, Router>;
};

function health(notReady: ShellDeps['notReady']): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n');
  });
  router.get('/readyz', async (_request, response) => {
    const reasons = await notReady();
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

/** @param paths where routers are mounted: express forgets that once one has failed */
const measured =
  (paths: ReadonlySet<string>): RequestHandler =>
  (request, response, next) => {
    const started = performance.now();
    const first = /^\/[^/]+(?=\/)/.exec(request.path)?.[0] ?? '';
    const mounted = paths.has(first) ? first : '';
    response.set({ 'x-content-type-options': 'nosniff' });
    response.on('finish', () => {
      const route = request.route?.path ?? 'unmatched';
      const seconds = (performance.now() - started) / 1000;
      observe('http', `${request.method} ${mounted}${route}`, String(response.statusCode), seconds);
    });
    next();
  };

/** A whole simulator: what it serves, with health, metrics and errors as `{code, message}`. */
export function createShell({ log, notReady, routers }: ShellDeps): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(measured(new Set(Object.keys(routers))));
  app.use(health(notReady));
  for (const [path, router] of Object.entries(routers)) app.use(path, router);
  app.use(() => {
    throw new SandboxError(404, 'route-not-found', 'there is no such route');
  });
  app.use(errors(log));
  return app;
}
