import type { Objects } from '@social/runtime/objects';

/** What a client needs to send one file: this method, to this address, with these headers. */
export type Link = { method: 'PUT'; url: string; headers: Record<string, string> };

/** Exactly one file may be sent by a link: so many bytes, under this content type, until then. */
export type LinkTerms = { bytes: number; contentType: string; expiresAt: Date };

/** Where pictures lie, and the files that they are made of. */
export type ObjectStore = Objects & {
  /** A link by which anybody who has it may store the object. */
  link: (key: string, terms: LinkTerms, now: Date) => Promise<Link>;
};
