import { hash } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import { crashPoint } from '@social/runtime/crash-point';
import type { Logger } from '@social/runtime/log';
import { inspect } from './inspection.ts';
import type { Maker } from './maker.ts';
import type { Made } from './making.ts';
import type { ObjectStore } from './object-store.ts';
import { PURPOSES } from './purpose.ts';
import type { Turns } from './turns.ts';
import { Unfit } from './unfit.ts';
import { incomingKey, outcomeOf, PICTURE_TYPE, type PictureSize, sizeKey, type Upload } from './upload.ts';
import type { Uploads } from './upload-store.ts';

export type CompletingDeps = {
  uploads: Uploads;
  store: ObjectStore;
  maker: Maker;
  turns: Turns;
  clock: Clock;
  log: Logger;
};

/** An upload that has become a picture. */
export type Finished = { upload: Upload; sizes: PictureSize[] };

export type Completing = {
  /**
   * Makes the picture of an upload, once; whoever asks again is told the same.
   * Errors: upload-not-found, upload-incomplete, picture-invalid, picture-too-large, service-unavailable.
   */
  complete: (uploadId: string, userId: string) => Promise<Finished>;
};

/** Two who ask for one upload at the same time wait for one making. */
export function openCompleting(deps: CompletingDeps): Completing {
  const flights = new Map<string, Promise<Upload | null>>();
  const finish = (uploadId: string): Promise<Upload | null> => {
    const flight =
      flights.get(uploadId) ??
      deps.turns.take(() => makePicture(deps, uploadId)).finally(() => flights.delete(uploadId));
    flights.set(uploadId, flight);
    return flight;
  };
  return {
    complete: async (uploadId, userId) => {
      const found = await deps.uploads.find(uploadId);
      if (!found || found.user_id !== userId) throw new DomainError('upload-not-found');

      const upload = outcomeOf(found) ? found : await finish(uploadId);
      const sizes = upload ? outcomeOf(upload) : undefined;
      if (!upload || !sizes) throw new DomainError('upload-not-found');
      return { upload, sizes };
    },
  };
}

/**
 * Reads the file that came, makes the sizes, stores them, and only then writes that there is a picture: killed anywhere
 * in between, the upload is still open and is completed anew, over the same objects.
 */
async function makePicture(deps: CompletingDeps, uploadId: string): Promise<Upload | null> {
  const { uploads, store } = deps;
  // It may have waited long: what expired meanwhile is being cleared away.
  const upload = await uploads.find(uploadId);
  if (upload?.state !== 'open') return upload;

  const bytes = await store.get(incomingKey(upload._id), upload.bytes);
  if (!bytes) throw new DomainError('upload-incomplete');

  const made = await sizesOf(deps, upload, bytes);
  if (made instanceof Unfit) return refuse(deps, upload, made);

  crashPoint('picture-made');
  for (const { name, bytes: content } of made) await store.put(sizeKey(upload._id, name), content, PICTURE_TYPE);
  crashPoint('picture-stored');
  const closed = await uploads.close(upload._id, { state: 'ready', attached: false, sizes: made.map(describe) });
  crashPoint('picture-written');
  await dropIncoming(deps, upload);
  return closed;
}

async function sizesOf({ maker }: CompletingDeps, upload: Upload, bytes: Buffer): Promise<Made[] | Unfit> {
  const { purpose, content_type: contentType } = upload;
  try {
    const { type, width, height } = inspect(bytes, { purpose, contentType, bytes: upload.bytes });
    return await maker.make({ bytes, type, width, height, widths: PURPOSES[purpose].widths });
  } catch (error) {
    if (error instanceof Unfit) return error;
    throw error;
  }
}

async function refuse(deps: CompletingDeps, upload: Upload, { code, message }: Unfit): Promise<Upload | null> {
  deps.log.info({ upload_id: upload._id, code, reason: message }, 'picture refused');
  const closed = await deps.uploads.close(upload._id, { state: 'refused', refusal: { code, message } });
  await dropIncoming(deps, upload);
  return closed;
}

/** Nobody needs the file any more. What stays, because the store is away or a link is used again, the sweep removes. */
async function dropIncoming({ store, log }: CompletingDeps, { _id }: Upload): Promise<void> {
  await store.delete(incomingKey(_id)).catch((error) => log.warn({ err: error, upload_id: _id }, 'file not removed'));
}

const describe = ({ name, width, height, bytes }: Made): PictureSize => ({
  name,
  width,
  height,
  bytes: bytes.length,
  etag: `"${hash('sha256', bytes, 'base64url')}"`,
});
