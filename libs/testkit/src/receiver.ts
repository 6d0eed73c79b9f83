import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

export type Received = { headers: IncomingHttpHeaders; body: string };

/** A merchant's end of the line: keeps what it is sent and answers as it is told (`never`: not at all), then 204. */
export async function startReceiver(...statuses: (number | 'never')[]) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    const status = statuses.shift() ?? 204;
    if (status !== 'never') response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { received, url: `http://127.0.0.1:${port}/callback`, close: () => server.close() };
}
