import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import { isMadeBy, type KeyRing } from '@social/runtime/key-ring';
import { isKey } from '@social/runtime/objects';
import type { Link, LinkTerms } from './object-store.ts';

/** Below it objects are taken in. */
export const OBJECTS_PATH = '/objects/';

/** Links to this service itself, for a store that has none of its own. */
export type LinkSigner = {
  link: (key: string, terms: LinkTerms) => Link;
  /** Which object a link takes, and on which terms. Errors: upload-link-invalid (forged, changed or expired). */
  verify: (url: string, now: Date) => LinkTerms & { key: string };
};

const derived = (key: KeyObject): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'media upload links', 32)));

const mac = (key: string, { bytes, contentType, expiresAt }: LinkTerms, macKey: KeyObject): Buffer =>
  createHmac('sha256', macKey)
    .update(JSON.stringify([key, bytes, contentType, expiresAt.getTime()]))
    .digest();

/**
 * Signs links with a key derived from the platform's own.
 * @param base where the public reaches this service
 */
export function linkSigner(base: string, [first, ...older]: KeyRing): LinkSigner {
  const macKeys: KeyRing = [derived(first), ...older.map(derived)];

  return {
    link: (key, terms) => {
      const { bytes, contentType, expiresAt } = terms;
      const query = new URLSearchParams({
        bytes: `${bytes}`,
        type: contentType,
        expires: `${expiresAt.getTime()}`,
        signature: mac(key, terms, macKeys[0]).toString('base64url'),
      });
      const headers = { 'content-type': contentType, 'content-length': `${bytes}` };
      return { method: 'PUT', url: `${base}${OBJECTS_PATH}${key}?${query}`, headers };
    },
    verify: (url, now) => {
      const { pathname, searchParams } = new URL(url, base);
      const key = pathname.slice(OBJECTS_PATH.length);
      const terms = {
        bytes: Number(searchParams.get('bytes')),
        contentType: searchParams.get('type') ?? '',
        expiresAt: new Date(Number(searchParams.get('expires'))),
      };
      const given = Buffer.from(searchParams.get('signature') ?? '', 'base64url');
      const signed = isMadeBy(macKeys, given, (macKey) => mac(key, terms, macKey));
      if (!signed || !isKey(key)) throw new DomainError('upload-link-invalid');
      if (terms.expiresAt <= now) throw new DomainError('upload-link-invalid', 'the link has expired');
      return { ...terms, key };
    },
  };
}
