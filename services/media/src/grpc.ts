import { DomainError } from '@social/contracts/errors';
import type { RequestKey__Output } from '@social/contracts/generated/social/common/v1/RequestKey';
import type { MediaServiceDefinition } from '@social/contracts/generated/social/media/v1/MediaService';
import type { Picture as PictureMessage } from '@social/contracts/generated/social/media/v1/Picture';
import type { Purpose__Output } from '@social/contracts/generated/social/media/v1/Purpose';
import type { Upload as UploadMessage } from '@social/contracts/generated/social/media/v1/Upload';
import type { Handlers } from '@social/rpc/server';
import { toTimestamp } from '@social/rpc/time';
import { requireCaller } from '@social/runtime/caller';
import type { Completing, Finished } from './completing.ts';
import { type CreatingDeps, createUpload, type Request } from './creating.ts';
import type { Link } from './object-store.ts';
import type { Purpose } from './purpose.ts';
import { pictureIdOf, type Upload } from './upload.ts';

const PURPOSE_NAMES = { 'product-picture': 'PURPOSE_PRODUCT_PICTURE' } as const;

/** Errors: request-invalid. */
function purposeOf(message: Purpose__Output): Purpose {
  if (message === PURPOSE_NAMES['product-picture']) return 'product-picture';

  throw new DomainError('request-invalid', 'an upload has a purpose');
}

const requestOf = (request: RequestKey__Output | null): Request | undefined =>
  request && request.id !== '' ? { id: request.id, body_hash: request.bodyHash } : undefined;

const uploadMessage = (upload: Upload, link: Link): UploadMessage => ({
  ...link,
  uploadId: upload._id,
  purpose: PURPOSE_NAMES[upload.purpose],
  expiresAt: toTimestamp(upload.expires_at),
});

const pictureMessage = ({ upload, sizes }: Finished): PictureMessage => ({
  pictureId: pictureIdOf(upload._id),
  purpose: PURPOSE_NAMES[upload.purpose],
  sizes: sizes.map(({ name, width, height, bytes }) => ({ name, width, height, bytes })),
});

/** The unary RPCs of media. */
export const handlers = (deps: CreatingDeps & Completing): Handlers<MediaServiceDefinition, 'ReadPicture'> => ({
  CreateUpload: async ({ purpose, contentType, bytes, request }, { caller }) => {
    const wish = { purpose: purposeOf(purpose), contentType, bytes };
    const { upload, link } = await createUpload(deps, caller, wish, requestOf(request));
    return uploadMessage(upload, link);
  },

  CompleteUpload: async ({ uploadId }, { caller }) => {
    requireCaller(caller);
    return pictureMessage(await deps.complete(uploadId, caller.userId));
  },
});
