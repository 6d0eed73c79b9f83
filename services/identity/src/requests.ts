import { DomainError } from '@social/contracts/errors';

/**
 * What makes a mutation repeatable. The body hash is keyed, as the body of a registration holds a password; `olderHashes`
 * are those of the keys before, while they are known.
 */
export type RequestKey = { id: string; bodyHash: string; olderHashes?: readonly string[] };

/** A request that had its effect in the document which holds this record. */
export type RequestRecord = { id: string; bodyHash: string; at: Date; answer: string };

/** Most requests that one document remembers. */
const REMEMBERED = 20;

/** The earlier request with this key; undefined for a new one or without a key. Errors: idempotency-key-reused. */
export function repeatOf(records: readonly RequestRecord[], key: RequestKey | undefined): RequestRecord | undefined {
  const record = key && records.find(({ id }) => id === key.id);
  if (record && ![key.bodyHash, ...(key.olderHashes ?? [])].includes(record.bodyHash)) {
    throw new DomainError('idempotency-key-reused');
  }

  return record;
}

/** The record of a request that has its effect now, with the answer that a repeat gets; undefined without a key. */
export const recordOf = (key: RequestKey | undefined, answer: unknown, now: Date): RequestRecord | undefined =>
  key && { id: key.id, bodyHash: key.bodyHash, at: now, answer: JSON.stringify(answer) };

export const remember = (records: readonly RequestRecord[], record: RequestRecord | undefined): RequestRecord[] =>
  record ? [...records, record].slice(-REMEMBERED) : [...records];
