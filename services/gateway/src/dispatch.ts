import type { IncomingMessage } from 'node:http';
import { type Context, ROOT_CONTEXT, type Span, SpanStatusCode } from '@opentelemetry/api';
import { DomainError, ERRORS, type ErrorCode } from '@social/contracts/errors';
import { ANONYMOUS, type Caller, hasRole } from '@social/runtime/caller';
import type { Logger } from '@social/runtime/log';
import { observe } from '@social/runtime/metrics';
import { contextOf, inSpan, SpanKind } from '@social/runtime/telemetry';
import type { ZodType } from 'zod';
import type { AccessTokens } from './access-token.ts';
import type { AuthLimits } from './auth-limits.ts';
import { readBytes, readJson, requireMediaType } from './body.ts';
import { type Exchange, JSON_TYPE, send, sendEmpty, sendJson } from './exchange.ts';
import type { Guests, Visitor } from './guest.ts';
import type { Answer, Idempotency } from './idempotency.ts';
import type { InFlight } from './in-flight.ts';
import type { Maintenance } from './maintenance.ts';
import { sendMaintenancePage, wantsPage } from './maintenance-page.ts';
import { hasAlready, type Page, type Pages } from './pages.ts';
import type { Platform } from './platform.ts';
import { invalidRequest, pathOf, sendProblem } from './problem.ts';
import { queryOf } from './query.ts';
import { type Key, requestKeys, underAny } from './request-key.ts';
import type { Route, RouteContext, Session } from './route.ts';
import type { TokenBuckets } from './token-bucket.ts';

/** Most bytes of a body that is handed on as it came. */
const BYTES_LIMIT = 64 * 1024;

export type Dispatcher = {
  platform: Platform;
  accessTokens: AccessTokens;
  users: TokenBuckets;
  guests: Guests;
  /** What all guests of one address may ask together. */
  guestAddresses: TokenBuckets;
  authLimits: AuthLimits;
  idempotency: Idempotency;
  inFlight: InFlight;
  maintenance: Pick<Maintenance, 'refusal'>;
  pages: Pages;
  /** Tells every gateway that pages with these tags are no longer true. */
  announce: (tags: string[]) => void;
  /** See TRUST_TRACEPARENT. */
  trustTraceparent: boolean;
  log: Logger;
};

export type Params = Record<string, string>;

/** A route, with what is the same for all of its requests. */
export type Line = {
  route: Route;
  /** E.g. `GET /v1/groups/:group`. */
  name: string;
  /** What no query at all reads as; undefined where one is needed. */
  noQuery: unknown;
};

export const lineOf = (route: Route): Line => ({
  route,
  name: `${route.method.toUpperCase()} ${route.path}`,
  noQuery: Object.freeze(route.query.safeParse({}).data),
});

/** Answers one request of a route: one span, one metric, and a log line where something changed or went wrong. */
export async function dispatch(gateway: Dispatcher, line: Line, exchange: Exchange, params: Params): Promise<void> {
  const { name, route } = line;
  await inSpan(name, { kind: SpanKind.SERVER, parent: parentOf(gateway, exchange) }, async (span) => {
    showTrace(exchange, span);
    const outcome = await answer(gateway, line, exchange, params).then(
      () => 'ok' as const,
      (error) => refuse(gateway.log, exchange, error, span),
    );
    describe(span, route, exchange);
    finish(gateway.log, exchange, name, outcome, route);
  });
}

/** A request starts a trace of its own, unless whoever sends it is trusted to have started one. */
function parentOf({ trustTraceparent }: Dispatcher, { request }: Exchange): Context {
  const given = trustTraceparent ? request.headers.traceparent : undefined;
  return typeof given === 'string' ? contextOf(given) : ROOT_CONTEXT;
}

/** Lets whoever asked find the trace of their request. */
export function showTrace(exchange: Exchange, span: Span): void {
  if (span.isRecording()) exchange.headers.push('x-trace-id', span.spanContext().traceId);
}

function describe(span: Span, route: Route, exchange: Exchange): void {
  if (!span.isRecording()) return;

  span.setAttributes({
    'http.request.method': exchange.request.method ?? '',
    'http.route': route.path,
    'http.response.status_code': exchange.response.statusCode,
    'request.id': exchange.requestId,
  });
}

