/** Hands out people and the operator's token while a test runs, for one that outlives their 15 minutes. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { accessTokenOf } from '@social/catalog/api-client';
import { HOST } from '@social/local/system';
import { readyShoppers } from '../shoppers.ts';

export type Operator = { url: string; phone: string; password: string };

/** People in one answer: few, as each of k6's workers keeps its own. */
const AT_ONCE = 20;
const FRESH_MS = 10 * 60_000;

/** The operator's token, a new one when the last is ten minutes old. */
function keepLoggedIn({ url, phone, password }: Operator): () => Promise<string> {
  let known = { token: Promise.resolve(''), until: 0 };
  return () => {
    if (Date.now() < known.until) return known.token;

    const token = accessTokenOf(url, phone, password);
    known = { token, until: Date.now() + FRESH_MS };
    token.catch(() => {
      known = { token, until: 0 };
    });
    return token;
  };
}

/** Serves `/shoppers`, some people who were never handed out before, and `/operator`; `url` is where. */
export async function serveHandouts(operator: Operator): Promise<{ url: string; close: () => void }> {
  const token = keepLoggedIn(operator);
  const handout = async (path: string | undefined): Promise<unknown> => {
    if (path === '/operator') return { accessToken: await token() };

    return readyShoppers({ url: operator.url, operatorToken: await token(), count: AT_ONCE, say: () => {} });
  };
  const answer = async (path: string | undefined, response: ServerResponse) => {
    try {
      response.end(JSON.stringify(await handout(path)));
    } catch (error) {
      response.writeHead(503, { 'content-type': 'text/plain' }).end(String(error));
    }
  };
  const server = createServer((request, response) => void answer(request.url, response)).listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { url: `http://${HOST}:${port}`, close: () => server.close() };
}
