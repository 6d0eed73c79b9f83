import type { ClientDuplexStream } from '@grpc/grpc-js';
import { DomainError } from '@social/contracts/errors';
import type { ImportProductsRequest } from '@social/contracts/generated/social/catalog/v1/ImportProductsRequest';
import type { ImportProductsResponse__Output } from '@social/contracts/generated/social/catalog/v1/ImportProductsResponse';
import { type CallOptions, callMetadata } from '@social/rpc/client';
import { fromServiceError } from '@social/rpc/errors';
import { services } from '@social/rpc/proto';
import type { KeyRing } from '@social/runtime/key-ring';
import { z } from 'zod';
import { answerHeaders, type Exchange } from './exchange.ts';
import type { Clients } from './platform.ts';
import { Problem, pathOf, problemOf, refusalOf } from './problem.ts';

/** Most bytes of one file. */
const FILE_LIMIT = 1024 ** 3;
/** An import of the largest file must be done by then. */
const DEADLINE_MS = 30 * 60_000;

/** One line of the answer: how far it is and which rows were refused since the line before. */
export const importLine = z
  .strictObject({
    progress: z.strictObject({
      bytes: z.int(),
      rows: z.int(),
      created: z.int(),
      updated: z.int(),
      refused: z.int(),
    }),
    errors: z.array(z.strictObject({ line: z.int(), column: z.string(), reason: z.string(), handle: z.string() })),
    done: z.boolean(),
    problem: Problem.optional().meta({ description: 'Why it ended early; on the last line only.' }),
  })
  .meta({ id: 'ImportLine', description: 'One line of newline-delimited JSON; the last one is `done`.' });

type Line = z.output<typeof importLine>;
type Call = ClientDuplexStream<ImportProductsRequest, ImportProductsResponse__Output>;

const NO_PROGRESS = { bytes: 0, rows: 0, created: 0, updated: 0, refused: 0 };

const lineOf = ({ progress, errors, done }: ImportProductsResponse__Output): Line => ({
  progress: { ...NO_PROGRESS, ...progress },
  errors: errors.map((error) => ({ ...error })),
  done,
});

function openCall(catalog: Clients['catalog'], call: CallOptions, tokenKey: KeyRing): Call {
  const { path, requestSerialize, responseDeserialize } = services.catalog().ImportProducts;
  return catalog.raw.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, callMetadata(call, tokenKey), {
    deadline: Date.now() + DEADLINE_MS,
  });
}

/**
 * Sends the body on as it comes, no faster than the catalog takes it. When the import is over early, the rest is read
 * and thrown away, or the connection would be of no use to the next request. Errors: request-too-large.
 */
async function upload({ request }: Exchange, call: Call, isOver: () => boolean): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > FILE_LIMIT) throw new DomainError('request-too-large');
      if (isOver()) return;
      if (!call.write({ chunk })) await drained(call);
    }
    call.end();
  } finally {
    request.resume();
  }
}

/** Resolves when more may be written, or when nothing will be any more. */
const drained = (call: Call): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      for (const event of ['drain', 'close', 'error', 'end', 'status']) call.off(event, done);
      resolve();
    };
    for (const event of ['drain', 'close', 'error', 'end', 'status']) call.on(event, done);
  });

/** Writes the answer's lines as they come, no faster than the caller reads them. */
function download({ response, ...exchange }: Exchange, call: Call): Promise<void> {
  return new Promise((resolve, reject) => {
    response.on('drain', () => call.resume());
    call.on('data', (message: ImportProductsResponse__Output) => {
      if (!response.headersSent) {
        const headers = answerHeaders({ response, ...exchange });
        headers.push('content-type', 'application/x-ndjson', 'cache-control', 'no-store');
        response.writeHead(200, headers);
      }
      if (!response.write(`${JSON.stringify(lineOf(message))}\n`)) call.pause();
    });
    call.on('error', (error) => reject('code' in error ? fromServiceError(error as never) : error));
    call.on('end', resolve);
  });
}

/**
 * Streams a CSV to the catalog and its progress back. A file that is refused whole before the first line is a problem
 * document; what breaks later ends the lines with one that says so.
 */
export async function importProducts(
  exchange: Exchange,
  catalog: Clients['catalog'],
  options: { merchant: string; currency: string },
  callOptions: CallOptions,
  tokenKey: KeyRing,
): Promise<void> {
  const { request, response } = exchange;
  const call = openCall(catalog, callOptions, tokenKey);
  response.on('close', () => call.cancel());
  const totalBytes = Number(request.headers['content-length'] ?? 0);
  if (totalBytes > FILE_LIMIT) throw new DomainError('request-too-large');

  let over = false;
  const answered = download(exchange, call).finally(() => {
    over = true;
  });
  call.write({ options: { ...options, totalBytes } });
  try {
    const uploaded = upload(exchange, call, () => over);
    await Promise.race([answered, uploaded.then(() => answered)]);
    response.end();
  } catch (error) {
    call.cancel();
    answered.catch(() => {});
    if (!response.headersSent) throw error;
    const problem = problemOf(refusalOf(error), pathOf(request.url ?? ''), exchange.requestId);
    response.end(`${JSON.stringify({ progress: NO_PROGRESS, errors: [], done: true, problem })}\n`);
  }
}
