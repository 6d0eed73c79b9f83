import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { DomainError } from '@social/contracts/errors';
import type { PicturePart } from '@social/contracts/generated/social/media/v1/PicturePart';
import type { ReadPictureRequest__Output } from '@social/contracts/generated/social/media/v1/ReadPictureRequest';
import { toServiceError } from '@social/rpc/errors';
import { KEYS } from '@social/rpc/server';
import type { Logger } from '@social/runtime/log';
import { observe } from '@social/runtime/metrics';
import { whileMongoIsAway } from '@social/runtime/mongo-away';
import { contextOf, inSpan, SpanKind } from '@social/runtime/telemetry';
import type { ObjectStore } from './object-store.ts';
import { PICTURE_TYPE, type PictureSize, sizeKey, uploadIdOf } from './upload.ts';
import type { Uploads } from './upload-store.ts';

export type ReadingDeps = { uploads: Uploads; store: ObjectStore; log: Logger };

type Call = ServerWritableStream<ReadPictureRequest__Output, PicturePart>;

const NAME = 'social.media.v1.MediaService/ReadPicture';
const PICTURE_ID = /^pic_[\w-]+$/;

/** Errors: picture-not-found. */
async function find({ uploads }: ReadingDeps, pictureId: string, name: string) {
  const uploadId = PICTURE_ID.test(pictureId) ? uploadIdOf(pictureId) : '';
  const size = (await uploads.find(uploadId))?.sizes?.find((one) => one.name === name);
  if (!size) throw new DomainError('picture-not-found');
  return { key: sizeKey(uploadId, name), size };
}

async function send(call: Call, part: PicturePart): Promise<void> {
  if (call.cancelled || call.write(part)) return;

  const over = new AbortController();
  const heard = ['drain', 'cancelled'].map((event) => once(call, event, { signal: over.signal }));
  // Whoever is not heard any more would stay and wait.
  await Promise.race(heard).finally(() => over.abort());
  await Promise.allSettled(heard);
}

const headOf = ({ bytes, etag }: PictureSize): PicturePart => ({ head: { contentType: PICTURE_TYPE, bytes, etag } });

/** Says what the picture is, and gives its bytes no faster than they are taken. */
async function give(deps: ReadingDeps, call: Call): Promise<void> {
  const { pictureId, size: name, knownEtags } = call.request;
  const { key, size } = await find(deps, pictureId, name);
  const known = knownEtags.some((etag) => etag === '*' || etag.replace(/^W\//, '') === size.etag);
  const bytes = known ? Readable.from([]) : await deps.store.read(key);
  if (!bytes) throw new Error(`${key} is not in the store`);

  await send(call, headOf(size));
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    if (call.cancelled) return;
    await send(call, { chunk });
  }
}

/** Serves ReadPicture. */
export const readHandler = (deps: ReadingDeps) => async (call: Call) => {
  const started = performance.now();
  const parent = contextOf(call.metadata.get(KEYS.traceparent)[0]?.toString());
  let outcome = 'ok';
  try {
    await inSpan(NAME, { kind: SpanKind.SERVER, parent }, () => give(deps, call));
    call.end();
  } catch (thrown) {
    const error = whileMongoIsAway(thrown);
    outcome = error instanceof DomainError ? error.code : 'internal';
    if (outcome === 'internal') deps.log.error({ err: error, rpc: NAME }, 'rpc failed');
    call.emit('error', toServiceError(error));
  } finally {
    observe('rpc', NAME, outcome, (performance.now() - started) / 1000);
  }
};
