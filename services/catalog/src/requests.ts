import { DomainError, type ErrorCode } from '@social/contracts/errors';
import type { RequestKey__Output } from '@social/contracts/generated/social/common/v1/RequestKey';
import { isDuplicateKey } from '@social/runtime/mongo';
import type { RequestMark } from './documents.ts';

/** The idempotency key of a call; undefined for callers that need none. */
export const markOf = (key: RequestKey__Output | null | undefined): RequestMark | undefined =>
  key?.id ? { id: key.id, body_hash: key.bodyHash } : undefined;

/** The field of a new document that remembers its request. */
export const marked = (request: RequestMark | undefined): { request?: RequestMark } => (request ? { request } : {});

type Marked = { request?: RequestMark };
type Find<T> = (requestId: string) => Promise<T | null>;

async function madeBefore<T extends Marked>(request: RequestMark | undefined, find: Find<T>): Promise<T | undefined> {
  const made = request && (await find(request.id));
  if (!made) return undefined;
  if (made.request?.body_hash !== request.body_hash) throw new DomainError('idempotency-key-reused');

  return made;
}

/**
 * Makes a document once for its request; a repeat, even at the same time, gets the one that was made.
 * Errors: idempotency-key-reused, and `taken` when another document has its unique name.
 */
export async function once<T extends Marked>(
  request: RequestMark | undefined,
  { find, make, taken }: { find: Find<T>; make: () => Promise<T>; taken: ErrorCode },
): Promise<T> {
  const before = await madeBefore(request, find);
  if (before) return before;

  try {
    return await make();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const meanwhile = await madeBefore(request, find);
    if (!meanwhile) throw new DomainError(taken);
    return meanwhile;
  }
}
