import type { RequestListener } from 'node:http';

/** Answers the probes; whoever asks for anything else comes again in a second. */
export const beforeReady =
  (probes: RequestListener): RequestListener =>
  (request, response) => {
    if (request.url === '/healthz' || request.url === '/readyz') return probes(request, response);

    response.writeHead(503, { 'retry-after': '1', connection: 'close' }).end();
  };
