import type { Exchange } from './exchange.ts';

const METHODS = 'GET, POST, PUT, PATCH, DELETE';
const ASKED =
  'authorization, content-type, idempotency-key, if-none-match, x-csrf, x-request-id, x-waiting-room-ticket';
const SHOWN = 'etag, x-request-id, x-trace-id, retry-after';

/** Lets pages of the listed origins read our answers; a browser keeps them from all others. */
export function addCors(exchange: Exchange, origins: ReadonlySet<string>): void {
  const { origin } = exchange.request.headers;
  if (origin === undefined) return;

  exchange.headers.push('vary', 'Origin');
  if (!origins.has(origin)) return;
  exchange.headers.push(
    'access-control-allow-origin',
    origin,
    'access-control-allow-credentials',
    'true',
    'access-control-expose-headers',
    SHOWN,
  );
}

/** Whether a request is a browser asking what it may send. */
export const isPreflight = ({ request }: Exchange): boolean =>
  request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;

/** What a preflight is told beside the origin. */
export const PREFLIGHT = [
  'access-control-allow-methods',
  METHODS,
  'access-control-allow-headers',
  ASKED,
  'access-control-max-age',
  '600',
];
