import { DomainError } from '@social/contracts/errors';
import type { Caller } from '@social/runtime/caller';
import type { Clock } from '@social/runtime/clock';
import { newId } from '@social/runtime/ids';
import type { Link, ObjectStore } from './object-store.ts';
import { type ContentType, requireMayBring, requireTakeable, type Wish } from './purpose.ts';
import { incomingKey, MAX_OPEN, openUpload, type Upload } from './upload.ts';
import type { Uploads } from './upload-store.ts';

export type CreatingDeps = { uploads: Uploads; store: ObjectStore; clock: Clock };

export type Request = { id: string; body_hash: string };

/**
 * Opens an upload and names the address to send its file to; a repeated request is answered the same upload.
 * Errors: unauthenticated, forbidden, request-invalid, picture-too-large, upload-limit, idempotency-key-reused.
 */
export async function createUpload(
  { uploads, store, clock }: CreatingDeps,
  caller: Caller,
  wish: Wish,
  request: Request | undefined,
): Promise<{ upload: Upload; link: Link }> {
  requireMayBring(caller, wish.purpose);
  const now = clock.now();
  const fresh = { ...wish, contentType: requireTakeable(wish), userId: caller.userId, request };
  const upload = (await earlier(uploads, request)) ?? (await open(uploads, fresh, now));
  const terms = { bytes: upload.bytes, contentType: upload.content_type, expiresAt: upload.expires_at };
  return { upload, link: await store.link(incomingKey(upload._id), terms, now) };
}

type Fresh = Wish & { contentType: ContentType; userId: string; request: Request | undefined };

/** Errors: upload-limit; idempotency-key-reused, when the same key opened another one at this moment. */
async function open(uploads: Uploads, fresh: Fresh, now: Date): Promise<Upload> {
  const { userId, purpose, contentType, bytes, request } = fresh;
  if ((await uploads.countOpen(userId, MAX_OPEN)) >= MAX_OPEN) throw new DomainError('upload-limit');

  const wish = { _id: newId('upl'), user_id: userId, purpose, content_type: contentType, bytes, request };
  const upload = openUpload(wish, now);
  if (await uploads.add(upload)) return upload;
  return (await earlier(uploads, request)) ?? upload;
}

/** The upload that this request opened before. Errors: idempotency-key-reused. */
async function earlier(uploads: Uploads, request: Request | undefined): Promise<Upload | undefined> {
  const found = request ? await uploads.findByRequest(request.id) : null;
  if (!found) return undefined;
  if (found.request?.body_hash !== request?.body_hash) throw new DomainError('idempotency-key-reused');

  return found;
}
