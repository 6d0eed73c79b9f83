/** A receiver of spans for one machine: OTLP/HTTP JSON in, the latest traces out as a list, JSON or a tree. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { createSpanStore, drawTree, readOtlp, type Span, type SpanStore } from './spans.ts';

/** About 150 MB at the size of this platform's spans. */
const SPAN_LIMIT = 200_000;

/** An exporter sends at most 512 spans at once; far above that is not one. */
const BODY_LIMIT = 16 * 1024 * 1024;

const LISTED = 200;

/** Answers one request from the store. */
export async function answer(store: SpanStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://traces').pathname;
  if (request.method === 'POST' && path === '/v1/traces') return receive(store, request, response);
  if (request.method !== 'GET') return send(response, 405, 'text/plain', 'GET or POST /v1/traces\n');
  if (path === '/readyz' || path === '/healthz') return send(response, 200, 'text/plain', 'ready\n');
  if (path === '/') return send(response, 200, 'text/html; charset=utf-8', listPage(store.latest(LISTED)));

  const [, traceId, view] = /^\/traces\/([0-9a-f]{32})(\/tree)?$/.exec(path) ?? [];
  const spans = traceId === undefined ? [] : store.trace(traceId);
  if (spans.length === 0) return send(response, 404, 'text/plain', 'no such trace\n');
  if (view) return send(response, 200, 'text/plain; charset=utf-8', `${drawTree(spans).join('\n')}\n`);
  return send(response, 200, 'application/json', JSON.stringify(spans));
}

async function receive(store: SpanStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return send(response, 415, 'text/plain', 'OTLP as JSON only\n');
  }
  try {
    const body = await readBody(request);
    const json = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
    store.add(readOtlp(JSON.parse(json.toString())));
    send(response, 200, 'application/json', '{}');
  } catch (error) {
    send(response, 400, 'text/plain', `${error instanceof Error ? error.message : 'unreadable'}\n`);
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new RangeError('body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}

function listPage(traces: Span[][]): string {
  const rows = traces.map((spans) => {
    const first = spans.reduce((earliest, span) => (span.startMs < earliest.startMs ? span : earliest));
    const endMs = Math.max(...spans.map((span) => span.startMs + span.durationMs));
    const cells = [
      new Date(first.startMs).toISOString(),
      `<a href="/traces/${first.traceId}/tree">${escapeHtml(`${first.service} ${first.name}`)}</a>`,
      `${spans.length}`,
      `${(endMs - first.startMs).toFixed(1)} ms`,
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const style = 'body{font:14px system-ui;margin:2rem}td,th{padding:.2rem 1rem;text-align:left}';
  return `<!doctype html><title>Traces</title><style>${style}</style><h1>Latest traces</h1>
<table><tr><th>started<th>first span<th>spans<th>length</tr>${rows.join('\n')}</table>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

if (import.meta.main) {
  const store = createSpanStore(SPAN_LIMIT);
  const server = createServer((request, response) => void answer(store, request, response));
  server.listen(Number(process.env.HTTP_PORT), '127.0.0.1');
  process.once('SIGTERM', () => process.exit(0));
}
