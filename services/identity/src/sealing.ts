import type { FieldCipher } from '@social/runtime/field-cipher';
import type { RequestRecord } from './requests.ts';

/** Collections whose documents hold sealed fields. */
export type SealedCollection = 'users' | 'address_books';

/** A request's record at rest: its answer names people, so it is sealed. */
export type RequestDoc = { id: string; body_hash: string; at: Date; answer: string };

/** Seals the fields of one document; everything in it is sealed anew at each write, so it stands under one key. */
export type Seal = {
  /** @param id of the document, or of the part of it that the field belongs to */
  seal: (plain: string, id: string, field: string) => string;
  open: (sealed: string, id: string, field: string) => string;
  requestsToDoc: (records: readonly RequestRecord[]) => RequestDoc[];
  requestsFromDoc: (docs: readonly RequestDoc[] | undefined) => RequestRecord[];
};

/** Sealing within one collection. */
export function sealIn(cipher: FieldCipher, collection: SealedCollection): Seal {
  const seal: Seal['seal'] = (plain, id, field) => cipher.seal(plain, { collection, id, field });
  const open: Seal['open'] = (sealed, id, field) => cipher.open(sealed, { collection, id, field });
  return {
    seal,
    open,
    requestsToDoc: (records) =>
      records.map(({ id, bodyHash, at, answer }) => ({
        id,
        body_hash: bodyHash,
        at,
        answer: seal(answer, id, 'answer'),
      })),
    requestsFromDoc: (docs = []) =>
      docs.map(({ id, body_hash, at, answer }) => ({
        id,
        bodyHash: body_hash,
        at,
        answer: open(answer, id, 'answer'),
      })),
  };
}
