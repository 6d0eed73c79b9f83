import type { Clock } from '@social/runtime/clock';
import type { Logger } from '@social/runtime/log';
import type { ObjectStore } from './object-store.ts';
import { PURPOSES } from './purpose.ts';
import { clearing, incomingKey, sizeKey, type Upload } from './upload.ts';
import type { Uploads } from './upload-store.ts';

export type DeadlineDeps = { uploads: Uploads; store: ObjectStore; clock: Clock; log: Logger };

/** Clears up after uploads: what was never finished, what was refused, and the files that pictures were made of. */
export async function clearDue(deps: DeadlineDeps): Promise<void> {
  for (const upload of await deps.uploads.due(deps.clock.now())) {
    await clearUp(deps, upload).catch((error) =>
      deps.log.warn({ err: error, upload_id: upload._id }, 'the upload will be cleared up later'),
    );
  }
}

/** Objects go before the document that knows of them, so that none is forgotten. */
async function clearUp({ uploads, store, clock }: DeadlineDeps, upload: Upload): Promise<void> {
  const { _id, purpose } = upload;
  const clear = clearing(upload, clock.now());
  if (clear?.step === 'expire') await uploads.close(_id, clear.next);
  if (!clear || clear.step === 'expire') return;

  await store.delete(incomingKey(_id));
  if (clear.step === 'keep-picture') {
    await uploads.settle(_id);
    return;
  }
  for (const width of PURPOSES[purpose].widths) await store.delete(sizeKey(_id, `${width}`));
  await uploads.remove(_id);
}
