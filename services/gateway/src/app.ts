import type { IncomingMessage } from 'node:http';
import { trace } from '@opentelemetry/api';
import { DomainError } from '@social/contracts/errors';
import { SpanKind } from '@social/runtime/telemetry';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';
import { addCors, isPreflight, PREFLIGHT } from './cors.ts';
import { type Dispatcher, dispatch, finish, sendReady, showTrace } from './dispatch.ts';
import { addDocs } from './docs.ts';
import { addressOf, answerHeaders, type Exchange, requestIdOf } from './exchange.ts';
import { addHealth } from './health.ts';
import type { Page } from './pages.ts';
import { sendProblem } from './problem.ts';
import type { Route } from './route.ts';
import type { TokenBuckets } from './token-bucket.ts';

export type AppOptions = {
  gateway: Dispatcher;
  routes: readonly Route[];
  addresses: TokenBuckets;
  /** How many reverse proxies of ours stand in front. */
  proxies: number;
  origins: ReadonlySet<string>;
  picturesDir?: string;
  /** What stands in the way of serving; empty when ready. */
  notReady: () => Promise<string[]>;
};

/** The HTTP side: what every request passes, then the table of routes. */
export function createApp(options: AppOptions): Express {
  const app = express();
  for (const setting of ['x-powered-by', 'etag', 'query parser']) app.set(setting, false);
  app.set('case sensitive routing', true);

  app.use(front(options));
  addRoutes(app, options);
  addHealth(app, options.notReady);
  addDocs(app, options.routes, options.picturesDir);
  app.use((_request, response) => {
    refuse(options, exchangeOf(response), new DomainError('route-not-found'));
  });
  app.use(onError(options));
  return app;
}

export const exchangeOf = (response: Response): Exchange => response.locals.exchange as Exchange;

export const openExchange = (request: IncomingMessage, response: Response, proxies: number): Exchange => ({
  request,
  response,
  requestId: requestIdOf(request.headers['x-request-id']),
  address: addressOf(request, proxies),
  startedAt: performance.now(),
  headers: [],
});

/** Before any route: the request id, the address limit, CORS, and the pages that are ready. */
function front({ gateway, addresses, proxies, origins }: AppOptions): RequestHandler {
  const { pages, platform, log } = gateway;
  return (request, response, next) => {
    const exchange = openExchange(request, response, proxies);
    response.locals.exchange = exchange;
    const now = platform.clock.now().getTime();
    try {
      addCors(exchange, origins);
      addresses.take(exchange.address, now);
    } catch (error) {
      return finish(log, exchange, 'refused', sendProblem(exchange, error));
    }
    if (isPreflight(exchange)) return void response.writeHead(204, [...answerHeaders(exchange), ...PREFLIGHT]).end();

    const anonymous = request.method === 'GET' && request.headers.authorization === undefined;
    const page = anonymous ? pages.peek(request.url, now) : undefined;
    if (page) return servePage(gateway, exchange, page);
    next();
  };
}

function servePage({ log }: Dispatcher, exchange: Exchange, page: Page): void {
  const span = trace.getTracer('social').startSpan(page.name, { kind: SpanKind.SERVER, root: true });
  showTrace(exchange, span);
  sendReady(exchange, page);
  span.end();
  finish(log, exchange, page.name, 'ok');
}

function addRoutes(app: Express, options: AppOptions): void {
  for (const [path, routes] of Map.groupBy(options.routes, (route) => route.path)) {
    const place = app.route(path);
    for (const route of routes) {
      place[route.method]((request, response) => {
        // Paths have single names only, so no parameter is a list.
        dispatch(options.gateway, route, exchangeOf(response), request.params as Record<string, string>);
      });
    }
    const allowed = routes.map(({ method }) => method.toUpperCase()).join(', ');
    place.all((_request, response) => {
      const exchange = exchangeOf(response);
      exchange.headers.push('allow', allowed);
      refuse(options, exchange, new DomainError('method-not-allowed', `this takes ${allowed}`));
    });
  }
}

function refuse({ gateway }: AppOptions, exchange: Exchange, error: unknown): void {
  finish(gateway.log, exchange, 'refused', sendProblem(exchange, error));
}

/** What express itself could not read (a torn %-escape in the path) is the caller's fault, the rest is ours. */
function onError(options: AppOptions): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const callers = error instanceof URIError || error?.status === 400;
    if (!callers) options.gateway.log.error({ err: error }, 'request failed');
    refuse(options, exchangeOf(response), callers ? new DomainError('request-invalid', 'the path is torn') : error);
  };
}
