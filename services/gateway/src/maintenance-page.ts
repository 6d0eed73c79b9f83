import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { DomainError } from '@social/contracts/errors';
import { type Exchange, setSecurityHeaders } from './exchange.ts';

const STYLE = `body { font: 18px/1.6 system-ui, sans-serif; max-width: 36rem; margin: 20vh auto; padding: 0 1.5rem; color: #222 }
h1 { font-size: 1.4rem }`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A page that needs nothing else, in the two languages of the shop's people. */
const pageOf = (notice: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Maintenance · 维护中</title><style>${STYLE}</style></head>
<body><h1>Maintenance · 维护中</h1>
<p>${escaped(notice)}</p>
<p>You can look around meanwhile; what changes something waits until we are back.<br>您可以继续浏览，其他操作请稍后再试。</p>
</body>
</html>
`;

/** Whether a browser asks for a page, not a program for JSON. */
export const wantsPage = ({ headers: { accept = '' } }: IncomingMessage): boolean => {
  const html = accept.indexOf('text/html');
  const json = accept.indexOf('json');
  return html >= 0 && (json < 0 || html < json);
};

/** Answers with the refusal as a page. */
export function sendMaintenancePage(exchange: Exchange, refusal: DomainError): void {
  const { response, headers } = exchange;
  setSecurityHeaders(exchange);
  for (let at = 0; at + 1 < headers.length; at += 2) response.appendHeader(headers[at] ?? '', headers[at + 1] ?? '');
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('retry-after', String(Math.ceil((refusal.details.retryAfterMs ?? 0) / 1000)));
  response.setHeader('cache-control', 'no-store');
  response.statusCode = 503;
  response.end(pageOf(refusal.message));
}
