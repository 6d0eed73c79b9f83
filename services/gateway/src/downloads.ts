import type { Client, ClientReadableStream } from '@grpc/grpc-js';
import type { FileChunk__Output } from '@social/contracts/generated/social/common/v1/FileChunk';
import { type CallOptions, callMetadata } from '@social/rpc/client';
import { fromServiceError } from '@social/rpc/errors';
import type { KeyRing } from '@social/runtime/key-ring';
import { answerHeaders, type Exchange } from './exchange.ts';

/** A download of the largest file must be done by then. */
const DEADLINE_MS = 30 * 60_000;

/** A file that a service streams. */
export type Download<Req> = {
  client: Client;
  method: {
    path: string;
    requestSerialize: (request: Req) => Buffer;
    responseDeserialize: (bytes: Buffer) => FileChunk__Output;
  };
  request: Req;
  call: CallOptions;
  tokenKey: KeyRing;
  /** What a browser calls it when it keeps it. */
  name: string;
};

function open<Req>({
  client,
  method,
  request,
  call,
  tokenKey,
}: Download<Req>): ClientReadableStream<FileChunk__Output> {
  return client.makeServerStreamRequest(
    ...([method.path, method.requestSerialize, method.responseDeserialize, request] as const),
    callMetadata(call, tokenKey),
    { deadline: Date.now() + DEADLINE_MS },
  );
}

function writeHead(exchange: Exchange, name: string): void {
  const headers = answerHeaders(exchange);
  headers.push('content-type', 'text/csv; charset=utf-8', 'content-disposition', `attachment; filename="${name}"`);
  headers.push('cache-control', 'no-store');
  exchange.response.writeHead(200, headers);
}

/**
 * Answers with a CSV that a service streams, no faster than the caller reads it. A refusal before the first byte is a
 * problem document; what breaks later breaks the connection, so that half a file never passes for a whole one.
 */
export async function sendDownload<Req>(exchange: Exchange, download: Download<Req>): Promise<void> {
  const { request, response } = exchange;
  const stream = open(download);
  response.on('close', () => stream.cancel());
  response.on('drain', () => stream.resume());
  await new Promise<void>((resolve, reject) => {
    stream.on('data', ({ chunk }: FileChunk__Output) => {
      if (!response.headersSent) writeHead(exchange, download.name);
      if (request.method === 'HEAD') resolve();
      else if (!response.write(chunk)) stream.pause();
    });
    stream.on('end', resolve);
    stream.on('error', (error) => {
      // Whoever asked is gone.
      if (response.destroyed) resolve();
      if (response.headersSent) response.destroy();
      reject('code' in error ? fromServiceError(error as never) : error);
    });
  });
  response.end();
}
