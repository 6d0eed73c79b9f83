import type { ClientReadableStream } from '@grpc/grpc-js';
import { DomainError } from '@social/contracts/errors';
import type { PictureHead__Output } from '@social/contracts/generated/social/media/v1/PictureHead';
import type { PicturePart__Output } from '@social/contracts/generated/social/media/v1/PicturePart';
import { type CallOptions, callMetadata } from '@social/rpc/client';
import { fromServiceError } from '@social/rpc/errors';
import { services } from '@social/rpc/proto';
import type { KeyRing } from '@social/runtime/key-ring';
import { answerHeaders, type Exchange } from './exchange.ts';
import { hasAlready } from './pages.ts';
import type { Clients } from './platform.ts';

/** A slow reader of the largest picture is done by then, in ms. */
const DEADLINE_MS = 120_000;

/** What an address shows never changes, so whoever has it need not ask again for a year. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Content types that media gives out; nothing else is ever passed on as a picture. */
const GIVEN_OUT: ReadonlySet<string> = new Set(['image/webp']);

type Call = ClientReadableStream<PicturePart__Output>;
type Metadata = ReturnType<typeof callMetadata>;

export type Wanted = { pictureId: string; size: string };

function openCall(media: Clients['media'], wanted: Wanted, exchange: Exchange, metadata: Metadata): Call {
  const { path, requestSerialize, responseDeserialize } = services.media().ReadPicture;
  const given = exchange.request.headers['if-none-match'];
  const knownEtags = given === undefined ? [] : given.split(',', 20).map((etag) => etag.trim());
  const deadline = Date.now() + DEADLINE_MS;
  return media.raw.makeServerStreamRequest(
    path,
    requestSerialize,
    responseDeserialize,
    { ...wanted, knownEtags },
    metadata,
    { deadline },
  );
}

/** Answers the headers. Tells whether the bytes are wanted as well. */
function sendHead({ response, request, ...exchange }: Exchange, head: PictureHead__Output): boolean {
  if (!GIVEN_OUT.has(head.contentType)) throw new DomainError('internal');

  const headers = answerHeaders({ response, request, ...exchange });
  headers.push('cache-control', FOR_EVER, 'etag', head.etag);
  if (hasAlready(request.headers['if-none-match'], head.etag)) {
    response.writeHead(304, headers);
    return false;
  }
  headers.push('content-type', head.contentType, 'content-length', `${head.bytes}`);
  response.writeHead(200, headers);
  return request.method !== 'HEAD';
}

/** Streams one size of a picture, no faster than its reader takes it. Errors: picture-not-found. */
export async function sendPicture(
  exchange: Exchange,
  media: Clients['media'],
  wanted: Wanted,
  options: CallOptions,
  tokenKey: KeyRing,
): Promise<void> {
  const { response } = exchange;
  const call = openCall(media, wanted, exchange, callMetadata(options, tokenKey));
  response.on('close', () => call.cancel());
  try {
    await pass(exchange, call);
    response.end();
  } catch (error) {
    call.cancel();
    if (!response.headersSent) throw error;
    // Half a picture is told by its connection, which ends before all announced bytes have come.
    response.destroy();
  }
}

function pass(exchange: Exchange, call: Call): Promise<void> {
  const { response } = exchange;
  return new Promise((resolve, reject) => {
    response.on('drain', () => call.resume());
    call.on('data', ({ head, chunk }: PicturePart__Output) => {
      try {
        if (head && !sendHead(exchange, head)) resolve();
        else if (chunk?.length && !response.write(chunk)) call.pause();
      } catch (error) {
        reject(error);
      }
    });
    call.on('error', (error) => reject('code' in error ? fromServiceError(error as never) : error));
    call.on('end', resolve);
  });
}
