import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { heapAfterCollection, tellsHeap } from './heap.ts';
import { KEEP_ALIVE_MS } from './keep-alive.ts';
import { register } from './metrics.ts';

/** Named checks; a service is ready when every one resolves. */
export type ReadinessChecks = Record<string, () => Promise<unknown>>;

/** What stands in the way of serving; empty when ready. */
export async function notReady(checks: ReadinessChecks, timeoutMs = 2000): Promise<string[]> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const late = new Promise<never>((_, reject) => setTimeout(reject, timeoutMs, new Error('timeout')).unref());
      try {
        await Promise.race([check(), late]);
        return undefined;
      } catch (error) {
        return `${name}: ${error instanceof Error ? error.message : 'failed'}`;
      }
    }),
  );
  return results.filter((reason) => reason !== undefined);
}

/** What a service serves on the same port: the requests that it takes. */
export type Beside = { takes: (request: IncomingMessage) => boolean; listener: RequestListener };

/**
 * Answers /healthz (the process lives), /readyz (it can serve, or what stands in the way) and /metrics (Prometheus
 * text); on a development stack also /debug/heap.
 */
export const healthListener =
  (whatIsMissing: () => Promise<string[]>, beside?: Beside): RequestListener =>
  async (request, response) => {
    if (beside?.takes(request)) return beside.listener(request, response);
    if (request.url === '/healthz') return response.end('ok\n');
    if (request.url === '/metrics') {
      response.setHeader('content-type', register.contentType);
      return response.end(await register.metrics());
    }
    if (request.url === '/readyz') {
      const reasons = await whatIsMissing();
      response.statusCode = reasons.length === 0 ? 200 : 503;
      return response.end(reasons.length === 0 ? 'ready\n' : `${reasons.join('\n')}\n`);
    }
    if (request.url === '/debug/heap' && tellsHeap()) {
      return response.end(JSON.stringify({ heapUsed: heapAfterCollection() }));
    }
    response.statusCode = 404;
    response.end();
  };

/** Serves HTTP; resolves when it listens. Errors: those of the system, e.g. that the port is taken. */
export function listen(listener: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, listener);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