function refuse(log: Logger, exchange: Exchange, error: unknown, span: Span): ErrorCode {
  const code = tell(exchange, error);
  if (ERRORS[code][0] >= 500) span.setStatus({ code: SpanStatusCode.ERROR, message: code });
  if (!(error instanceof DomainError)) log.error({ err: error, request_id: exchange.requestId }, 'request failed');
  return code;
}

/** Answers with the refusal: a problem, or the page of a maintenance for whoever sits before a browser. */
function tell(exchange: Exchange, error: unknown): ErrorCode {
  if (!(error instanceof DomainError) || error.code !== 'maintenance' || !wantsPage(exchange.request)) {
    return sendProblem(exchange, error);
  }
  sendMaintenancePage(exchange, error);
  return error.code;
}

/** What thousands are refused in one second: counted, but one line each would bury all others. */
const CROWD_HEARS: ReadonlySet<string> = new Set<ErrorCode>([
  'group-full',
  'sold-out',
  'activity-not-open',
  'not-your-turn',
  'waiting-room-ticket-required',
  'rate-limited',
  'maintenance',
]);

/** `info` for what changed or refused something; `debug` for what was read, and for all that comes by the thousand. */
const levelOf = (outcome: 'ok' | ErrorCode, { method }: IncomingMessage, route: Route | undefined) => {
  // Who opens or joins is in the order, with the time and the request's key: a line adds nothing to it.
  const ofCrowd = outcome === 'ok' ? method === 'GET' || route?.effect === 'owner-answers' : CROWD_HEARS.has(outcome);
  return ofCrowd ? 'debug' : 'info';
};

/** Counts an answered request, and logs those that changed or refused something. */
export function finish(log: Logger, exchange: Exchange, name: string, outcome: 'ok' | ErrorCode, route?: Route): void {
  const ms = performance.now() - exchange.startedAt;
  observe('http', name, outcome, ms / 1000);
  const level = levelOf(outcome, exchange.request, route);
  if (!log.isLevelEnabled(level)) return;

  const path = pathOf(exchange.request.url ?? '');
  const status = exchange.response.statusCode;
  log[level]({ request_id: exchange.requestId, route: name, path, status, outcome, ms: Math.round(ms) }, 'request');
}

async function answer(gateway: Dispatcher, line: Line, exchange: Exchange, params: Params): Promise<void> {
  const { route } = line;
  const closed = isServedAlways(route) ? undefined : gateway.maintenance.refusal();
  if (closed && !(await isOperator(gateway, exchange))) throw closed;

  const session = await sessionFor(gateway, route, exchange);
  const caller = session?.caller ?? ANONYMOUS;
  if (session) gateway.users.take(caller.userId, gateway.platform.clock.now().getTime());
  requireAccess(route, caller);

  const asked = {
    params: validated(route.params, params, 'path'),
    query: queryFor(line, exchange.request.url ?? ''),
  };
  const context = {
    ...asked,
    body: undefined,
    caller,
    session,
    visitor: visitorOf(gateway, route, exchange, session),
    exchange,
    call: { caller, requestId: exchange.requestId },
  };
  if (route.page && seesWhatAllSee(caller)) return sendPage(gateway, line, context, params);

  route.foresee?.({ params, caller }, gateway.platform);
  const given = await bodyOf(route, exchange);
  const body = route.bodyAs ? given : validated(route.body, given, 'body');
  if (route.limit) await gateway.authLimits.count(exchange.address, phoneIn(body));
  const made = await carryOut(gateway, line, { ...context, body });
  if (session && context.visitor) gateway.guests.dismiss(exchange, context.visitor);
  if (route.changes) gateway.announce(route.changes(params));
  if (route.bodyAs !== 'stream' && route.answerAs !== 'stream') sendJson(exchange, made.status, made.body);
}

/** What is served during maintenance too. */
const isServedAlways = ({ method, inMaintenance }: Route): boolean => method === 'get' || inMaintenance === 'served';

/** Whether whoever asks is one of those who look after the platform, as far as can be told just now. */
async function isOperator({ accessTokens }: Dispatcher, { request }: Exchange): Promise<boolean> {
  try {
    const { caller } = await accessTokens.verify(request.headers.authorization);
    return hasRole(caller, 'operator');
  } catch {
    return false;
  }
}

