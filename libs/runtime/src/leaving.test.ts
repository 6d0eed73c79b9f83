import { once } from 'node:events';
import { Agent, get, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from './health.ts';
import { leavesInOrder } from './leaving.ts';

let server: Server;
let agent: Agent;
afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
  server.close();
});

/** A server whose answers take `takesMs`, and a client that keeps one connection. */
async function serving(takesMs = 0) {
  const leaving = new AbortController();
  server = await listen((_request, response) => void setTimeout(() => response.end('done'), takesMs), 0, '127.0.0.1');
  const stop = leavesInOrder(server, leaving.signal);
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const ask = async () => {
    const [response] = (await once(get({ port, host: '127.0.0.1', agent }), 'response')) as [IncomingMessage];
    let body = '';
    for await (const chunk of response) body += chunk;
    return { body, connection: response.headers.connection };
  };
  return { ask, stop, port, leave: () => leaving.abort() };
}

describe('an HTTP server that leaves', () => {
  it('keeps connections until then, and ends each with its next answer', async () => {
    const { ask, leave } = await serving();
    expect(await ask()).toEqual({ body: 'done', connection: 'keep-alive' });
    leave();
    expect(await ask()).toEqual({ body: 'done', connection: 'close' });
    expect(await ask()).toEqual({ body: 'done', connection: 'close' });
  });

  it('finishes what it works on, and waits for nobody who asks for nothing', async () => {
    const { ask, leave, stop, port } = await serving(150);
    const idle = connect(port, '127.0.0.1');
    await once(idle, 'connect');
    const asked = ask();
    await pause(50);
    leave();
    const began = performance.now();
    await stop();
    expect(performance.now() - began).toBeLessThan(1000);
    expect(await asked).toMatchObject({ body: 'done' });
    idle.destroy();
  });

  it('cuts off what does not come to an end', async () => {
    const { ask, leave, stop } = await serving(60_000);
    const asked = ask().catch((error: Error) => error.message);
    await pause(50);
    leave();
    await stop(100);
    expect(await asked).toBe('socket hang up');
  });
});
