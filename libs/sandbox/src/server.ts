import { once } from 'node:events';
import { createServer } from 'node:http';
import { KEEP_ALIVE_MS } from '@social/runtime/keep-alive';
import type { Express } from 'express';

/** Serves a simulator; resolves when it listens, with what stops it. */
export async function serve(app: Express, port: number, host: string): Promise<() => Promise<unknown>> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, app).listen(port, host);
  await once(server, 'listening');
  return () => {
    const closed = once(server, 'close');
    server.close();
    // A call whose answer is withheld on purpose would keep the server open.
    setTimeout(() => server.closeAllConnections(), 1000).unref();
    return closed;
  };
}
