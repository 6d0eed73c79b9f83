import type { Server } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { healthListener, listen, notReady } from './health.ts';
import { consumerLag, observe, startMetrics } from './metrics.ts';

let server: Server | undefined;

afterEach(() => {
  vi.unstubAllEnvs();
  server?.close();
});

async function serve(mongo: () => Promise<unknown>): Promise<(path: string) => Promise<Response>> {
  server = await listen(
    healthListener(() => notReady({ mongo })),
    0,
    '127.0.0.1',
  );
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return (path) => fetch(`http://127.0.0.1:${port}${path}`);
}

describe('health', () => {
  it('lives though it is not ready, and says what it waits for', async () => {
    let up = false;
    const get = await serve(async () => {
      if (!up) throw new Error('no primary');
    });

    expect((await get('/healthz')).status).toBe(200);
    const waiting = await get('/readyz');
    expect(waiting.status).toBe(503);
    expect(await waiting.text()).toBe('mongo: no primary\n');

    up = true;
    expect((await get('/readyz')).status).toBe(200);
    expect((await get('/else')).status).toBe(404);
  });

  it('tells its heap on a development stack alone', async () => {
    const get = await serve(async () => {});
    expect((await get('/debug/heap')).status).toBe(404);

    vi.stubEnv('DEV_ENDPOINTS', 'true');
    const { heapUsed } = (await (await get('/debug/heap')).json()) as { heapUsed: number };
    expect(heapUsed).toBeGreaterThan(1_000_000);
    expect(heapUsed).toBeLessThanOrEqual(process.memoryUsage().heapTotal);
  });

  it('does not wait for a check that hangs', async () => {
    expect(await notReady({ kafka: () => new Promise(() => {}), mongo: async () => {} }, 20)).toEqual([
      'kafka: timeout',
    ]);
  });

  it('takes a check that throws at once as one that failed', async () => {
    const broken = () => {
      throw new Error('closed');
    };
    expect(await notReady({ redis: broken })).toEqual(['redis: closed']);
  });

  it('shows rates, errors, durations, lag and the process in Prometheus text', async () => {
    startMetrics();
    observe('rpc', 'social.orders.v1.OrdersService/GetOrder', 'order-not-found', 0.012);
    consumerLag.set({ topic: 'orders.order.v1' }, 3);
    const get = await serve(async () => {});

    const response = await get('/metrics');
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    const labels = 'kind="rpc",name="social.orders.v1.OrdersService/GetOrder",outcome="order-not-found"';
    expect(text).toContain(`social_request_duration_seconds_count{${labels}} 1`);
    expect(text).toContain(`social_request_duration_seconds_bucket{le="0.01",${labels}} 0`);
    expect(text).toContain(`social_request_duration_seconds_bucket{le="0.025",${labels}} 1`);
    expect(text).toContain('social_consumer_lag_messages{topic="orders.order.v1"} 3');
    expect(text).toContain('process_resident_memory_bytes');
  });
});
