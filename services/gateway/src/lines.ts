import type { Client } from '@grpc/grpc-js';
import { type CallOptions, callMetadata } from '@social/rpc/client';
import { fromServiceError } from '@social/rpc/errors';
import type { KeyRing } from '@social/runtime/key-ring';
import type { z } from 'zod';
import { answerHeaders, type Exchange } from './exchange.ts';
import { type Problem, pathOf, problemOf, refusalOf } from './problem.ts';

/** A stream of many messages must be done by then. */
const DEADLINE_MS = 30 * 60_000;

/** Messages that a service streams. */
export type Messages<Req, Res> = {
  client: Client;
  method: {
    path: string;
    requestSerialize: (request: Req) => Buffer;
    responseDeserialize: (bytes: Buffer) => Res;
  };
  request: Req;
  call: CallOptions;
  tokenKey: KeyRing;
};

function writeHead(exchange: Exchange): void {
  const headers = answerHeaders(exchange);
  headers.push('content-type', 'application/x-ndjson', 'cache-control', 'no-store');
  exchange.response.writeHead(200, headers);
}

function send<Req, Res>(exchange: Exchange, messages: Messages<Req, Res>, line: (message: Res) => object) {
  const { request, response } = exchange;
  const { client, method, call, tokenKey } = messages;
  const stream = client.makeServerStreamRequest(
    ...([method.path, method.requestSerialize, method.responseDeserialize, messages.request] as const),
    callMetadata(call, tokenKey),
    { deadline: Date.now() + DEADLINE_MS },
  );
  response.on('close', () => stream.cancel());
  response.on('drain', () => stream.resume());
  return new Promise<void>((resolve, reject) => {
    stream.on('data', (message: Res) => {
      if (!response.headersSent) writeHead(exchange);
      if (request.method === 'HEAD') resolve();
      else if (!response.write(`${JSON.stringify(line(message))}\n`)) stream.pause();
    });
    stream.on('end', resolve);
    stream.on('error', (error) => {
      // Whoever asked is gone.
      if (response.destroyed) resolve();
      reject('code' in error ? fromServiceError(error as never) : error);
    });
  });
}

/**
 * Answers with newline-delimited JSON, a line a message, no faster than the caller reads. A refusal before the first line
 * is a problem document; what breaks later ends the lines with one that says so.
 */
export async function sendLines<Req, Res>(
  exchange: Exchange,
  messages: Messages<Req, Res>,
  line: (message: Res) => object,
  ending: (problem: z.output<typeof Problem>) => object,
): Promise<void> {
  const { request, response, requestId } = exchange;
  try {
    await send(exchange, messages, line);
    response.end();
  } catch (error) {
    if (!response.headersSent) throw error;
    const problem = problemOf(refusalOf(error), pathOf(request.url ?? ''), requestId);
    response.end(`${JSON.stringify(ending(problem))}\n`);
  }
}
