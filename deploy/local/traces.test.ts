import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSpanStore } from './spans.ts';
import { answer } from './traces.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

const anExport = (name: string) => ({
  resourceSpans: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'orders' } }] },
      scopeSpans: [
        { spans: [{ traceId: TRACE, spanId: 'a1', name, startTimeUnixNano: '1000000', endTimeUnixNano: '3000000' }] },
      ],
    },
  ],
});

describe('the trace receiver', () => {
  const store = createSpanStore(100);
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => void answer(store, request, response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const post = (body: string | Buffer, headers: Record<string, string>) =>
    fetch(`${url}/v1/traces`, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers });

  it('takes spans, plain or compressed, and shows them as JSON, as a tree and in the list', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await post(JSON.stringify(anExport('PlaceOrder <1>')), json)).status).toBe(200);
    const packed = gzipSync(JSON.stringify(anExport('MarkPaid')));
    expect((await post(packed, { ...json, 'content-encoding': 'gzip' })).status).toBe(200);

    expect(await (await fetch(`${url}/traces/${TRACE}`)).json()).toHaveLength(2);
    expect(await (await fetch(`${url}/traces/${TRACE}/tree`)).text()).toMatch(/orders {2}MarkPaid +2\.0 ms/);
    expect(await (await fetch(url)).text()).toContain('orders PlaceOrder &lt;1&gt;');
  });

  it('refuses what is not OTLP JSON', async () => {
    expect((await post('x', { 'content-type': 'application/x-protobuf' })).status).toBe(415);
    expect((await post('{', { 'content-type': 'application/json' })).status).toBe(400);
  });

  it('does not know other traces', async () => {
    expect((await fetch(`${url}/traces/${'0'.repeat(32)}`)).status).toBe(404);
  });
});
