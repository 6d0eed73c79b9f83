import { DomainError } from '@social/contracts/errors';
import { type Caller, hasRole, requireCaller } from '@social/runtime/caller';

/** What a picture is for; who may bring it and how it is kept follow from that. */
export type Purpose = 'product-picture';

export type PurposeRules = {
  /** Who may bring one. */
  roles: readonly string[];
  /** Most bytes of the file that comes. */
  maxBytes: number;
  /** Widths in pixels that are made of it, ascending; each is the name of its size. */
  widths: readonly number[];
};

const MEGABYTE = 1024 * 1024;

/** Product pictures stand in lists (200), on phones (800) and enlarged (1600). */
export const PURPOSES: Record<Purpose, PurposeRules> = {
  'product-picture': { roles: ['merchant-staff', 'operator'], maxBytes: 12 * MEGABYTE, widths: [200, 800, 1600] },
};

/** Content types that are taken; what a file is, its content decides. */
export const CONTENT_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

export type ContentType = (typeof CONTENT_TYPES)[number];

/** What somebody wants to upload. */
export type Wish = { purpose: Purpose; contentType: string; bytes: number };

/** Errors: unauthenticated; forbidden, unless a role of the caller's may bring such a picture. */
export function requireMayBring(caller: Caller, purpose: Purpose): void {
  requireCaller(caller);
  if (!PURPOSES[purpose].roles.some((role) => hasRole(caller, role))) throw new DomainError('forbidden');
}

/** The content type of a wish. Errors: request-invalid, picture-too-large. */
export function requireTakeable({ purpose, contentType, bytes }: Wish): ContentType {
  const known = CONTENT_TYPES.find((type) => type === contentType);
  if (!known) throw new DomainError('request-invalid', `a picture is one of ${CONTENT_TYPES.join(', ')}`);
  if (!Number.isSafeInteger(bytes) || bytes < 1) throw new DomainError('request-invalid', 'a file has bytes');
  const { maxBytes } = PURPOSES[purpose];
  if (bytes > maxBytes) throw new DomainError('picture-too-large', `it has at most ${maxBytes} bytes`);

  return known;
}
