/**
 * Drives one address with autocannon, in a process of its own: reads an order as JSON from stdin, prints what came of
 * it as JSON.
 */
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';
import type { Driven, DriveOrder } from './drive.ts';

/** Hands the tokens out one by one; every connection takes from the same pile. */
function tokenRequests({ tokens }: DriveOrder): autocannon.Request[] | undefined {
  if (!tokens) return undefined;

  const pile = readFileSync(tokens.file, 'utf8').split('\n').slice(tokens.from).values();
  const setupRequest = (request: autocannon.Request) => ({
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${pile.next().value}` },
  });
  return [{ setupRequest }];
}

const order: DriveOrder = JSON.parse(await text(process.stdin));
const { url, connections, seconds, amount, headers } = order;
const result = await autocannon({
  url,
  connections,
  headers,
  requests: tokenRequests(order),
  ...(amount === undefined ? { duration: seconds } : { amount }),
});
const driven: Driven = {
  answered: result['2xx'],
  seconds: (result.finish.getTime() - result.start.getTime()) / 1000,
  refused: result.non2xx + result.errors + result.timeouts,
};
process.stdout.write(JSON.stringify(driven));
