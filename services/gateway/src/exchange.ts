import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request and its answer, with what is known of it before its route is. */
export type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  requestId: string;
  /** Whom the address limit counts. */
  address: string;
  /** By performance.now(). */
  startedAt: number;
  /** Extra answer headers as name, value, name, value: the cheapest form node writes. */
  headers: string[];
};

const SANE_REQUEST_ID = /^[\w.-]{8,64}$/;

/** The caller's own request id where it is harmless in a log, a new one otherwise. */
export const requestIdOf = (given: string | string[] | undefined): string =>
  typeof given === 'string' && SANE_REQUEST_ID.test(given) ? given : randomUUID();

/** One household's IPv6 addresses share their first half, so they share a limit. */
const limitKey = (address: string): string => {
  if (address.startsWith('::ffff:')) return address.slice(7);

  return address.includes(':') ? address.split(':', 4).join(':') : address;
};

/**
 * The address of the caller as our own proxies saw it; what a caller wrote into the header itself does not count.
 * @param proxies how many of our reverse proxies the request passed
 */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const peer = request.socket.remoteAddress ?? '';
  if (proxies === 0) return limitKey(peer);

  const hops = String(request.headers['x-forwarded-for'] ?? '').split(',');
  return limitKey(hops.at(-proxies)?.trim() || peer);
}

const SECURITY_HEADERS = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['strict-transport-security', 'max-age=31536000; includeSubDomains'],
];
/** What only documents have a use for. */
const PAGE_HEADERS = [
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
];
const API_POLICY = ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"];

/** Headers of every answer of the API, precomputed. */
const API_HEADERS = [...SECURITY_HEADERS, API_POLICY].flat();

/** Headers for pages and files, which bring a content policy of their own. */
export const setSecurityHeaders = ({ response, requestId }: Exchange): void => {
  for (const [name = '', value = ''] of [...SECURITY_HEADERS, ...PAGE_HEADERS]) response.setHeader(name, value);
  response.setHeader('x-request-id', requestId);
};

/** The headers that every answer of the API has. */
export const answerHeaders = (exchange: Exchange): string[] => [
  'x-request-id',
  exchange.requestId,
  ...API_HEADERS,
  ...exchange.headers,
];

/** Answers with bytes that are ready; does nothing when the caller is gone or has been answered. */
export function send(exchange: Exchange, status: number, contentType: string, body: Buffer | string): void {
  const { response } = exchange;
  if (response.headersSent || response.destroyed) return;

  const length = String(Buffer.byteLength(body));
  const headers = answerHeaders(exchange);
  headers.push('content-type', contentType, 'content-length', length);
  response.writeHead(status, headers);
  response.end(body);
}

/** Answers without a body. */
export function sendEmpty(exchange: Exchange, status: number): void {
  const { response } = exchange;
  if (response.headersSent || response.destroyed) return;

  response.writeHead(status, answerHeaders(exchange));
  response.end();
}

export const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers with JSON that no cache may keep; without a body for undefined. */
export function sendJson(exchange: Exchange, status: number, body: unknown): void {
  if (body === undefined) {
    sendEmpty(exchange, status);
    return;
  }

  exchange.headers.push('cache-control', 'no-store');
  send(exchange, status, JSON_TYPE, JSON.stringify(body));
}