/** Who is asking, where the route wants to know. Errors: unauthenticated. */
function sessionFor(gateway: Dispatcher, route: Route, { request }: Exchange): Session | undefined | Promise<Session> {
  const { authorization } = request.headers;
  if (route.access === 'none' || (route.access === 'optional' && authorization === undefined)) return undefined;

  return gateway.accessTokens.verify(authorization);
}

/** The guest who asks, or asked before they logged in. Errors: rate-limited, guest-token-invalid, csrf-refused. */
function visitorOf(gateway: Dispatcher, route: Route, exchange: Exchange, session?: Session): Visitor | undefined {
  if (!route.guests) return undefined;
  if (session) return gateway.guests.shown(exchange.request);

  const now = gateway.platform.clock.now().getTime();
  gateway.guestAddresses.take(exchange.address, now);
  const visitor = gateway.guests.welcome(exchange);
  gateway.users.take(visitor.id, now);
  return visitor;
}

/** Errors: forbidden, unless the caller has one of the roles that the route is for. */
function requireAccess({ access }: Route, { roles }: Caller): void {
  if (typeof access === 'string' || access.some((role) => roles.includes(role))) return;

  throw new DomainError('forbidden');
}

const seesWhatAllSee = ({ roles }: Caller): boolean => roles.every((role) => role === 'shopper');

/** What came as the schema reads it. Errors: request-invalid. */
function validated(schema: ZodType, given: unknown, where: string): unknown {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw invalidRequest(parsed.error, where);
  return parsed.data;
}

/** The query as the route's schema reads it. Errors: request-invalid. */
const queryFor = ({ route, noQuery }: Line, url: string): unknown =>
  noQuery !== undefined && !url.includes('?') ? noQuery : validated(route.query, queryOf(url), 'query');

async function bodyOf(route: Route, { request }: Exchange): Promise<unknown> {
  if (route.method === 'get') return {};
  if (route.bodyAs === undefined) return readJson(request, route.bodyLimit);
  if (route.bodyAs === 'bytes') return readBytes(request, BYTES_LIMIT);

  if (route.bodyType) requireMediaType(request, route.bodyType);
  return undefined;
}

const phoneIn = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'phone' in body ? String(body.phone) : undefined;

async function carryOut(gateway: Dispatcher, line: Line, context: RouteContext): Promise<Answer> {
  const { route, name } = line;
  const work = async (withKey: RouteContext): Promise<Answer> => ({
    status: route.success.status,
    body: await route.handle(withKey, gateway.platform),
  });
  if (!route.effect) return work(context);

  const header = context.exchange.request.headers['idempotency-key'];
  const { params, query, body, caller, visitor } = context;
  const userId = caller.userId || (visitor?.id ?? '');
  // Who opens or joins names only an address and a quantity.
  const secret = route.effect === 'owner-answers' ? 'none' : gateway.platform.tokenKey;
  const keys = requestKeys({ userId, route: name, header, params, query, body }, secret);
  const { effect } = route;
  return underAny(keys, (key: Key) => {
    const worked = () => work({ ...context, key });
    return effect === 'owner-answers'
      ? gateway.inFlight.once(key, worked)
      : gateway.idempotency.once(key, effect, worked);
  });
}

async function sendPage(gateway: Dispatcher, line: Line, context: RouteContext, params: Params): Promise<void> {
  const { route, name } = line;
  const { platform, pages } = gateway;
  const call = { requestId: context.call.requestId };
  const load = async () =>
    Buffer.from(JSON.stringify(await route.handle({ ...context, caller: ANONYMOUS, call }, platform)));
  const now = () => platform.clock.now().getTime();
  const page = await pages.get(
    { url: context.exchange.request.url ?? '', name, tags: route.page?.(params) ?? [] },
    now,
    load,
  );
  sendReady(context.exchange, page);
}

/** Answers with a page that is ready, or says that the caller has it already. */
export function sendReady(exchange: Exchange, { body, etag }: Page): void {
  exchange.headers.push('cache-control', 'no-cache', 'etag', etag);
  if (hasAlready(exchange.request.headers['if-none-match'], etag)) sendEmpty(exchange, 304);
  else send(exchange, 200, JSON_TYPE, body);
}
