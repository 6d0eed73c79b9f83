import { DomainError } from '@social/contracts/errors';
import { sameUuid } from '@social/runtime/ids';
import type { ContentType, Purpose } from './purpose.ts';

/** One width of a finished picture. */
export type PictureSize = {
  /** The width it was made for, e.g. `800`. */
  name: string;
  /** In pixels; no wider than the file was. */
  width: number;
  height: number;
  bytes: number;
  /** Strong entity tag, in quotes. */
  etag: string;
};

/** Why a file was not taken; told again whenever it is asked. */
export type Refusal = { code: 'picture-invalid' | 'picture-too-large'; message: string };

/** One file on its way to becoming a picture, and the picture it became. */
export type Upload = {
  _id: string;
  state: 'open' | 'ready' | 'refused' | 'expired';
  user_id: string;
  purpose: Purpose;
  content_type: ContentType;
  /** As announced; exactly so many are taken. */
  bytes: number;
  created_at: Date;
  /** Until when the link takes a file. */
  expires_at: Date;
  /** When there is something to clear up; absent when nothing is left to do. */
  due_at?: Date;
  request?: { id: string; body_hash: string };
  sizes?: PictureSize[];
  /** Of a picture: whether anything was ever shown with it, as far as the catalog was asked; absent in those of old. */
  attached?: boolean;
  refusal?: Refusal;
};

/** How long a link takes a file, in ms. */
export const LINK_MS = 10 * 60_000;

/** A file whose sending began just before the link ended has come by then, in ms. */
export const SETTLE_MS = 5 * 60_000;

/** Longer than making a picture takes, in ms: what it still stores after its upload expired is cleared up with it. */
export const MAKING_MS = 2 * 60_000;

/** Unfinished uploads that one account may have. */
export const MAX_OPEN = 100;

export const PICTURE_TYPE = 'image/webp';

/** A new upload: open, and to be cleared up when nothing came of it. */
export function openUpload(wish: Omit<Upload, 'state' | 'created_at' | 'expires_at' | 'due_at'>, now: Date): Upload {
  const expires = now.getTime() + LINK_MS;
  return {
    ...wish,
    state: 'open',
    created_at: now,
    expires_at: new Date(expires),
    due_at: new Date(expires + SETTLE_MS),
  };
}

/** What is to be done with an upload that is due. `delete`: its objects, and then it is as `next` says, or gone. */
export type Clearing =
  | { step: 'expire'; next: Pick<Upload, 'state' | 'due_at'> }
  | { step: 'keep-picture' }
  | { step: 'remove' };

/**
 * An open upload expires first, so that it cannot become a picture any more, and is removed with all objects when
 * whoever was making one has ended. Of a picture only the file that came is removed, of a refusal everything.
 */
export function clearing(upload: Upload, now: Date): Clearing | undefined {
  if (!upload.due_at || upload.due_at > now) return undefined;
  if (upload.state === 'ready') return { step: 'keep-picture' };
  if (upload.state !== 'open') return { step: 'remove' };

  return { step: 'expire', next: { state: 'expired', due_at: new Date(now.getTime() + MAKING_MS) } };
}

/** Its picture's sizes where it has become one; undefined while it is open. Errors: its refusal; upload-not-found. */
export function outcomeOf(upload: Upload): PictureSize[] | undefined {
  if (upload.refusal) throw new DomainError(upload.refusal.code, upload.refusal.message);
  if (upload.state === 'expired') throw new DomainError('upload-not-found');
  return upload.sizes;
}

/** The picture that an upload becomes has its UUID, and the other way round. */
export const pictureIdOf = (uploadId: string): string => sameUuid('pic', uploadId);
export const uploadIdOf = (pictureId: string): string => sameUuid('upl', pictureId);

/** Where the file lies that came. */
export const incomingKey = (uploadId: string): string => `incoming/${uploadId}`;

/** Where one size of the picture lies. */
export const sizeKey = (uploadId: string, size: string): string => `pictures/${pictureIdOf(uploadId)}/${size}.webp`;
